//! What programmes let their letters say: versions, of which the newest holds.

use diesel::dsl::{exists, not};
use diesel::prelude::*;

use super::Conn;
use crate::domain::mail::letter_texts::{LetterText, TextPlace};
use crate::domain::mail::letters::LetterId;
use crate::schema::{letter_texts, letters, staff};

diesel::alias!(letter_texts as newer: NewerTexts);

/// The newest version of every text of every programme.
pub fn list_newest(conn: &mut Conn) -> QueryResult<Vec<LetterText>> {
    let later = newer
        .filter(newer.field(letter_texts::programme).eq(letter_texts::programme))
        .filter(newer.field(letter_texts::kind).eq(letter_texts::kind))
        .filter(newer.field(letter_texts::language).eq(letter_texts::language))
        .filter(newer.field(letter_texts::version).gt(letter_texts::version));
    letter_texts::table.filter(not(exists(later))).select(LetterText::as_select()).load(conn)
}

/// The newest version of every text of one programme, with the address of the account that made it.
pub fn list_newest_of(conn: &mut Conn, programme: &str) -> QueryResult<Vec<(LetterText, Option<String>)>> {
    let later = newer
        .filter(newer.field(letter_texts::programme).eq(programme))
        .filter(newer.field(letter_texts::kind).eq(letter_texts::kind))
        .filter(newer.field(letter_texts::language).eq(letter_texts::language))
        .filter(newer.field(letter_texts::version).gt(letter_texts::version));
    letter_texts::table
        .left_join(staff::table.on(staff::id.nullable().eq(letter_texts::made_by)))
        .filter(letter_texts::programme.eq(programme).and(not(exists(later))))
        .select((LetterText::as_select(), staff::email.nullable()))
        .load(conn)
}

/// The newest version of one text; none where nobody has written one.
pub fn find_newest(conn: &mut Conn, place: &TextPlace) -> QueryResult<Option<LetterText>> {
    letter_texts::table
        .filter(letter_texts::programme.eq(&place.programme))
        .filter(letter_texts::kind.eq(place.kind))
        .filter(letter_texts::language.eq(place.language))
        .order(letter_texts::version.desc())
        .select(LetterText::as_select())
        .first(conn)
        .optional()
}

/// Under which subject a letter was last sent, and the version that it was written from; none for a letter that was
/// never sent, and for the text that the program brings.
pub fn find_of_letter(conn: &mut Conn, letter: &LetterId) -> QueryResult<(Option<String>, Option<LetterText>)> {
    letters::table
        .left_join(letter_texts::table.on(letter_texts::id.nullable().eq(letters::text_id)))
        .filter(letters::id.eq(letter))
        .select((letters::subject, Option::<LetterText>::as_select()))
        .first(conn)
}

/// Every version of one text, the newest first, each with the address of the account that made it.
pub fn list(conn: &mut Conn, place: &TextPlace) -> QueryResult<Vec<(LetterText, Option<String>)>> {
    letter_texts::table
        .left_join(staff::table.on(staff::id.nullable().eq(letter_texts::made_by)))
        .filter(letter_texts::programme.eq(&place.programme))
        .filter(letter_texts::kind.eq(place.kind))
        .filter(letter_texts::language.eq(place.language))
        .order(letter_texts::version.desc())
        .select((LetterText::as_select(), staff::email.nullable()))
        .load(conn)
}

/// Adds a version.
pub fn insert(conn: &mut Conn, text: &LetterText) -> QueryResult<usize> {
    diesel::insert_into(letter_texts::table).values(text).execute(conn)
}
