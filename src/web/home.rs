//! Where an account begins: what needs it today.

use actix_web::web::Html;
use chrono::NaiveDateTime;

use super::error::WebError;
use super::{Service, Shared, count, draw};
use crate::domain::MunicipalityCode;
use crate::domain::access::staff::{Role, Scope, Staff};
use crate::domain::base::days::day_in_denmark;
use crate::domain::base::names;
use crate::domain::dashboards::country::CountryDashboard;
use crate::domain::dashboards::municipality::{Chosen, MunicipalityDashboard};
use crate::domain::dashboards::wanted::Wanted;
use crate::domain::mail::letters::LetterState;
use crate::domain::practice::advice::count_news;
use crate::domain::practice::examples::{ExampleId, ExampleState, example_threads, may_moderate};
use crate::domain::rounds::agenda::newest_result;
use crate::domain::rounds::calls::count_due;
use crate::domain::rounds::directory::Post;
use crate::domain::rounds::news::News;
use crate::domain::rounds::participation::PostCount;
use crate::domain::rounds::proposals::ProposedHolder;
use crate::domain::rounds::{Round, RoundId, RoundStatus};
use crate::error::Result;
use crate::results::hold_in_scope;
use crate::store::{self, Conn};
use crate::views::home::{
    AdminDesk, Answering, ConsultantDesk, CoordinatorDesk, Lacking, NewestResult, Reading, admin, consultant,
    coordinator,
};
use crate::web::access::auth::Visitor;
use crate::web::rounds::response_curve;

/// What a role looks after.
enum Desk {
    Admin(AdminDesk),
    Consultant(ConsultantDesk),
    Coordinator(CoordinatorDesk),
}

/// `GET /`
pub async fn show(service: Shared, visitor: Visitor) -> std::result::Result<Html, WebError> {
    let today = day_in_denmark(service.now());
    let staff = visitor.staff.clone();
    let (desk, reading) = count(&service, move |service| {
        service.db.read(|conn| {
            let (scope, now) = (staff.scope(), service.now());
            let rounds = store::rounds::list(conn)?;
            let desk = match (staff.role, &scope) {
                (Role::Admin, _) => Desk::Admin(for_admin(conn, &rounds)?),
                (Role::Coordinator, Scope::Some(codes)) if codes.len() == 1 => {
                    Desk::Coordinator(for_coordinator(conn, &rounds, codes, now)?)
                }
                _ => Desk::Consultant(for_consultant(conn, &rounds, &staff, now)?),
            };
            let news = match store::staff::find_visited(conn, &staff.id)? {
                Some(since) => Some(news(conn, since, &rounds, &staff)?),
                None => None,
            };
            let newest = match newest_result(&rounds) {
                Some(round) => newest(conn, service, round, &scope)?,
                None => None,
            };
            let views = store::saved_views::list(conn, &staff.id)?;
            let call_backs = count_due(store::calls::list_call_backs(conn, &scope)?, today);
            Ok((desk, Reading { call_backs, news, newest, views }))
        })
    })
    .await?;
    draw(move || {
        let frame = &visitor.frame;
        Ok(Html::new(match &desk {
            Desk::Admin(desk) => admin(frame, desk, &reading, today),
            Desk::Consultant(desk) => consultant(frame, desk, &reading, today),
            Desk::Coordinator(desk) => coordinator(frame, desk, &reading, today),
        }))
    })
    .await
}

fn news(conn: &mut Conn, since: NaiveDateTime, rounds: &[Round], staff: &Staff) -> Result<News> {
    let scope = staff.scope();
    let handed_in = store::participation::count_handed_in_since(conn, since, &scope)?;
    let comments = store::comments::count_since(conn, since, &scope)?;
    let advice = count_news(&store::advice::list_written_since(conn, since, &scope)?, &staff.id);
    Ok(News { advice, ..News::new(since, rounds, &handed_in, &comments) })
}

/// The newest result as its reader sees it: the only municipality's own, else the country's.
fn newest(conn: &mut Conn, service: &Service, round: &Round, scope: &Scope) -> Result<Option<NewestResult>> {
    if let Scope::Some(codes) = scope
        && let [code] = codes.as_slice()
    {
        let compared = hold_in_scope(conn, round, scope)?;
        let found = MunicipalityDashboard::new(&compared, code, &Chosen::default());
        return Ok(found.map(|found| NewestResult::Municipality(Box::new(found))));
    }
    let (compared, changes) = service.results.hold_country(conn, round, service.now())?;
    let country = CountryDashboard::new(&compared, &changes, (scope, None), Wanted::default());
    Ok(Some(NewestResult::Country(Box::new(country))))
}

fn for_admin(conn: &mut Conn, rounds: &[Round]) -> Result<AdminDesk> {
    const TROUBLED: [LetterState; 5] =
        [LetterState::Refused, LetterState::GivenUp, LetterState::Bounced, LetterState::InDoubt, LetterState::Deferred];
    let letters = store::ledger::count_by_state(conn)?;
    let without_address = match rounds.iter().any(Round::is_waiting) {
        true => store::directory::count_without_address(conn, &Scope::All)?,
        false => Vec::new(),
    };
    Ok(AdminDesk {
        letters: letters.into_iter().filter(|(state, count)| TROUBLED.contains(state) && *count > 0).collect(),
        edition_drafts: store::editions::list_drafts(conn)?,
        without_address,
        unaddressed: of_rounds(store::participation::count_without_address(conn, &Scope::All)?, rounds),
        unused_accounts: store::staff::list_unused(conn)?,
        proposals: proposals(conn, &Scope::All)?,
        asking: store::extension_requests::list_waiting(conn, &Scope::All)?,
        waiting_examples: store::examples::count_waiting(conn)?,
        rounds: rounds.to_vec(),
    })
}

fn for_coordinator(
    conn: &mut Conn,
    rounds: &[Round],
    codes: &[MunicipalityCode],
    now: NaiveDateTime,
) -> Result<CoordinatorDesk> {
    let scope = Scope::Some(codes.to_vec());
    let mut unreached = store::participation::count_unreached(conn, &scope)?;
    unreached.extend(store::participation::count_without_address(conn, &scope)?);
    let open = count_open(conn, rounds, &scope)?;
    Ok(CoordinatorDesk {
        answering: answering(conn, &open, rounds, &scope, now)?,
        unreached: of_rounds(unreached, rounds),
        without_address: store::directory::count_without_address(conn, &scope)?,
        asking: store::extension_requests::list_waiting(conn, &scope)?,
        proposals: proposals(conn, &scope)?,
        declined_examples: declined_examples(conn, &scope)?,
        municipalities: codes.to_vec(),
    })
}

/// Examples of good practice that a moderator did not show, and that nobody has written anew since.
fn declined_examples(conn: &mut Conn, scope: &Scope) -> Result<Vec<(ExampleId, String)>> {
    let own = example_threads(store::examples::list_in_scope(conn, scope)?);
    let declined = own.iter().filter(|thread| thread.state() == ExampleState::Declined);
    Ok(declined.filter_map(|one| Some((one.example.id.clone(), one.newest()?.0.title.clone()))).collect())
}

/// The new holders that those who were asked have named and nobody has decided about.
fn proposals(conn: &mut Conn, scope: &Scope) -> Result<Vec<(ProposedHolder, Post)>> {
    let found = store::proposed_holders::list(conn, scope)?.into_iter();
    let waiting = found.filter(|(proposed, _, holder)| !proposed.is_settled(holder.as_ref()));
    Ok(waiting.map(|(proposed, post, _)| (proposed, post)).collect())
}

fn for_consultant(conn: &mut Conn, rounds: &[Round], staff: &Staff, now: NaiveDateTime) -> Result<ConsultantDesk> {
    let scope = staff.scope();
    let open = count_open(conn, rounds, &scope)?;
    Ok(ConsultantDesk {
        answering: answering(conn, &open, rounds, &scope, now)?,
        unreached: of_rounds(store::participation::count_unreached(conn, &scope)?, rounds),
        missing: missing(&open),
        waiting_examples: if may_moderate(staff) { store::examples::count_waiting(conn)? } else { 0 },
    })
}

/// The open rounds with their posts in scope, by municipality.
fn count_open<'a>(conn: &mut Conn, rounds: &'a [Round], scope: &Scope) -> Result<Vec<(&'a Round, Vec<PostCount>)>> {
    let open = rounds.iter().filter(|round| round.status == RoundStatus::Open);
    open.map(|round| Ok((round, store::participation::count_posts(conn, &round.id, scope)?))).collect()
}

/// The municipalities in which posts of open rounds have not handed in, those with most of them first.
fn missing(open: &[(&Round, Vec<PostCount>)]) -> Vec<Lacking> {
    let asked = open.iter().filter(|(round, _)| !round.is_trial);
    let each = asked.flat_map(|(round, counts)| counts.iter().map(|one| (*round, one)));
    let lacking = each.map(|(round, one)| Lacking {
        round: round.key.clone(),
        count: one.posts - one.handed_in,
        municipality: one.municipality_code.clone(),
    });
    let mut missing: Vec<Lacking> = lacking.filter(|one| one.count > 0).collect();
    missing.sort_by(|one, other| {
        let by_name = || names::compare(one.municipality.name(), other.municipality.name());
        other.count.cmp(&one.count).then_with(by_name)
    });
    missing
}

/// The open rounds with how many posts in scope are asked and have handed in, beside the round before.
fn answering(
    conn: &mut Conn,
    open: &[(&Round, Vec<PostCount>)],
    rounds: &[Round],
    scope: &Scope,
    now: NaiveDateTime,
) -> Result<Vec<Answering>> {
    let mut answering = Vec::new();
    for (round, counts) in open.iter().filter(|(_, counts)| !counts.is_empty()) {
        let posts = counts.iter().map(|one| one.posts).sum();
        let handed_in = counts.iter().map(|one| one.handed_in).sum();
        let compared = response_curve::compare(conn, (round, posts), rounds, scope, now)?;
        let before = compared.and_then(|one| {
            let (key, before) = one.previous?;
            Some((key, before.share_on(one.current.last_day())))
        });
        answering.push(Answering { round: Round::clone(round), posts, handed_in, before });
    }
    Ok(answering)
}

/// Counts of rounds and municipalities under the rounds' keys, those of one place together.
fn of_rounds(counts: Vec<(RoundId, MunicipalityCode, i64)>, rounds: &[Round]) -> Vec<Lacking> {
    let mut lacking: Vec<Lacking> = Vec::new();
    for (id, municipality, count) in counts {
        let Some(round) = rounds.iter().find(|round| round.id == id) else { continue };
        match lacking.iter_mut().find(|one| one.round == round.key && one.municipality == municipality) {
            Some(one) => one.count += count,
            None => lacking.push(Lacking { round: round.key.clone(), municipality, count }),
        }
    }
    lacking
}
