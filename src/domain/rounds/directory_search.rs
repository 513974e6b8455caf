//! Finding posts in the directory.

use super::directory::DirectoryEntry;
use crate::domain::base::names;
use crate::domain::{Area, MunicipalityCode};

words! {
    /// Which posts are shown.
    pub enum Shown {
        /// Those that are asked.
        Active = "active",
        /// Those of them that have no address to ask.
        WithoutAddress = "without_address",
        /// Those that were retired.
        Retired = "retired",
    }
}

/// What somebody looks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Search {
    /// Words that must all stand in municipality, department, post, name or address.
    pub text: String,
    /// Only this municipality.
    pub municipality: Option<MunicipalityCode>,
    /// Only posts that cover this area.
    pub area: Option<Area>,
    /// Which posts.
    pub shown: Shown,
}

impl Search {
    /// The posts found, in the order of municipality, department and title.
    pub fn find<'a>(&self, entries: &'a [DirectoryEntry]) -> Vec<&'a DirectoryEntry> {
        let text = self.text.to_lowercase();
        let words: Vec<&str> = text.split_whitespace().collect();
        let mut found: Vec<&DirectoryEntry> = entries.iter().filter(|entry| self.finds(entry, &words)).collect();
        found.sort_by(|one, other| {
            names::compare(one.post.municipality_code.name(), other.post.municipality_code.name())
                .then_with(|| names::compare(&one.department, &other.department))
                .then_with(|| names::compare(&one.post.title, &other.post.title))
        });
        found
    }

    fn finds(&self, entry: &DirectoryEntry, words: &[&str]) -> bool {
        let holder = entry.holder.as_ref();
        let (name, email) = holder.map_or(("", ""), |holder| (holder.name.as_str(), holder.email.as_str()));
        let is_shown = match self.shown {
            Shown::Active => entry.retired_at.is_none(),
            Shown::WithoutAddress => entry.retired_at.is_none() && email.is_empty(),
            Shown::Retired => entry.retired_at.is_some(),
        };
        let code = &entry.post.municipality_code;
        if !is_shown
            || self.municipality.as_ref().is_some_and(|wanted| wanted != code)
            || self.area.is_some_and(|area| !entry.post.areas.contains(area))
        {
            return false;
        }
        let told = [code.name(), &entry.department, &entry.post.title, name, email].map(str::to_lowercase);
        words.iter().all(|word| told.iter().any(|text| text.contains(word)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Language;
    use crate::domain::rounds::directory::{DepartmentId, Holder, Post, PostId};

    fn entry(code: &str, title: &str, email: &str) -> DirectoryEntry {
        let post = Post {
            id: PostId::new(),
            municipality_code: code.parse().unwrap(),
            department_id: DepartmentId::new(),
            title: title.into(),
            areas: "sundhed".parse().unwrap(),
        };
        let (name, email) = ("Åse Eksempel".into(), email.into());
        let holder = Holder { post_id: post.id.clone(), name, email, phone: String::new(), language: Language::Danish };
        DirectoryEntry { post, department: "Center".into(), holder: Some(holder), retired_at: None, planned: None }
    }

    #[test]
    fn posts_are_found_by_every_word_and_filter_in_danish_order() {
        let mut all =
            [entry("0751", "Ældrechef", "a@example.org"), entry("0151", "Chef", ""), entry("0101", "Leder", "")];
        all[2].retired_at = Some(chrono::NaiveDateTime::default());
        let any = Search { text: String::new(), municipality: None, area: None, shown: Shown::Active };
        let titles = |search: &Search| -> Vec<String> {
            search.find(&all).into_iter().map(|entry| entry.post.title.clone()).collect()
        };
        assert_eq!(titles(&any), ["Chef", "Ældrechef"], "Aarhus comes after Ballerup");
        let text = |text: &str| Search { text: text.into(), ..any.clone() };
        assert_eq!(titles(&text(" ÆLDRE  åse aarhus A@EXAMPLE")), ["Ældrechef"]);
        assert!(titles(&text("ældre ballerup")).is_empty());
        let shown = |shown| Search { shown, ..any.clone() };
        assert_eq!(titles(&shown(Shown::WithoutAddress)), ["Chef"]);
        assert_eq!(titles(&shown(Shown::Retired)), ["Leder"]);
        assert!(titles(&Search { area: Some(Area::Schools), ..any.clone() }).is_empty());
        assert_eq!(titles(&Search { municipality: "0151".parse().ok(), ..any.clone() }), ["Chef"]);
    }
}
