//! The pages of letters.

use std::str::FromStr;

use actix_web::{HttpResponse, Responder, web};
use maud::Markup;

use crate::commands;
use crate::domain::mail::ledger_search::LedgerSearch;
use crate::domain::mail::letters::LetterId;
use crate::domain::rounds::Round;
use crate::error::{Error, OrNotFound};
use crate::store::{self, retries};
use crate::views::mail::letters::{Asked, Ledger, One, PER_PAGE, Preview, ledger, one};
use crate::web::access::auth::Admin;
use crate::web::error::WebError;
use crate::web::replies;
use crate::web::{Shared, act, read};

/// `GET /letters`: the ledger, newest letter first, or what is looked for in it.
///
/// # Errors
/// Not found for a round, a municipality, a state or a kind that there is none of.
pub async fn list(service: Shared, admin: Admin, asked: web::Query<Asked>) -> Result<impl Responder, WebError> {
    let asked = asked.into_inner();
    let page = asked.page.unwrap_or(1).max(1);
    let sought = asked.clone();
    let shown = read(&service, move |conn| {
        let rounds = store::rounds::list(conn)?;
        let search = search(&sought, &rounds)?;
        let limit = i64::try_from(PER_PAGE).unwrap_or(i64::MAX);
        let offset = i64::try_from(page - 1).unwrap_or(i64::MAX).saturating_mul(limit);
        let letters = store::ledger_search::list(conn, &search, limit, offset)?;
        let told: Vec<&str> = letters.iter().filter_map(|(letter, _)| letter.recipient.post()).collect();
        Ok(Ledger {
            counts: store::ledger_search::count_by_state(conn, &search)?,
            unknown: store::ledger::count_unknown(conn)?,
            state: search.state,
            asked: sought.clone(),
            page,
            posts: store::named::list_posts(conn, &told)?.into_iter().collect(),
            letters,
            rounds: rounds.into_iter().map(|round| round.key).collect(),
            waiting_for_person: retries::count(conn)?,
        })
    })
    .await?;
    Ok(html(ledger(&admin.frame, &shown)))
}

/// What an address looks for.
fn search(asked: &Asked, rounds: &[Round]) -> crate::error::Result<LedgerSearch> {
    let round = match asked.round.as_str() {
        "" => None,
        key => Some(rounds.iter().find(|round| round.key == key).or_not_found()?.id.clone()),
    };
    Ok(LedgerSearch {
        round,
        municipality: word(&asked.municipality)?,
        state: word(&asked.state)?,
        kind: word(&asked.kind)?,
        text: asked.q.trim().to_owned(),
    })
}

/// A word of one of our lists, or nothing.
fn word<T: FromStr>(text: &str) -> crate::error::Result<Option<T>> {
    match text {
        "" => Ok(None),
        text => Ok(Some(text.parse().ok().or_not_found()?)),
    }
}

/// `GET /letters/{id}`: what became of a letter; how it read only where letters are kept in memory
/// (demo), because that shows a personal link.
///
/// # Errors
/// Not found where there is no such letter.
pub async fn show(admin: Admin, service: Shared, id: web::Path<String>) -> Result<impl Responder, WebError> {
    let id = letter_id(&id)?;
    let kept = service.mailbox.as_ref().and_then(|mailbox| mailbox.find(&id));
    let (letter, invitation, (subject, text), told) = read(&service, move |conn| {
        let (letter, invitation) = store::ledger::find(conn, &id)?.or_not_found()?;
        let told = match letter.recipient.post() {
            Some(post) => store::named::list_posts(conn, &[post])?.pop().map(|(_, told)| told),
            None => None,
        };
        let written = store::letter_texts::find_of_letter(conn, &id)?;
        Ok((letter, invitation, written, told))
    })
    .await?;
    let preview = kept.as_ref().map(|kept| Preview {
        subject: &kept.rendered.subject,
        text: &kept.rendered.text,
        html: &kept.rendered.html,
        link: &kept.rendered.link,
    });
    let shown = One {
        letter: &letter,
        invitation: invitation.as_ref(),
        told: told.as_ref(),
        subject: subject.as_deref(),
        text: text.as_ref(),
        preview,
    };
    Ok(html(one(&admin.frame, &shown)))
}

/// `POST /letters/{id}/repeat`: sends a letter again that gets no further by itself.
///
/// # Errors
/// Not found where there is no such letter.
pub async fn repeat(admin: Admin, service: Shared, id: web::Path<String>) -> Result<HttpResponse, WebError> {
    let (id, by) = (letter_id(&id)?, admin.by(&service));
    let seen = id.clone();
    act(&service, move |service| commands::letters::repeat(&service.db, &id, &by)).await?;
    Ok(see(&seen))
}

/// `POST /letters/{id}/settlement`: a letter in doubt is known to have arrived.
///
/// # Errors
/// Database errors.
pub async fn settle(admin: Admin, service: Shared, id: web::Path<String>) -> Result<HttpResponse, WebError> {
    let (id, by) = (letter_id(&id)?, admin.by(&service));
    let seen = id.clone();
    act(&service, move |service| commands::letters::settle(&service.db, &id, &by)).await?;
    Ok(see(&seen))
}

fn letter_id(text: &str) -> crate::error::Result<LetterId> {
    text.parse().map_err(|_| Error::NotFound)
}

fn see(id: &LetterId) -> HttpResponse {
    replies::see(&format!("/letters/{id}"))
}

fn html(markup: Markup) -> web::Html {
    web::Html::new(markup.into_string())
}

#[cfg(test)]
mod tests {
    use actix_web::http::StatusCode;

    use crate::mail::Mailbox;
    use crate::test_support::admin;
    use crate::test_support::mail::{InvitedRound, invited_round};

    async fn shown(invited: &InvitedRound, path: &str) -> (StatusCode, String) {
        let reply = invited.get_as(path, admin()).await;
        (reply.status, reply.body)
    }

    #[actix_web::test]
    async fn the_ledger_counts_filters_and_turns_pages() {
        let invited = invited_round(60);
        invited.plan_invitations();
        let (_, all) = shown(&invited, "/letters").await;
        assert!(all.contains("Planlagt (60)") && all.contains("Side 1 af 2") && all.contains("leader-59@example.org"));
        assert!(!all.contains("leader-9@example.org"), "that one is on the second page");
        let (_, second) = shown(&invited, "/letters?state=planned&page=2").await;
        assert!(second.contains("leader-9@example.org") && second.contains("/letters?state=planned&amp;page=1"));
        let (_, none) = shown(&invited, "/letters?state=refused").await;
        assert!(!none.contains("leader-"));
        assert_eq!(shown(&invited, "/letters?state=lost").await.0, StatusCode::NOT_FOUND);
    }

    #[actix_web::test]
    async fn letters_are_found_by_round_municipality_kind_and_words() {
        let invited = invited_round(3);
        invited.plan_invitations();
        invited.memory_worker(&Mailbox::default()).deliver_due().await.unwrap();
        invited.change("UPDATE letters SET name = 'Åse Østergaard' WHERE email = 'leader-1@example.org'");
        let found = async |query: &str| {
            let (status, page) = shown(&invited, &format!("/letters?{query}")).await;
            assert_eq!(status, StatusCode::OK, "{query}");
            [0, 1, 2].map(|number| page.contains(&format!("leader-{number}@example.org")))
        };
        for all in [
            "round=2026",
            "municipality=0751",
            "kind=invitation",
            "q=svar+senest+1.+oktober",
            "q=LEADER",
            "state=accepted",
        ] {
            assert_eq!(found(all).await, [true; 3], "{all}");
        }
        assert_eq!(found("q=Leder").await, [true; 3]);
        for one in ["q=%C3%B8stergaard", "q=%C3%85SE+leader-1", "round=2026&municipality=0751&q=leader-1%40"] {
            assert_eq!(found(one).await, [false, true, false], "{one}");
        }
        for none in ["municipality=0101", "kind=reminder", "q=ukendt", "state=refused", "q=leader-1+leader-2"] {
            assert_eq!(found(none).await, [false; 3], "{none}");
        }
        let (_, page) = shown(&invited, "/letters?kind=invitation&q=leader").await;
        assert!(page.contains("/letters?kind=invitation&amp;q=leader&amp;state=accepted"), "{page}");
        for wrong in ["round=2031", "municipality=9999", "kind=lost"] {
            assert_eq!(shown(&invited, &format!("/letters?{wrong}")).await.0, StatusCode::NOT_FOUND, "{wrong}");
        }
    }

    #[actix_web::test]
    async fn the_ledger_shows_letters_to_staff_and_counts_those_of_a_newer_program() {
        let invited = invited_round(2);
        invited.plan_invitations();
        let letter = invited.plan_letter_to_staff();
        invited.change("UPDATE letters SET kind = 'later_report' WHERE email LIKE 'leader-1%'");
        let (status, page) = shown(&invited, "/letters").await;
        assert!(status == StatusCode::OK && page.contains("admin@example.org") && page.contains(">Bruger<"));
        assert!(page.contains("Planlagt (2)") && page.contains("1 mail vises ikke"), "{page}");
        assert!(page.contains("leader-0@") && !page.contains("leader-1@"));
        let (status, page) = shown(&invited, &format!("/letters/{}", letter.id)).await;
        assert!(status == StatusCode::OK && page.contains("admin@example.org") && page.contains(">Bruger<"));
        assert!(shown(&invited, "/letters?state=planned").await.1.contains(letter.id.as_str()));
    }

    #[actix_web::test]
    async fn how_a_letter_read_is_shown_only_where_letters_are_kept_in_memory() {
        let mut invited = invited_round(1);
        invited.plan_invitations();
        let mailbox = Mailbox::default();
        invited.memory_worker(&mailbox).deliver_due().await.unwrap();
        let sent = mailbox.all().remove(0);
        let path = format!("/letters/{}", sent.id);
        let (status, page) = shown(&invited, &path).await;
        assert!(status == StatusCode::OK && page.contains("Modtaget af mailserveren") && !page.contains("/svar/"));
        invited.service.show_letters(&mailbox);
        let (status, page) = shown(&invited, &path).await;
        assert_eq!(status, StatusCode::OK);
        assert!(page.contains(&format!("href=\"{}\"", sent.rendered.link)));
        assert!(page.contains("&lt;table role=") && !page.contains("<table role="));
        assert!(shown(&invited, "/letters").await.1.contains(&path));
    }
}
