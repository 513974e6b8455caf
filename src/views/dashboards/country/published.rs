//! Which of the demo's shares agree with published ones, with their sources; all others are generated.

use maud::{Markup, html};

use super::CountryPage;
use crate::domain::Language;
use crate::domain::dashboards::published::{Basis, PublishedShare, SHARES};

/// The published shares among those of the given rounds, by key.
pub(super) fn shares(page: &CountryPage, rounds: &[&str], language: Language) -> Markup {
    let edition = page.held.edition();
    let known: Vec<(&str, &PublishedShare)> = SHARES
        .iter()
        .filter(|share| rounds.contains(&share.year.to_string().as_str()))
        .filter_map(|share| {
            let package = &edition.packages[edition.find_package(share.package)?];
            Some((package.title.in_language(language), share))
        })
        .collect();
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
                        package = package,
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
