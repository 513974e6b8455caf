//! What the pages of a text are made from.

use crate::domain::access::staff::Scope;
use crate::domain::base::days::day_in_denmark;
use crate::domain::mail::letter_texts::{TextPlace, Wording};
use crate::domain::rounds::directory::DirectoryEntry;
use crate::domain::rounds::directory_search::{Search, Shown as Posts};
use crate::domain::rounds::programmes::Programme;
use crate::error::{Error, OrNotFound, Result};
use crate::mail::{Example, shipped};
use crate::store::{self, Conn};
use crate::views::mail::texts::Signed;
use crate::web::error::WebError;
use crate::web::{Shared, read};

/// How many posts are offered for an example.
const MOST_FOUND: usize = 20;

/// Everything that a page about a text is made from.
pub(super) struct Read {
    pub programme: Programme,
    pub place: TextPlace,
    pub versions: Vec<Signed>,
    pub example: Example,
    pub posts: Vec<DirectoryEntry>,
}

impl Read {
    pub(super) fn newest(&self) -> Option<&Signed> {
        self.versions.first()
    }

    /// The number of the newest version; 0 where nobody has written one.
    pub(super) fn version(&self) -> i32 {
        self.newest().map_or(0, |(text, _)| text.version)
    }

    /// What a version says; none where there is no such version.
    pub(super) fn wording(&self, version: i32) -> Option<Wording> {
        let brought = || shipped(self.place.kind, self.place.language);
        if version == 0 {
            return Some(brought());
        }
        let (text, _) = self.versions.iter().find(|(text, _)| text.version == version)?;
        Some(text.wording().unwrap_or_else(brought))
    }

    /// The post chosen, or the first one found.
    pub(super) fn post(&self, chosen: &str) -> Option<&DirectoryEntry> {
        self.posts.iter().find(|entry| entry.post.id.as_str() == chosen).or_else(|| self.posts.first())
    }
}

/// The text that an address names.
pub(super) fn place((programme, kind, language): (String, String, String)) -> Result<TextPlace> {
    let path = format!("{programme}/texts/{kind}/{language}");
    TextPlace::of_path(&path).filter(|place| place.path() == path).ok_or(Error::NotFound)
}

/// Reads a text with what its page needs, and the posts that some words find.
pub(super) async fn read_text(
    service: &Shared,
    place: TextPlace,
    words: String,
) -> std::result::Result<Read, WebError> {
    let today = day_in_denmark(service.now());
    read(service, move |conn| {
        let programme = store::programmes::find(conn, &place.programme)?.or_not_found()?;
        let example = Example::read(conn, &programme, place.language, today)?;
        let versions = store::letter_texts::list(conn, &place)?;
        let posts = find_posts(conn, &words)?;
        Ok(Read { programme, place: place.clone(), versions, example, posts })
    })
    .await
}

fn find_posts(conn: &mut Conn, words: &str) -> Result<Vec<DirectoryEntry>> {
    let text = words.trim().to_owned();
    if text.is_empty() {
        return Ok(Vec::new());
    }
    let entries = store::directory::list_entries_in(conn, &Scope::All)?;
    let search = Search { text, municipality: None, area: None, shown: Posts::Active };
    Ok(search.find(&entries).into_iter().take(MOST_FOUND).cloned().collect())
}
