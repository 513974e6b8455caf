//! The first page of each role: what needs it today, each with a link to where it is mended.

use chrono::NaiveDate;
use maud::{Markup, html};

use super::mail::letters::state_name;
use super::rounds::extension_request_line;
use super::shell::{self, Frame};
use super::ui;
use crate::domain::mail::letters::LetterState;
use crate::domain::rounds::agenda::{Soon, soon};
use crate::domain::rounds::directory::Post;
use crate::domain::rounds::invitations::Invitation;
use crate::domain::rounds::proposals::ProposedHolder;
use crate::domain::rounds::{Round, RoundStatus};
use crate::domain::{Language, MunicipalityCode};
use crate::texts;

/// The most municipalities that are named one by one.
const MOST_NAMED: usize = 8;

/// What an administrator looks after. That the queue is late is told on every page (`shell`).
#[derive(Debug)]
pub struct AdminDesk {
    /// All rounds.
    pub rounds: Vec<Round>,
    /// Letters that did not go as planned, by state.
    pub letters: Vec<(LetterState, i64)>,
    /// Keys of editions that are not published.
    pub edition_drafts: Vec<String>,
    /// Posts without address, where a round is being prepared.
    pub without_address: Vec<(MunicipalityCode, i64)>,
    /// Posts without address that open rounds ask.
    pub unaddressed: Vec<Lacking>,
    /// Accounts whose link nobody has used yet.
    pub unused_accounts: Vec<String>,
    /// Posts for which those who were asked have named a new holder.
    pub proposals: Vec<(ProposedHolder, Post)>,
    /// Posts that have asked for more time and wait for an answer, each with its round's key.
    pub asking: Vec<(Invitation, String)>,
}

/// What a coordinator looks after.
#[derive(Debug)]
pub struct CoordinatorDesk {
    /// The own municipality.
    pub municipalities: Vec<MunicipalityCode>,
    /// Open rounds.
    pub answering: Vec<Answering>,
    /// Posts that no invitation has reached.
    pub unreached: Vec<Lacking>,
    /// Posts without address.
    pub without_address: Vec<(MunicipalityCode, i64)>,
    /// Posts that have asked for more time and wait for an answer, each with its round's key.
    pub asking: Vec<(Invitation, String)>,
    /// The newest round with a result.
    pub newest: Option<Round>,
    /// Posts for which those who were asked have named a new holder.
    pub proposals: Vec<(ProposedHolder, Post)>,
}

/// What a consultant follows.
#[derive(Debug)]
pub struct ConsultantDesk {
    /// Open rounds.
    pub answering: Vec<Answering>,
    /// Posts that no invitation has reached.
    pub unreached: Vec<Lacking>,
    /// The newest round with a result.
    pub newest: Option<Round>,
}

/// An open round with its posts in scope.
#[derive(Debug)]
pub struct Answering {
    /// The round.
    pub round: Round,
    /// Posts asked.
    pub posts: i64,
    /// Of them handed in.
    pub handed_in: i64,
}

/// Posts of a municipality in a round that lack something.
#[derive(Debug)]
pub struct Lacking {
    /// Key of the round.
    pub round: String,
    /// The municipality.
    pub municipality: MunicipalityCode,
    /// How many.
    pub count: i64,
}

/// What needs an administrator.
pub fn admin(frame: &Frame, desk: &AdminDesk, today: NaiveDate) -> Markup {
    let language = frame.language;
    let letters = desk.letters.iter().map(|(state, count)| {
        let (name, count) = (state_name(*state, language), *count);
        let text = tr!(language, "letters-of-state", state = name, count = count);
        link(&format!("/letters?state={state}"), &text)
    });
    let mut soon_at: Vec<(NaiveDate, Markup)> =
        desk.rounds.iter().filter_map(|round| Some((day_of(round)?, soon_line(round, today, language)?))).collect();
    soon_at.sort_by_key(|(day, _)| *day);
    let drafts = desk.rounds.iter().filter(|round| round.status == RoundStatus::Draft).map(|round| {
        let text = tr!(language, "home-draft-round", key = round.key.as_str());
        link(&format!("/rounds/{}/preparation", round.key), &text)
    });
    let editions = desk
        .edition_drafts
        .iter()
        .map(|key| link(&format!("/catalogue/{key}"), &tr!(language, "home-draft-edition", key = key.as_str())));
    let accounts = desk.unused_accounts.iter().map(|email| link("/staff", email));
    let mut lacking = lines_of(&desk.unaddressed, "home-unaddressed", language);
    lacking.extend(posts_lines(&desk.without_address, language));
    page(
        frame,
        &[
            (tr!(language, "home-letters"), letters.collect()),
            (tr!(language, "home-soon"), soon_at.into_iter().map(|(_, line)| line).collect()),
            (tr!(language, "home-drafts"), drafts.chain(editions).collect()),
            (tr!(language, "home-proposals"), proposals(&desk.proposals, language)),
            (tr!(language, "home-addresses"), lacking),
            (tr!(language, "home-accounts"), accounts.collect()),
            (tr!(language, "home-asking"), asking_lines(&desk.asking, language)),
        ],
        &[],
    )
}

/// What needs a coordinator.
pub fn coordinator(frame: &Frame, desk: &CoordinatorDesk, today: NaiveDate) -> Markup {
    let language = frame.language;
    let answering = desk.answering.iter().filter(|one| one.handed_in < one.posts).flat_map(|one| {
        desk.municipalities.iter().map(move |code| {
            let address = format!("/rounds/{}/municipalities/{code}/status", one.round.key);
            let (missing, all) = (one.posts - one.handed_in, one.posts);
            html! {
                (link(&address, &tr!(language, "home-unanswered", count = missing, all = all)))
                br; (days_left(&one.round, today, language))
            }
        })
    });
    let mut contacts = lines_of(&desk.unreached, "home-unreached", language);
    contacts.extend(posts_lines(&desk.without_address, language));
    let results = desk.newest.iter().flat_map(|round| {
        desk.municipalities.iter().map(move |code| {
            let text = tr!(language, "home-result-of", key = round.key.as_str(), municipality = code.authority());
            link(&format!("/rounds/{}/municipalities/{code}", round.key), &text)
        })
    });
    page(
        frame,
        &[
            (tr!(language, "home-asking"), asking_lines(&desk.asking, language)),
            (tr!(language, "home-answering"), answering.collect()),
            (tr!(language, "home-proposals"), proposals(&desk.proposals, language)),
            (tr!(language, "home-contacts"), contacts),
        ],
        &[(tr!(language, "home-results"), results.collect())],
    )
}

/// Posts with whom they are said to have as a new holder; each leads to where that is decided.
fn proposals(proposals: &[(ProposedHolder, Post)], language: Language) -> Vec<Markup> {
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

/// What a consultant follows.
pub fn consultant(frame: &Frame, desk: &ConsultantDesk, today: NaiveDate) -> Markup {
    let language = frame.language;
    let answering = desk.answering.iter().map(|one| {
        let share = if one.posts > 0 { one.handed_in * 100 / one.posts } else { 0 };
        let (done, all) = (one.handed_in, one.posts);
        let text = tr!(language, "home-answered", done = done, all = all, share = share);
        html! {
            (link(&format!("/rounds/{}", one.round.key), &tr!(language, "rounds-heading", key = one.round.key.as_str())))
            br; (text)
            br; (days_left(&one.round, today, language))
        }
    });
    let results = desk.newest.iter().map(|round| {
        link(&format!("/rounds/{}/country", round.key), &tr!(language, "home-result", key = round.key.as_str()))
    });
    page(
        frame,
        &[
            (tr!(language, "home-response"), answering.collect()),
            (tr!(language, "home-contacts"), lines_of(&desk.unreached, "home-unreached", language)),
        ],
        &[(tr!(language, "home-results"), results.collect())],
    )
}

/// Cards of what needs somebody, or the word that nothing does; and cards of what there is to read.
fn page(frame: &Frame, needs: &[(String, Vec<Markup>)], reading: &[(String, Vec<Markup>)]) -> Markup {
    let language = frame.language;
    let title = tr!(language, "home-title");
    let cards = |sections: &[(String, Vec<Markup>)]| -> Vec<Markup> {
        let filled = sections.iter().filter(|(_, lines)| !lines.is_empty());
        filled.map(|(heading, lines)| ui::card(heading, ui::plain_list(lines))).collect()
    };
    let (needs, reading) = (cards(needs), cards(reading));
    let main = html! {
        (ui::page_heading_with_lead(&title, html! { (tr!(language, "home-lead")) }))
        @if needs.is_empty() {
            (ui::notice(ui::Kind::Success, &tr!(language, "word-success"), html! { (tr!(language, "home-nothing")) }))
        }
        @let all: Vec<Markup> = needs.into_iter().chain(reading).collect();
        @if !all.is_empty() { (ui::cards(&all)) }
    };
    shell::page(frame, &title, main)
}

fn link(href: &str, text: &str) -> Markup {
    html! { a href=(href) { (text) } }
}

/// The day on which something happens to a round next.
fn day_of(round: &Round) -> Option<NaiveDate> {
    match round.status {
        RoundStatus::Draft | RoundStatus::Scheduled => Some(round.opens_on),
        RoundStatus::Open => Some(round.closes_on),
        RoundStatus::Closed | RoundStatus::Published => None,
    }
}

fn soon_line(round: &Round, today: NaiveDate, language: Language) -> Option<Markup> {
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

fn days_left(round: &Round, today: NaiveDate, language: Language) -> String {
    let (days, day) = ((round.closes_on - today).num_days(), texts::date(round.closes_on, language));
    match days {
        0.. => tr!(language, "home-days-left", days = days, day = day),
        _ => tr!(language, "home-deadline-over", day = day),
    }
}

/// A line for each municipality whose directory lacks addresses.
fn posts_lines(counts: &[(MunicipalityCode, i64)], language: Language) -> Vec<Markup> {
    let lines = counts.iter().map(|(code, count)| {
        let (name, count) = (code.name(), *count);
        let text = tr!(language, "home-without-address", municipality = name, count = count);
        link(&format!("/municipalities/{code}/posts"), &text)
    });
    cut(lines.collect(), language)
}

/// A line for each round and municipality where posts lack something.
fn lines_of(lacking: &[Lacking], key: &str, language: Language) -> Vec<Markup> {
    let lines = lacking.iter().map(|Lacking { round, municipality, count }| {
        let (name, round_key, count) = (municipality.name(), round.as_str(), *count);
        let text = match key {
            "home-unreached" => {
                tr!(language, "home-unreached", municipality = name, key = round_key, count = count)
            }
            _ => tr!(language, "home-unaddressed", municipality = name, key = round_key, count = count),
        };
        link(&format!("/rounds/{round}/municipalities/{municipality}/status"), &text)
    });
    cut(lines.collect(), language)
}

/// A line for each post that waits for an answer.
fn asking_lines(asking: &[(Invitation, String)], language: Language) -> Vec<Markup> {
    cut(asking.iter().map(|one| extension_request_line(one, language)).collect(), language)
}

/// The first of many lines, and how many more there are.
fn cut(mut lines: Vec<Markup>, language: Language) -> Vec<Markup> {
    if lines.len() > MOST_NAMED {
        let more = lines.len() - MOST_NAMED;
        lines.truncate(MOST_NAMED);
        lines.push(html! { (tr!(language, "home-more", count = more)) });
    }
    lines
}
