//! Tokens of the API on the pages of one's own account.

use actix_web::web::{Form, Html, Query};
use actix_web::{HttpRequest, HttpResponse, Responder};
use maud::Markup;
use serde::Deserialize;

use super::auth::Visitor;
use crate::commands;
use crate::domain::access::api_tokens::{ApiTokenId, TokenDraft, TokenFault, TypedToken, written};
use crate::error::OrNotFound;
use crate::store;
use crate::views;
use crate::views::access::api_tokens::Tokens;
use crate::web::error::WebError;
use crate::web::fields::Fields;
use crate::web::replies::{see, unprocessable};
use crate::web::{Shared, act, read};

type Answered<T> = std::result::Result<T, WebError>;

/// What the address of the page may say.
#[derive(Debug, Deserialize)]
pub struct Told {
    done: Option<String>,
}

/// Which token is meant.
#[derive(Debug, Deserialize)]
pub struct Named {
    pub(super) token: String,
}

/// `GET /account/tokens`
pub async fn list(service: Shared, visitor: Visitor, told: Query<Told>) -> Answered<Html> {
    let is_withdrawn = told.done.as_deref() == Some("withdrawn");
    Ok(Html::new(page(&service, &visitor, is_withdrawn, (&TypedToken::default(), &[])).await?))
}

async fn page(
    service: &Shared,
    visitor: &Visitor,
    is_withdrawn: bool,
    (typed, faults): (&TypedToken, &[TokenFault]),
) -> Answered<Markup> {
    let (id, now) = (visitor.staff.id.clone(), service.now());
    let tokens = read(service, move |conn| Ok(store::api_tokens::list_by_staff(conn, &id)?)).await?;
    let shown = Tokens { tokens: &tokens, now, scope: &visitor.staff.scope(), is_withdrawn };
    Ok(views::access::api_tokens::list(&visitor.frame, &shown, typed, faults))
}

/// `POST /account/tokens`: makes a token and shows it. It is known nowhere else from now on, so it is shown at once
/// and not after a redirect.
pub async fn create(
    request: HttpRequest,
    service: Shared,
    visitor: Visitor,
    Form(form): Form<Fields>,
) -> Answered<HttpResponse> {
    let typed = typed(form);
    let draft = match TokenDraft::parse(&typed, &visitor.staff) {
        Ok(draft) => draft,
        Err(faults) => {
            let page = page(&service, &visitor, false, (&typed, &faults)).await?;
            return Ok(unprocessable(&request, page));
        }
    };
    let (id, by) = (visitor.staff.id.clone(), visitor.by(&service));
    let secret = act(&service, move |service| commands::api_tokens::create(&service.db, &id, &draft, &by)).await?;
    let page = views::access::api_tokens::made(&visitor.frame, typed.name.trim(), &written(&secret));
    Ok(Html::new(page).respond_to(&request).map_into_boxed_body())
}

/// `POST /account/tokens/withdrawal`
pub async fn withdraw(service: Shared, visitor: Visitor, Form(form): Form<Named>) -> Answered<HttpResponse> {
    let token: ApiTokenId = form.token.parse().ok().or_not_found()?;
    let (id, by) = (visitor.staff.id.clone(), visitor.by(&service));
    act(&service, move |service| commands::api_tokens::withdraw(&service.db, &id, &token, &by)).await?;
    Ok(see("/account/tokens?done=withdrawn"))
}

fn typed(Fields(fields): Fields) -> TypedToken {
    let mut typed = TypedToken::default();
    for (name, value) in fields {
        match name.as_str() {
            "name" => typed.name = value,
            "days" => typed.days = value,
            "municipalities" => typed.municipalities.push(value),
            "comments" => typed.reads_comments = true,
            _ => {}
        }
    }
    typed
}

#[cfg(test)]
mod tests;
