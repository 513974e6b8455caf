//! Fields to narrow a list of recommendations by.

use maud::{Markup, html};

use crate::domain::Language;
use crate::domain::catalogue::Edition;
use crate::domain::dashboards::wanted::WantedRecommendations;
use crate::views::ui;

/// Package, level and mark; levels and marks where the edition has any.
pub fn recommendations(edition: &Edition, wanted: &WantedRecommendations, language: Language) -> Markup {
    let packages: Vec<(&str, &str)> =
        edition.packages.iter().map(|package| (package.key.as_str(), package.title.in_language(language))).collect();
    let levels: Vec<(&str, &str)> =
        edition.levels.iter().map(|level| (level.key.as_str(), level.label.in_language(language))).collect();
    let has_central = edition.packages.iter().flat_map(|package| &package.recommendations).any(|one| one.central);
    let central = [("ja", tr!(language, "filter-central"))];
    html! {
        (ui::select_of(
            ("package", &wanted.package),
            (&tr!(language, "figure-package"), Some(&tr!(language, "filter-all-packages"))),
            &packages,
        ))
        @if !levels.is_empty() {
            (ui::select_of(
                ("level", &wanted.level),
                (&tr!(language, "filter-level"), Some(&tr!(language, "filter-all-levels"))),
                &levels,
            ))
        }
        @if has_central {
            (ui::select_of(
                ("central", if wanted.central { "ja" } else { "" }),
                (&tr!(language, "filter-recommendations"), Some(&tr!(language, "filter-all-recommendations"))),
                &central,
            ))
        }
    }
}

/// The same as what stands in an address, behind other fields.
pub fn query(wanted: &WantedRecommendations) -> String {
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    let fields = [("package", wanted.package.as_str()), ("level", &wanted.level)];
    query.extend_pairs(fields.iter().filter(|(_, value)| !value.is_empty()));
    query.extend_pairs(wanted.central.then_some(("central", "ja")));
    let query = query.finish();
    if query.is_empty() { query } else { format!("&{query}") }
}
