//! Samples of texts.

use diesel::prelude::*;

use super::Conn;
use crate::domain::mail::letter_texts::LetterSample;
use crate::domain::mail::letters::LetterId;
use crate::schema::letter_samples;

/// What a letter is a sample of; none where it is no sample.
pub fn find(conn: &mut Conn, letter: &LetterId) -> QueryResult<Option<LetterSample>> {
    letter_samples::table.find(letter).select(LetterSample::as_select()).get_result(conn).optional()
}

/// Adds a sample.
pub fn insert(conn: &mut Conn, sample: &LetterSample) -> QueryResult<usize> {
    diesel::insert_into(letter_samples::table).values(sample).execute(conn)
}
