//! What is chosen about the site.

use serde_json::{Value, json};

use super::audit::{note, note_values};
use crate::domain::Language;
use crate::domain::access::audit::{Actor, By, Object};
use crate::domain::site::texts::{SiteText, SiteTextId, SiteTextKind};
use crate::domain::site::{Logo, SettingName, Site};
use crate::error::Result;
use crate::files::logo::LogoFile;
use crate::store::{Conn, Db, site};

/// The settings of one form: what is not chosen there stands as the environment has it.
const OF_FORM: [SettingName; 4] = [SettingName::Name, SettingName::Sender, SettingName::Contact, SettingName::Accent];

/// Keeps what was chosen in place of what was chosen before.
///
/// # Errors
/// Database errors.
pub fn update(db: &Db, chosen: &[(SettingName, String)], by: &By) -> Result<()> {
    db.write(|conn| {
        let before = find(conn)?;
        for name in OF_FORM {
            site::delete_setting(conn, name)?;
        }
        for (name, value) in chosen.iter().filter(|(name, _)| OF_FORM.contains(name)) {
            site::insert_setting(conn, *name, value, by.now)?;
        }
        let after = find(conn)?;
        let mut values = (values(&before), values(&after));
        // A sender may be a person, and an address is nothing for the log; that it is another one is.
        if before.sender != after.sender {
            values.1["sender_changed"] = json!(true);
        }
        if before.contact != after.contact {
            values.1["contact_changed"] = json!(true);
        }
        note_values(conn, by, ("update", Object::all("site")), (Some(values.0), Some(values.1)))
    })
}

fn find(conn: &mut Conn) -> Result<Site> {
    Ok(Site::of(&site::list_settings(conn)?))
}

fn values(site: &Site) -> Value {
    json!({ "name": site.name, "accent": site.accent.as_ref().map(|accent| accent.as_str()) })
}

/// Keeps a logo, and shows it from now on.
///
/// # Errors
/// Database errors.
pub fn set_logo(db: &Db, file: &LogoFile, by: &By) -> Result<()> {
    let logo = file.logo();
    db.write(|conn| {
        if site::find_logo(conn, &logo.hash)?.is_none() {
            site::insert_logo(conn, &logo.hash, &file.base64(), by.now)?;
        }
        site::delete_setting(conn, SettingName::Logo)?;
        site::insert_setting(conn, SettingName::Logo, &logo.written(), by.now)?;
        note_values(conn, by, ("set", Object::all("logo")), (None, Some(size(&logo))))
    })
}

fn size(logo: &Logo) -> Value {
    json!({ "hash": logo.hash, "width": logo.width, "height": logo.height })
}

/// Shows no logo any more.
///
/// # Errors
/// Database errors.
pub fn remove_logo(db: &Db, by: &By) -> Result<()> {
    db.write(|conn| {
        site::delete_setting(conn, SettingName::Logo)?;
        note(conn, by, "remove", Object::all("logo"))
    })
}

/// Keeps a new version of a text; an empty one brings the program's own back.
///
/// # Errors
/// Database errors.
pub fn write_text(db: &Db, (kind, language): (SiteTextKind, Language), body: &str, by: &By) -> Result<()> {
    let staff_id = match &by.actor {
        Actor::Staff(id) => Some(id.clone()),
        _ => None,
    };
    let text = SiteText { id: SiteTextId::new(), kind, language, body: body.to_owned(), written_at: by.now, staff_id };
    let name = format!("{kind} {language}");
    db.write(|conn| {
        site::insert_text(conn, &text)?;
        note(conn, by, "write", Object::one("site_text", &name))
    })
}
