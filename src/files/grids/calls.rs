//! Everybody who has not handed in, with what one needs to call them.

use chrono::NaiveDateTime;

use super::{GridHead, Kind, Value, column, columns};
use crate::domain::Language;
use crate::domain::rounds::Round;
use crate::domain::rounds::call_list::CallLine;
use crate::domain::rounds::invitations::deadline;

/// What the table is.
pub fn head(round: &Round, language: Language) -> GridHead {
    let text = |key, label, about| column(key, label, about, Kind::Text);
    let count = |key, label, about| column(key, label, about, Kind::Count);
    let mut all = columns::places(language);
    all.extend([
        text("department", tr!(language, "rounds-department"), tr!(language, "grid-call-department-about")),
        text("post", tr!(language, "rounds-post"), tr!(language, "grid-call-post-about")),
        text("name", tr!(language, "grid-call-name"), tr!(language, "grid-call-name-about")),
        text("phone", tr!(language, "grid-call-phone"), tr!(language, "grid-call-phone-about")),
        text("email", tr!(language, "chosen-address"), tr!(language, "grid-call-email-about")),
        count("sections", tr!(language, "grid-call-sections"), tr!(language, "grid-call-sections-about")),
        count("missing", tr!(language, "calls-missing"), tr!(language, "grid-call-missing-about")),
        text("last_day", tr!(language, "rounds-last-day"), tr!(language, "grid-call-last-day-about")),
        text("letter", tr!(language, "grid-call-letter"), tr!(language, "grid-call-letter-about")),
        text("letter_state", tr!(language, "grid-call-state"), tr!(language, "grid-call-state-about")),
        text("sent_at", tr!(language, "grid-call-sent"), tr!(language, "grid-call-sent-about")),
        text("called_at", tr!(language, "grid-call-called"), tr!(language, "grid-call-called-about")),
        text("call_outcome", tr!(language, "grid-call-outcome"), tr!(language, "grid-call-outcome-about")),
        column("call_note", tr!(language, "grid-call-note"), tr!(language, "grid-call-note-about"), Kind::LongText),
        text("call_back_on", tr!(language, "grid-call-back"), tr!(language, "grid-call-back-about")),
    ]);
    let title = tr!(language, "grid-calls-title", round = round.key.as_str());
    GridHead { title, notes: Vec::new(), columns: all, language }
}

/// A row for each.
pub fn rows<'a>(round: &Round, lines: &[&'a CallLine], language: Language) -> Vec<Vec<Value<'a>>> {
    let count = |count: i64| Value::count(usize::try_from(count).ok());
    let row = |line: &&'a CallLine| {
        let (one, letter) = (&line.invitation, line.letter.as_ref());
        let mut row = columns::place(one.municipality_code.as_str(), round.closes_on, language);
        row.extend(
            [&one.department, &one.post, &one.name, &one.phone, &one.email].map(|text| Value::text(text.as_str())),
        );
        row.extend([line.all, line.missing()].map(count));
        row.push(Value::text(deadline(round, one).to_string()));
        row.push(Value::text(letter.map_or("", |letter| letter.kind.as_str())));
        row.push(Value::text(letter.map_or("", |letter| letter.state.as_str())));
        row.push(Value::text(letter.and_then(|letter| letter.sent_at).map(instant).unwrap_or_default()));
        let call = line.last_call.as_ref();
        row.push(Value::text(call.map(|call| instant(call.called_at)).unwrap_or_default()));
        row.push(Value::text(call.map_or("", |call| call.outcome.as_str())));
        row.push(Value::text(call.map_or("", |call| call.note.as_str())));
        let call_back = call.and_then(|call| call.call_back_on);
        row.push(Value::text(call_back.map(|day| day.to_string()).unwrap_or_default()));
        row
    };
    lines.iter().map(row).collect()
}

fn instant(at: NaiveDateTime) -> String {
    at.format("%Y-%m-%dT%H:%M:%SZ").to_string()
}
