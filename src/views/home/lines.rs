//! The lines of the first page: what needs somebody, each with where it is mended.

use chrono::NaiveDate;
use maud::{Markup, html};

use super::Lacking;
use crate::domain::practice::examples::ExampleId;
use crate::domain::rounds::agenda::{Soon, soon};
use crate::domain::rounds::call_list::CallShown;
use crate::domain::rounds::directory::Post;
use crate::domain::rounds::invitations::Invitation;
use crate::domain::rounds::proposals::ProposedHolder;
use crate::domain::rounds::{Round, RoundStatus};
use crate::domain::{Language, MunicipalityCode};
use crate::texts;
use crate::views::rounds::extension_request_line;

/// The most municipalities that are named one by one.
const MOST_NAMED: usize = 8;

/// Posts with whom they are said to have as a new holder; each leads to where that is decided.
pub(super) fn proposals(proposals: &[(ProposedHolder, Post)], language: Language) -> Vec<Markup> {
    let line = |(proposed, post): &(ProposedHolder, Post)| {
        let text = tr!(
            language,
            "home-proposal",
            post = post.title.as_str(),
            municipality = post.municipality_code.name(),
            name = proposed.name.as_str()
        );
        link(&format!("/posts/{}", post.id), &text)
    };
    cut(proposals.iter().map(line).collect(), language)
}

/// A link.
pub(super) fn link(href: &str, text: &str) -> Markup {
    html! { a href=(href) { (text) } }
}

/// The day on which something happens to a round next.
pub(super) fn day_of(round: &Round) -> Option<NaiveDate> {
    match round.status {
        RoundStatus::Draft | RoundStatus::Scheduled => Some(round.opens_on),
        RoundStatus::Open => Some(round.closes_on),
        RoundStatus::Closed | RoundStatus::Published => None,
    }
}

/// What happens to a round within the week.
pub(super) fn soon_line(round: &Round, today: NaiveDate, language: Language) -> Option<Markup> {
    let key = round.key.as_str();
    let (opens, closes) = (texts::date(round.opens_on, language), texts::date(round.closes_on, language));
    Some(match soon(round, today)? {
        Soon::Opens => link(&format!("/rounds/{key}"), &tr!(language, "home-opens", key = key, day = opens)),
        Soon::OpensByHand => {
            link(&format!("/rounds/{key}/opening"), &tr!(language, "home-opens-by-hand", key = key, day = opens))
        }
        Soon::IsLate => link(&format!("/rounds/{key}/opening"), &tr!(language, "home-late", key = key, day = opens)),
        Soon::Closes => link(&format!("/rounds/{key}"), &tr!(language, "home-closes", key = key, day = closes)),
    })
}

/// How long a round can still be answered.
pub(super) fn days_left(round: &Round, today: NaiveDate, language: Language) -> String {
    let (days, day) = ((round.closes_on - today).num_days(), texts::date(round.closes_on, language));
    match days {
        0.. => tr!(language, "home-days-left", days = days, day = day),
        _ => tr!(language, "home-deadline-over", day = day),
    }
}

/// A line for each municipality whose directory lacks addresses.
pub(super) fn posts_lines(counts: &[(MunicipalityCode, i64)], language: Language) -> Vec<Markup> {
    let lines = counts.iter().map(|(code, count)| {
        let (name, count) = (code.name(), *count);
        let text = tr!(language, "home-without-address", municipality = name, count = count);
        link(&format!("/municipalities/{code}/posts"), &text)
    });
    cut(lines.collect(), language)
}

/// A line for each round and municipality where posts lack something.
pub(super) fn lines_of(lacking: &[Lacking], key: &str, language: Language) -> Vec<Markup> {
    let lines = lacking.iter().map(|Lacking { round, municipality, count }| {
        let (name, round_key, count) = (municipality.name(), round.as_str(), *count);
        let text = match key {
            "home-missing-in" => {
                tr!(language, "home-missing-in", municipality = name, key = round_key, count = count)
            }
            "home-unreached" => {
                tr!(language, "home-unreached", municipality = name, key = round_key, count = count)
            }
            _ => tr!(language, "home-unaddressed", municipality = name, key = round_key, count = count),
        };
        link(&format!("/rounds/{round}/municipalities/{municipality}/status"), &text)
    });
    cut(lines.collect(), language)
}

/// How many examples of good practice wait for a moderator; no line where none does.
pub(super) fn waiting_examples(count: i64, language: Language) -> Vec<Markup> {
    let line = || link("/practice#waiting", &tr!(language, "home-waiting-examples", count = count));
    (count > 0).then(line).into_iter().collect()
}

/// A line for each example of good practice that was declined.
pub(super) fn declined_examples(examples: &[(ExampleId, String)], language: Language) -> Vec<Markup> {
    let line = |(id, title): &(ExampleId, String)| {
        let title = texts::quoted(title, language);
        link(&format!("/practice/{id}"), &tr!(language, "home-declined-example", title = title))
    };
    cut(examples.iter().map(line).collect(), language)
}

/// A line for each post that waits for an answer.
pub(super) fn asking_lines(asking: &[(Invitation, String)], language: Language) -> Vec<Markup> {
    cut(asking.iter().map(|one| extension_request_line(one, language)).collect(), language)
}

/// A line for each round in which posts are to be called again, which leads to them.
pub(super) fn call_back_lines(call_backs: &[(String, usize)], language: Language) -> Vec<Markup> {
    let line = |(round, count): &(String, usize)| {
        let text = tr!(language, "home-call-backs-due", count = count, key = round.as_str());
        link(&format!("/rounds/{round}/calls?shown={}", CallShown::Due), &text)
    };
    call_backs.iter().map(line).collect()
}

/// The first of many lines, and how many more there are.
pub(super) fn cut(mut lines: Vec<Markup>, language: Language) -> Vec<Markup> {
    if lines.len() > MOST_NAMED {
        let more = lines.len() - MOST_NAMED;
        lines.truncate(MOST_NAMED);
        lines.push(html! { (tr!(language, "home-more", count = more)) });
    }
    lines
}
