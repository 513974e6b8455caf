//! The editions that the program brings along, for a service that has none yet.

use serde_json::json;

use super::{history, text};
use crate::commands::audit::note_values;
use crate::domain::access::audit::{By, Object};
use crate::domain::base::refusals::Refusal;
use crate::domain::base::tokens::content_hash;
use crate::domain::catalogue::Edition;
use crate::domain::catalogue::drafts::Draft;
use crate::domain::catalogue::drafts::revisions::{Change, Deed};
use crate::domain::catalogue::stored::StoredCrosswalk;
use crate::error::{Error, Result};
use crate::files;
use crate::store::{self, Db};

/// The documents of the editions, earliest first.
pub const EDITIONS: [&[u8]; 2] =
    [include_bytes!("../../../catalogue/2012-13.yaml"), include_bytes!("../../../catalogue/2018.yaml")];

/// The links between them.
pub const CROSSWALK: &[u8] = include_bytes!("../../../catalogue/2012-13_2018.yaml");

/// Takes the shipped editions in and publishes them, with the links between them.
///
/// # Errors
/// Refused where there is an edition already: then its owner decides what comes beside it.
pub fn take_in(db: &Db, by: &By) -> Result<()> {
    // What is parsed is parsed before the transaction, which may run again and keeps others waiting.
    let editions: Vec<Edition> = EDITIONS
        .iter()
        .map(|document| files::catalogue::read(document).map_err(Error::ImportErrors))
        .collect::<Result<_>>()?;
    let known: Vec<&Edition> = editions.iter().collect();
    let links = files::crosswalk::read(CROSSWALK, &known).map_err(Error::ImportErrors)?;
    let stored = StoredCrosswalk {
        from_edition: links.from,
        to_edition: links.to,
        document: text(CROSSWALK)?,
        imported_at: by.now,
    };
    db.write(|conn| {
        if let Some(known) = store::editions::list(conn)?.first() {
            return Err(Refusal::EditionExists(known.key.clone()).into());
        }
        for (edition, document) in editions.iter().zip(EDITIONS) {
            let draft = Draft { edition: edition.clone(), crosswalks: Vec::new() };
            history::insert(conn, &draft, &text(document)?, &Change::whole(Deed::Imported, ""), by)?;
            store::editions::update_published(conn, &edition.key, by.now)?;
        }
        store::editions::insert_crosswalk(conn, &stored)?;
        let hashes: Vec<String> = EDITIONS.iter().map(|document| content_hash(document)).collect();
        let keys: Vec<&str> = editions.iter().map(|edition| edition.key.as_str()).collect();
        let values = json!({ "editions": keys, "hashes": hashes });
        note_values(conn, by, ("take_in", Object::all("edition")), (None, Some(values)))
    })
}
