//! The fixed list of areas (forvaltningsområder), so that municipalities with differently named
//! departments can be compared. Source: the project's domain notes, section 5.4.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::domain::{Language, Text};

words! {
    /// An area of municipal administration.
    pub enum Area {
        /// Cross-cutting leadership; answers for the municipality as a whole.
        Leadership = "ledelse",
        /// Health.
        Health = "sundhed",
        /// Health visitors.
        HealthVisitors = "sundhedspleje",
        /// Dental care.
        DentalCare = "tandpleje",
        /// Elderly care.
        Elderly = "aeldre",
        /// Day care for children.
        DayCare = "dagtilbud",
        /// Schools and after-school care.
        Schools = "skole",
        /// Youth and upper secondary education.
        Youth = "unge",
        /// Families and children's counselling.
        Families = "familie",
        /// Psychiatry and disability.
        PsychiatryDisability = "psykiatri-handicap",
        /// Social services for vulnerable adults.
        Social = "social",
        /// Substance use.
        SubstanceUse = "rusmiddel",
        /// Employment and job centre.
        Employment = "beskaeftigelse",
        /// Culture and leisure.
        CultureLeisure = "kultur-fritid",
        /// Technical, environment and city.
        TechnicalEnvironment = "teknik-miljoe",
        /// Properties.
        Properties = "ejendomme",
        /// Human resources and working environment.
        WorkingEnvironment = "hr",
        /// Licensing and business.
        Licensing = "bevilling",
        /// Communication.
        Communication = "kommunikation",
    }
}

impl Area {
    /// The common name of the area; an edition may name it differently.
    pub fn name(self, language: Language) -> &'static str {
        let (danish, english) = match self {
            Area::Leadership => ("Ledelse og tværgående", "Leadership and cross-cutting"),
            Area::Health => ("Sundhed", "Health"),
            Area::HealthVisitors => ("Sundhedspleje", "Health visitors"),
            Area::DentalCare => ("Tandpleje", "Dental care"),
            Area::Elderly => ("Ældre og omsorg", "Elderly care"),
            Area::DayCare => ("Dagtilbud", "Day care"),
            Area::Schools => ("Skole og SFO", "Schools"),
            Area::Youth => ("Unge og ungdomsuddannelse", "Youth and upper secondary education"),
            Area::Families => ("Familie og børnerådgivning", "Families"),
            Area::PsychiatryDisability => ("Psykiatri og handicap", "Psychiatry and disability"),
            Area::Social => ("Social og udsatte", "Social services"),
            Area::SubstanceUse => ("Rusmiddel", "Substance use"),
            Area::Employment => ("Beskæftigelse og jobcenter", "Employment"),
            Area::CultureLeisure => ("Kultur og fritid", "Culture and leisure"),
            Area::TechnicalEnvironment => ("Teknik, miljø og by", "Technical, environment and city"),
            Area::Properties => ("Ejendomme", "Properties"),
            Area::WorkingEnvironment => ("HR og arbejdsmiljø", "HR and working environment"),
            Area::Licensing => ("Bevilling og erhverv", "Licensing and business"),
            Area::Communication => ("Kommunikation", "Communication"),
        };
        match language {
            Language::Danish => danish,
            Language::English => english,
        }
    }

    /// The area that somebody wrote: its key, or its Danish or English name in any letter case.
    pub fn named(text: &str) -> Option<Area> {
        text.trim().parse().ok().or_else(|| NAMES.get(&spelt(text)).copied())
    }

    /// Danish and English name together.
    pub fn text(self) -> Text {
        Text { da: self.name(Language::Danish).to_owned(), en: Some(self.name(Language::English).to_owned()) }
    }
}

/// The areas by all their names, because a directory of a whole country names some ten thousand.
static NAMES: LazyLock<HashMap<String, Area>> = LazyLock::new(|| {
    let names = |area: Area| [area.as_str(), area.name(Language::Danish), area.name(Language::English)];
    Area::ALL.iter().flat_map(|area| names(*area).map(|name| (spelt(name), *area))).collect()
});

/// A name with its letters spelt as keys spell them.
fn spelt(text: &str) -> String {
    let lower = text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    lower.replace('æ', "ae").replace('ø', "oe").replace('å', "aa")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_area_is_found_by_key_and_by_either_name() {
        for area in Area::ALL {
            let names = [area.as_str(), area.name(Language::Danish), area.name(Language::English)];
            assert!(names.iter().all(|name| Area::named(&format!(" {} ", name.to_uppercase())) == Some(*area)));
        }
        assert_eq!((Area::named("Ældre"), Area::named("helse")), (Some(Area::Elderly), None));
    }
}
