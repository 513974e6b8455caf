//! What was chosen about the site: settings, logos, and the versions of its texts.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::Conn;
use crate::domain::Language;
use crate::domain::site::SettingName;
use crate::domain::site::texts::{SiteText, SiteTextKind};
use crate::schema::{site_logos, site_settings, site_texts, staff};

/// All settings.
pub fn list_settings(conn: &mut Conn) -> QueryResult<Vec<(String, String)>> {
    site_settings::table.select((site_settings::name, site_settings::value)).order(site_settings::name).load(conn)
}

/// Takes a setting away.
pub fn delete_setting(conn: &mut Conn, name: SettingName) -> QueryResult<usize> {
    diesel::delete(site_settings::table.find(name.as_str())).execute(conn)
}

/// Adds a setting that is not there.
pub fn insert_setting(conn: &mut Conn, name: SettingName, value: &str, now: NaiveDateTime) -> QueryResult<usize> {
    diesel::insert_into(site_settings::table)
        .values((
            site_settings::name.eq(name.as_str()),
            site_settings::value.eq(value),
            site_settings::changed_at.eq(now),
        ))
        .execute(conn)
}

/// A logo as base64, by the hash of its bytes.
pub fn find_logo(conn: &mut Conn, hash: &str) -> QueryResult<Option<String>> {
    site_logos::table.find(hash).select(site_logos::content).get_result(conn).optional()
}

/// Adds a logo that is not there.
pub fn insert_logo(conn: &mut Conn, hash: &str, content: &str, now: NaiveDateTime) -> QueryResult<usize> {
    diesel::insert_into(site_logos::table)
        .values((site_logos::hash.eq(hash), site_logos::content.eq(content), site_logos::added_at.eq(now)))
        .execute(conn)
}

/// The versions of a text with their writers' addresses, newest first.
pub fn list_texts(
    conn: &mut Conn,
    kind: SiteTextKind,
    language: Language,
) -> QueryResult<Vec<(SiteText, Option<String>)>> {
    site_texts::table
        .left_join(staff::table)
        .filter(site_texts::kind.eq(kind).and(site_texts::language.eq(language)))
        .order(site_texts::id.desc())
        .select((SiteText::as_select(), staff::email.nullable()))
        .load(conn)
}

/// The newest version of a text.
pub fn find_newest_text(conn: &mut Conn, kind: SiteTextKind, language: Language) -> QueryResult<Option<SiteText>> {
    site_texts::table
        .filter(site_texts::kind.eq(kind).and(site_texts::language.eq(language)))
        .order(site_texts::id.desc())
        .select(SiteText::as_select())
        .first(conn)
        .optional()
}

/// Adds a version of a text.
pub fn insert_text(conn: &mut Conn, text: &SiteText) -> QueryResult<usize> {
    diesel::insert_into(site_texts::table).values(text).execute(conn)
}
