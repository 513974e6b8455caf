//! The pages of letters.

use actix_web::http::header;
use actix_web::{HttpResponse, Responder, web};
use maud::Markup;
use serde::Deserialize;

use crate::commands;
use crate::domain::mail::letters::{LetterId, LetterState};
use crate::error::{Error, OrNotFound};
use crate::store::{self, retries};
use crate::views::mail::letters::{Ledger, One, PER_PAGE, Preview, ledger, one};
use crate::web::access::auth::Admin;
use crate::web::error::WebError;
use crate::web::{Shared, act, read};

/// What the address of the ledger may say.
#[derive(Debug, Deserialize)]
pub struct Filter {
    state: Option<String>,
    page: Option<usize>,
}

/// `GET /letters`: the ledger, newest letter first, all of it or one state.
///
/// # Errors
/// Not found for a state there is none of.
pub async fn list(service: Shared, admin: Admin, filter: web::Query<Filter>) -> Result<impl Responder, WebError> {
    let state = match filter.state.as_deref() {
        None | Some("") => None,
        Some(word) => Some(word.parse::<LetterState>().map_err(|_| Error::NotFound)?),
    };
    let page = filter.page.unwrap_or(1).max(1);
    let ((counts, unknown), letters, waiting_for_person) = read(&service, move |conn| {
        let limit = i64::try_from(PER_PAGE).unwrap_or(i64::MAX);
        let offset = i64::try_from(page - 1).unwrap_or(i64::MAX).saturating_mul(limit);
        let letters = match state {
            None => store::ledger::list(conn, limit, offset)?,
            Some(state) => store::ledger::list_by_state(conn, state, limit, offset)?,
        };
        let counts = (store::ledger::count_by_state(conn)?, store::ledger::count_unknown(conn)?);
        Ok((counts, letters, retries::count(conn)?))
    })
    .await?;
    let shown = Ledger { counts, unknown, state, page, letters, waiting_for_person };
    Ok(html(ledger(&admin.frame, &shown)))
}

/// `GET /letters/{id}`: what became of a letter; how it read only where letters are kept in memory
/// (demo), because that shows a personal link.
///
/// # Errors
/// Not found where there is no such letter.
pub async fn show(admin: Admin, service: Shared, id: web::Path<String>) -> Result<impl Responder, WebError> {
    let id = letter_id(&id)?;
    let kept = service.mailbox.as_ref().and_then(|mailbox| mailbox.find(&id));
    let (letter, invitation) = read(&service, move |conn| store::ledger::find(conn, &id)?.or_not_found()).await?;
    let preview = kept.as_ref().map(|kept| Preview {
        subject: &kept.rendered.subject,
        text: &kept.rendered.text,
        html: &kept.rendered.html,
        link: &kept.rendered.link,
    });
    Ok(html(one(&admin.frame, &One { letter: &letter, invitation: invitation.as_ref(), preview })))
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
    HttpResponse::SeeOther().insert_header((header::LOCATION, format!("/letters/{id}"))).finish()
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
    async fn the_ledger_shows_letters_to_staff_and_counts_those_of_a_newer_program() {
        let invited = invited_round(2);
        invited.plan_invitations();
        let letter = invited.plan_letter_to_staff();
        invited.change("UPDATE letters SET kind = 'later_report' WHERE email LIKE 'leader-1%'");
        let (status, page) = shown(&invited, "/letters").await;
        assert!(status == StatusCode::OK && page.contains("admin@example.org") && page.contains("Brugerkonto"));
        assert!(page.contains("Planlagt (2)") && page.contains("1 mail vises ikke"), "{page}");
        assert!(page.contains("leader-0@") && !page.contains("leader-1@"));
        let (status, page) = shown(&invited, &format!("/letters/{}", letter.id)).await;
        assert!(status == StatusCode::OK && page.contains("admin@example.org") && page.contains("Brugerkonto"));
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
