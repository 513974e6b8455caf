//! Which of the demo's shares agree with published ones, with their sources; all others are generated.

use maud::{Markup, html};

use crate::domain::dashboards::published::{Basis, PublishedShare};
use crate::domain::{Language, Text};

/// The published shares with their packages.
pub(super) fn shares(known: &[(Text, PublishedShare)], language: Language) -> Markup {
    if known.is_empty() {
        return html! { p { (tr!(language, "published-none")) } };
    }
    html! {
        p { (tr!(language, "published-explained")) }
        ul {
            @for (package, share) in known {
                li {
                    (tr!(
                        language,
                        "published-share",
                        package = package.in_language(language),
                        year = share.year.to_string(),
                        share = share.share
                    )) " "
                    (basis(share.basis, language))
                }
            }
        }
    }
}

fn basis(basis: Basis, language: Language) -> String {
    match basis {
        Basis::Sif => tr!(language, "published-sif"),
        Basis::SifLessTheRise => tr!(language, "published-sif-less-the-rise"),
        Basis::Hjerteforeningen => tr!(language, "published-hjerteforeningen"),
    }
}
