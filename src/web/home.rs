//! Where an account begins: what needs it today.

use actix_web::web::Html;

use super::error::WebError;
use super::{Shared, read};
use crate::domain::MunicipalityCode;
use crate::domain::access::staff::{Role, Scope};
use crate::domain::base::days::day_in_denmark;
use crate::domain::mail::letters::LetterState;
use crate::domain::rounds::agenda::newest_result;
use crate::domain::rounds::directory::Post;
use crate::domain::rounds::proposals::ProposedHolder;
use crate::domain::rounds::{Round, RoundId, RoundStatus};
use crate::error::Result;
use crate::store::{self, Conn};
use crate::views::home::{
    AdminDesk, Answering, ConsultantDesk, CoordinatorDesk, Lacking, admin, consultant, coordinator,
};
use crate::web::access::auth::Visitor;

/// `GET /`
pub async fn show(service: Shared, visitor: Visitor) -> std::result::Result<Html, WebError> {
    let (scope, today) = (visitor.staff.scope(), day_in_denmark(service.now()));
    let frame = &visitor.frame;
    Ok(Html::new(match (visitor.staff.role, scope) {
        (Role::Admin, _) => admin(frame, &read(&service, for_admin).await?, today),
        (Role::Coordinator, Scope::Some(codes)) if codes.len() == 1 => {
            let desk = read(&service, move |conn| for_coordinator(conn, &codes)).await?;
            coordinator(frame, &desk, today)
        }
        (_, scope) => consultant(frame, &read(&service, move |conn| for_consultant(conn, &scope)).await?, today),
    }))
}

fn for_admin(conn: &mut Conn) -> Result<AdminDesk> {
    const TROUBLED: [LetterState; 5] =
        [LetterState::Refused, LetterState::GivenUp, LetterState::Bounced, LetterState::InDoubt, LetterState::Deferred];
    let rounds = store::rounds::list(conn)?;
    let letters = store::ledger::count_by_state(conn)?;
    let without_address = match rounds.iter().any(Round::is_waiting) {
        true => store::directory::count_without_address(conn, &Scope::All)?,
        false => Vec::new(),
    };
    Ok(AdminDesk {
        letters: letters.into_iter().filter(|(state, count)| TROUBLED.contains(state) && *count > 0).collect(),
        edition_drafts: store::editions::list_drafts(conn)?,
        without_address,
        unaddressed: of_rounds(store::participation::count_without_address(conn, &Scope::All)?, &rounds),
        unused_accounts: store::staff::list_unused(conn)?,
        proposals: proposals(conn, &Scope::All)?,
        asking: store::extension_requests::list_waiting(conn, &Scope::All)?,
        rounds,
    })
}

fn for_coordinator(conn: &mut Conn, codes: &[MunicipalityCode]) -> Result<CoordinatorDesk> {
    let scope = Scope::Some(codes.to_vec());
    let rounds = store::rounds::list(conn)?;
    let mut unreached = store::participation::count_unreached(conn, &scope)?;
    unreached.extend(store::participation::count_without_address(conn, &scope)?);
    Ok(CoordinatorDesk {
        answering: answering(conn, &rounds, &scope)?,
        unreached: of_rounds(unreached, &rounds),
        without_address: store::directory::count_without_address(conn, &scope)?,
        asking: store::extension_requests::list_waiting(conn, &scope)?,
        newest: newest_result(&rounds).cloned(),
        proposals: proposals(conn, &scope)?,
        municipalities: codes.to_vec(),
    })
}

/// The new holders that those who were asked have named and nobody has decided about.
fn proposals(conn: &mut Conn, scope: &Scope) -> Result<Vec<(ProposedHolder, Post)>> {
    let found = store::proposed_holders::list(conn, scope)?.into_iter();
    let waiting = found.filter(|(proposed, _, holder)| !proposed.is_settled(holder.as_ref()));
    Ok(waiting.map(|(proposed, post, _)| (proposed, post)).collect())
}

fn for_consultant(conn: &mut Conn, scope: &Scope) -> Result<ConsultantDesk> {
    let rounds = store::rounds::list(conn)?;
    Ok(ConsultantDesk {
        answering: answering(conn, &rounds, scope)?,
        unreached: of_rounds(store::participation::count_unreached(conn, scope)?, &rounds),
        newest: newest_result(&rounds).cloned(),
    })
}

/// The open rounds with how many posts in scope are asked and have handed in.
fn answering(conn: &mut Conn, rounds: &[Round], scope: &Scope) -> Result<Vec<Answering>> {
    let open: Vec<&Round> = rounds.iter().filter(|round| round.status == RoundStatus::Open).collect();
    if open.is_empty() {
        return Ok(Vec::new());
    }
    let counted = store::participation::count_by_round(conn, scope)?;
    let of_round = |round: &Round| {
        let found = counted.iter().find(|(id, _, _)| *id == round.id);
        found.map(|(_, posts, handed_in)| Answering { round: round.clone(), posts: *posts, handed_in: *handed_in })
    };
    Ok(open.into_iter().filter_map(of_round).collect())
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
