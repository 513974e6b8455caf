//! The first page of each role: what needs it today, each with a link to where it is mended.

mod lines;
mod news;

use chrono::NaiveDate;
use maud::{Markup, html};

use self::lines::{
    asking_lines, call_back_lines, day_of, days_left, declined_examples, lines_of, link, posts_lines, proposals,
    soon_line, waiting_examples,
};
use super::dashboards::{country, municipalities, saved_views};
use super::mail::letters::state_name;
use super::shell::{self, Frame};
use super::ui;
use crate::domain::MunicipalityCode;
use crate::domain::dashboards::country::CountryDashboard;
use crate::domain::dashboards::municipality::MunicipalityDashboard;
use crate::domain::dashboards::saved_view::SavedView;
use crate::domain::mail::letters::LetterState;
use crate::domain::practice::examples::ExampleId;
use crate::domain::rounds::directory::Post;
use crate::domain::rounds::invitations::Invitation;
use crate::domain::rounds::news::News;
use crate::domain::rounds::proposals::ProposedHolder;
use crate::domain::rounds::{Round, RoundStatus};

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
    /// How many examples of good practice wait for a moderator.
    pub waiting_examples: i64,
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
    /// Posts for which those who were asked have named a new holder.
    pub proposals: Vec<(ProposedHolder, Post)>,
    /// Examples of good practice that were declined, by title.
    pub declined_examples: Vec<(ExampleId, String)>,
}

/// What a consultant follows.
#[derive(Debug)]
pub struct ConsultantDesk {
    /// Open rounds.
    pub answering: Vec<Answering>,
    /// Posts that no invitation has reached.
    pub unreached: Vec<Lacking>,
    /// Posts of open rounds that have not handed in, the municipalities with most of them first.
    pub missing: Vec<Lacking>,
    /// How many examples of good practice wait for the reader as a moderator.
    pub waiting_examples: i64,
}

/// What there is to read, whatever the role.
#[derive(Debug)]
pub struct Reading {
    /// What is new since the visit before; none at the first visit.
    pub news: Option<News>,
    /// The newest result, where there is one.
    pub newest: Option<NewestResult>,
    /// Posts to call again today, by the key of their round.
    pub call_backs: Vec<(String, usize)>,
    /// Views of figures, one's own and those that colleagues share.
    pub views: Vec<SavedView>,
}

/// The newest result as far as its reader may see it.
#[derive(Debug)]
pub enum NewestResult {
    /// The country's.
    Country(Box<CountryDashboard>),
    /// That of the only municipality that the reader sees.
    Municipality(Box<MunicipalityDashboard>),
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
    /// Key of the round before and the share of its posts that had handed in on the same day, in per cent.
    pub before: Option<(String, i64)>,
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
pub fn admin(frame: &Frame, desk: &AdminDesk, reading: &Reading, today: NaiveDate) -> Markup {
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
            (tr!(language, "practice-title"), waiting_examples(desk.waiting_examples, language)),
        ],
        reading,
    )
}

/// What needs a coordinator.
pub fn coordinator(frame: &Frame, desk: &CoordinatorDesk, reading: &Reading, today: NaiveDate) -> Markup {
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
    page(
        frame,
        &[
            (tr!(language, "home-asking"), asking_lines(&desk.asking, language)),
            (tr!(language, "home-answering"), answering.collect()),
            (tr!(language, "home-proposals"), proposals(&desk.proposals, language)),
            (tr!(language, "home-contacts"), contacts),
            (tr!(language, "practice-title"), declined_examples(&desk.declined_examples, language)),
        ],
        reading,
    )
}

/// What a consultant follows.
pub fn consultant(frame: &Frame, desk: &ConsultantDesk, reading: &Reading, today: NaiveDate) -> Markup {
    let language = frame.language;
    let answering = desk.answering.iter().map(|one| {
        let share = if one.posts > 0 { one.handed_in * 100 / one.posts } else { 0 };
        let (done, all) = (one.handed_in, one.posts);
        let text = tr!(language, "home-answered", done = done, all = all, share = share);
        html! {
            (link(&format!("/rounds/{}", one.round.key), &tr!(language, "rounds-heading", key = one.round.key.as_str())))
            br; (text)
            @if let Some((key, share)) = &one.before {
                br; (tr!(language, "home-answered-before", key = key.as_str(), share = share))
            }
            br; (days_left(&one.round, today, language))
        }
    });
    page(
        frame,
        &[
            (tr!(language, "home-response"), answering.collect()),
            (tr!(language, "home-missing"), lines_of(&desk.missing, "home-missing-in", language)),
            (tr!(language, "home-contacts"), lines_of(&desk.unreached, "home-unreached", language)),
            (tr!(language, "practice-title"), waiting_examples(desk.waiting_examples, language)),
        ],
        reading,
    )
}

/// What is new, cards of what needs somebody, or the word that nothing does; and the newest result.
fn page(frame: &Frame, needs: &[(String, Vec<Markup>)], reading: &Reading) -> Markup {
    let language = frame.language;
    let title = tr!(language, "home-title");
    let call_backs = (tr!(language, "home-call-backs"), call_back_lines(&reading.call_backs, language));
    let filled = std::iter::once(&call_backs).chain(needs).filter(|(_, lines)| !lines.is_empty());
    let cards: Vec<Markup> = filled.map(|(heading, lines)| ui::card(heading, ui::plain_list(lines))).collect();
    let main = html! {
        (ui::page_heading_with_lead(&title, html! { (tr!(language, "home-lead")) }))
        @if let Some(news) = &reading.news { (news::section(news, language)) }
        @if cards.is_empty() {
            (ui::notice(ui::Kind::Success, &tr!(language, "word-success"), html! { (tr!(language, "home-nothing")) }))
        } @else { (ui::cards(&cards)) }
        @if !reading.views.is_empty() {
            (ui::heading(ui::Level::Two, "views", &tr!(language, "saved-views-title")))
            (ui::plain_list(&lines::cut(saved_views::links(&reading.views), language)))
            p { a href="/saved-views" { (tr!(language, "saved-views-all")) } }
        }
        @match &reading.newest {
            Some(NewestResult::Country(page)) => (country::in_brief(page, language)),
            Some(NewestResult::Municipality(page)) => (municipalities::in_brief(page, language)),
            None => {}
        }
    };
    shell::page(frame, &title, main)
}
