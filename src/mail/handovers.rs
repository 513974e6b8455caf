//! What letters about handed-over sections tell, as it stands when they are written.

use super::content::Occasion;
use crate::domain::catalogue::Edition;
use crate::domain::mail::letters::Letter;
use crate::domain::rounds::invitations::{Invitation, Section};
use crate::error::Result;
use crate::store::{self, Conn};
use crate::texts::quoted;

/// What a letter asks a colleague for: all that was handed over at once. A section that was handed over by a program
/// that kept no rows of it stands alone.
///
/// # Errors
/// Database errors.
pub fn handover(
    conn: &mut Conn,
    edition: &Edition,
    letter: &Letter,
    (invitation, section): (&Invitation, Option<&Section>),
) -> Result<Occasion> {
    let rows = store::handovers::list_by_letter(conn, letter, &invitation.id)?;
    let Some((first, _)) = rows.first() else {
        let area = section.map_or_else(String::new, |one| edition.area_name(one.area, letter.language).to_owned());
        return Ok(Occasion::Handover { area, holder: invitation.name.clone(), note: String::new() });
    };
    let (holder, note) = (first.from_name.clone(), first.note.clone());
    let mut areas: Vec<_> = rows.iter().map(|(_, section)| section.area).collect();
    areas.sort_by_key(|area| edition.area_place(*area));
    let names: Vec<&str> = areas.into_iter().map(|area| edition.area_name(area, letter.language)).collect();
    Ok(Occasion::Handover { area: listed(&names, letter), holder, note })
}

/// Which colleague is done with what.
///
/// # Errors
/// Database errors.
pub fn handover_done(
    conn: &mut Conn,
    edition: &Edition,
    letter: &Letter,
    (_, section): (&Invitation, Option<&Section>),
) -> Result<Occasion> {
    let area = section.map_or_else(String::new, |one| edition.area_name(one.area, letter.language).to_owned());
    let rows = match section {
        Some(section) => store::handovers::list_by_section(conn, section.number)?,
        None => Vec::new(),
    };
    let done = rows.into_iter().find(|row| letter.is_about(row));
    Ok(Occasion::HandoverDone { area, colleague: done.map(|row| row.name).unwrap_or_default() })
}

/// One name as it is; several in quotation marks, because names have commas and "and" in them.
fn listed(names: &[&str], letter: &Letter) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [others @ .., last] => {
            let others: Vec<String> = others.iter().map(|name| quoted(name, letter.language)).collect();
            let last = quoted(last, letter.language);
            tr!(letter.language, "letter-handover-areas", others = others.join(", "), last = last)
        }
    }
}
