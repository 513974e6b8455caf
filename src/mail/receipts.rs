//! The answers on a receipt, in words.

use std::sync::Arc;

use crate::domain::Language;
use crate::domain::catalogue::Edition;
use crate::domain::rounds::invitations::Invitation;
use crate::error::Result;
use crate::store::Conn;
use crate::store::receipts::{self, ReceiptRow};

use super::blocks::ReceiptLine;

/// Reads an edition by its key.
pub type LoadEdition = fn(&mut Conn, &str) -> Result<Arc<Edition>>;

/// The answers of an invitation as its receipt lists them, in the order they were asked.
///
/// # Errors
/// Database errors.
pub fn receipt_answers(conn: &mut Conn, invitation: &Invitation, edition: &Edition) -> Result<Vec<ReceiptLine>> {
    let mut rows = receipts::list_receipt_rows(conn, &invitation.id)?;
    // The receipt's page lists the sections so too; the sort keeps the questions of each in their order.
    rows.sort_by_key(|row| edition.area_place(row.area));
    Ok(rows.iter().filter_map(|row| line(row, edition, invitation.language)).collect())
}

/// None for a row that the edition doesn't know, which a published edition never has.
fn line(row: &ReceiptRow, edition: &Edition, language: Language) -> Option<ReceiptLine> {
    let question = edition.questions.get(usize::try_from(row.question).ok()?)?;
    let option = |choice: i16| edition.scale_of(question).options.get(usize::try_from(choice).ok()?);
    let answer = match row.choice {
        Some(choice) => option(choice)?.label.in_language(language).to_owned(),
        None => tr!(language, "letter-receipt-unanswered"),
    };
    let reason = row.reason.as_deref().filter(|text| !text.is_empty());
    let comment = row.comment.as_deref().filter(|text| !text.is_empty());
    let quote = row.quote.as_deref().filter(|text| !text.is_empty());
    let share = row.unit_share.map(|share| tr!(language, "units-said", share = share.as_str()));
    let comments = [
        share,
        reason.map(|text| tr!(language, "letter-receipt-reason", text = text)),
        comment.map(|text| tr!(language, "letter-receipt-comment", text = text)),
        quote.map(|text| tr!(language, "letter-receipt-quote", text = text)),
    ];
    Some(ReceiptLine {
        section: edition.area_name(row.area, language).to_owned(),
        question: edition.question_text(question, row.area, language),
        answer,
        comments: comments.into_iter().flatten().collect(),
    })
}
