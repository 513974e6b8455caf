//! The pages of accounts, for administrators.

use actix_web::web::{Form, Html, Path, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;

use super::api_tokens::Named;
use super::auth::Admin;
use crate::commands;
use crate::domain::Language;
use crate::domain::access::api_tokens::ApiTokenId;
use crate::domain::access::audit::By;
use crate::domain::access::staff::{Draft, Role, Staff, StaffId, email, parse_municipalities};
use crate::domain::base::refusals::Refusal;
use crate::error::{Error, OrNotFound, Result};
use crate::store;
use crate::views;
use crate::views::access::accounts::{Done, Mistake, One, Typed};
use crate::views::refusals::describe;
use crate::web::error::WebError;
use crate::web::fields::Fields;
use crate::web::replies::{self, unprocessable};
use crate::web::{Service, Shared, act, read};

type Answered<T> = std::result::Result<T, WebError>;

/// `GET /staff`
pub async fn list(service: Shared, admin: Admin) -> Answered<Html> {
    let (accounts, secured) =
        read(&service, |conn| Ok((store::staff::list(conn)?, store::second_factors::list_confirmed(conn)?))).await?;
    Ok(Html::new(views::access::accounts::list(&admin.frame, &accounts, &secured)))
}

/// `GET /staff/new`
pub async fn new(admin: Admin) -> Html {
    Html::new(views::access::accounts::invitation(&admin.frame, &Typed::default(), &[]))
}

/// `POST /staff`: makes an account and sends its link by letter.
pub async fn invite(
    request: HttpRequest,
    service: Shared,
    admin: Admin,
    Form(form): Form<Fields>,
) -> Answered<HttpResponse> {
    let (typed, language, by) = (typed(form), admin.frame.language, admin.by(&service));
    let wrong = |mistakes: &[Mistake]| {
        unprocessable(&request, views::access::accounts::invitation(&admin.frame, &typed, mistakes))
    };
    let draft = match draft(&typed, language) {
        Ok(draft) => draft,
        Err(mistakes) => return Ok(wrong(&mistakes)),
    };
    let made = act(&service, move |service| match service.config.passwords_off {
        true => commands::accounts::add(&service.db, &draft, &by),
        false => commands::accounts::invite(&service.db, &draft, &by),
    });
    match made.await {
        Ok(id) => Ok(see(&id, if service.config.passwords_off { "added" } else { "invited" })),
        Err(error) => match error.cause() {
            Error::Refused(refusal @ Refusal::StaffExists) => {
                Ok(wrong(&[Mistake { field: "email", text: describe(refusal, language) }]))
            }
            _ => Err(error),
        },
    }
}

/// What the address of an account's page may say.
#[derive(Debug, Deserialize)]
pub struct Told {
    done: Option<Done>,
}

/// `GET /staff/{id}`
pub async fn show(service: Shared, admin: Admin, id: Path<String>, told: Query<Told>) -> Answered<Html> {
    let (id, now) = (staff_id(&id)?, service.now());
    let (account, sessions, factor, tokens) = read(&service, move |conn| {
        let account = store::staff::find(conn, &id)?.or_not_found()?;
        let sessions = store::sessions::list_by_staff(conn, &id, now)?.len();
        let tokens = store::api_tokens::list_by_staff(conn, &id)?;
        Ok((account, sessions, store::second_factors::find(conn, &id)?, tokens))
    })
    .await?;
    let second_factor_at = factor.and_then(|factor| factor.confirmed_at);
    let mapped = service.config.oidc.as_ref().filter(|settings| settings.mapping.is_some());
    let shown = One {
        account: &account,
        sessions,
        second_factor_at,
        passwords_off: service.config.passwords_off,
        decides: mapped.map(|settings| settings.name.as_str()),
        tokens: &tokens,
        now,
        done: told.done,
    };
    Ok(Html::new(views::access::accounts::one(&admin.frame, &shown)))
}

/// `GET /staff/{id}/rights`
pub async fn rights(service: Shared, admin: Admin, id: Path<String>) -> Answered<Html> {
    let account = found(&service, &id).await?;
    Ok(Html::new(views::access::accounts::rights(&admin.frame, &account, &Typed::of(&account), &[])))
}

/// `POST /staff/{id}/rights`: takes effect at once, also where the account is signed in.
pub async fn change_rights(
    request: HttpRequest,
    service: Shared,
    admin: Admin,
    id: Path<String>,
    Form(form): Form<Fields>,
) -> Answered<HttpResponse> {
    let account = found(&service, &id).await?;
    let (typed, language, by) = (typed(form), admin.frame.language, admin.by(&service));
    let (role, municipalities) = match role_and_municipalities(&typed, language) {
        Ok(rights) => rights,
        Err(mistakes) => {
            let page = views::access::accounts::rights(&admin.frame, &account, &typed, &mistakes);
            return Ok(unprocessable(&request, page));
        }
    };
    let id = account.id.clone();
    act(&service, move |service| commands::accounts::change_rights(&service.db, &id, (role, &municipalities), &by))
        .await?;
    Ok(see(&account.id, "rights"))
}

/// `GET /staff/{id}/disabling`
pub async fn disabling(service: Shared, admin: Admin, id: Path<String>) -> Answered<Html> {
    let account = found(&service, &id).await?;
    Ok(Html::new(views::access::accounts::disabling(&admin.frame, &account)))
}

/// `POST /staff/{id}/disabling`
pub async fn disable(service: Shared, admin: Admin, id: Path<String>) -> Answered<HttpResponse> {
    change(&service, &admin, (&id, "disabled"), |service, id, by| commands::accounts::disable(&service.db, id, by))
        .await
}

/// `POST /staff/{id}/enabling`
pub async fn enable(service: Shared, admin: Admin, id: Path<String>) -> Answered<HttpResponse> {
    if service.config.passwords_off {
        let open =
            |service: &Service, id: &StaffId, by: &By| commands::accounts::enable_without_link(&service.db, id, by);
        return change(&service, &admin, (&id, "reopened"), open).await;
    }
    change(&service, &admin, (&id, "enabled"), |service, id, by| commands::accounts::enable(&service.db, id, by)).await
}

/// `POST /staff/{id}/link`
pub async fn send_link(service: Shared, admin: Admin, id: Path<String>) -> Answered<HttpResponse> {
    if service.config.passwords_off {
        return Err(Error::NotFound.into());
    }
    change(&service, &admin, (&id, "link"), |service, id, by| commands::accounts::send_link(&service.db, id, by)).await
}

/// `POST /staff/{id}/sign-out`
pub async fn sign_out(service: Shared, admin: Admin, id: Path<String>) -> Answered<HttpResponse> {
    change(&service, &admin, (&id, "sessions"), |service, id, by| commands::accounts::end_sessions(&service.db, id, by))
        .await
}

/// `POST /staff/{id}/second-factor-reset`
pub async fn reset_second_factor(service: Shared, admin: Admin, id: Path<String>) -> Answered<HttpResponse> {
    change(&service, &admin, (&id, "factor"), |service, id, by| commands::second_factors::reset(&service.db, id, by))
        .await
}

/// `POST /staff/{id}/unbinding`
pub async fn unbind(service: Shared, admin: Admin, id: Path<String>) -> Answered<HttpResponse> {
    change(&service, &admin, (&id, "unbound"), |service, id, by| commands::identities::unbind(&service.db, id, by))
        .await
}

/// `POST /staff/{id}/tokens/withdrawal`
pub async fn withdraw_token(
    service: Shared,
    admin: Admin,
    id: Path<String>,
    Form(form): Form<Named>,
) -> Answered<HttpResponse> {
    let token: ApiTokenId = form.token.parse().ok().or_not_found()?;
    let withdraw =
        move |service: &Service, id: &StaffId, by: &By| commands::api_tokens::withdraw(&service.db, id, &token, by);
    change(&service, &admin, (&id, "token"), withdraw).await
}

/// Runs a command on an account and goes back to its page.
async fn change(
    service: &Shared,
    admin: &Admin,
    (id, done): (&str, &str),
    command: impl FnOnce(&Service, &StaffId, &By) -> Result<()> + Send + 'static,
) -> Answered<HttpResponse> {
    let (id, by) = (staff_id(id)?, admin.by(service));
    let seen = id.clone();
    act(service, move |service| command(service, &id, &by)).await?;
    Ok(see(&seen, done))
}

async fn found(service: &Shared, id: &str) -> Answered<Staff> {
    let id = staff_id(id)?;
    read(service, move |conn| store::staff::find(conn, &id)?.or_not_found()).await
}

fn staff_id(text: &str) -> Result<StaffId> {
    text.parse().ok().or_not_found()
}

fn typed(Fields(fields): Fields) -> Typed {
    let mut typed = Typed::default();
    for (name, value) in fields {
        match name.as_str() {
            "email" => typed.email = value.trim().to_owned(),
            "role" => typed.role = value,
            "municipalities" => typed.municipalities.push(value),
            _ => {}
        }
    }
    typed
}

/// The account that was typed, or everything that is wrong with it.
fn draft(typed: &Typed, language: Language) -> std::result::Result<Draft, Vec<Mistake>> {
    let address = email(&typed.email);
    let rights = role_and_municipalities(typed, language);
    match (address, rights) {
        (Ok(email), Ok((role, municipalities))) => Ok(Draft { email, role, municipalities }),
        (address, rights) => {
            let refused = address.err().map(|refusal| Mistake { field: "email", text: describe(&refusal, language) });
            Err(refused.into_iter().chain(rights.err().unwrap_or_default()).collect())
        }
    }
}

type Rights = (Role, Vec<crate::domain::MunicipalityCode>);

fn role_and_municipalities(typed: &Typed, language: Language) -> std::result::Result<Rights, Vec<Mistake>> {
    let Ok(role) = typed.role.parse::<Role>() else {
        return Err(vec![Mistake { field: "role", text: tr!(language, "accounts-mistake-role") }]);
    };
    match parse_municipalities(role, &typed.municipalities) {
        Ok(municipalities) => Ok((role, municipalities)),
        Err(refusal) => Err(vec![Mistake { field: "municipalities", text: describe(&refusal, language) }]),
    }
}

fn see(id: &StaffId, done: &str) -> HttpResponse {
    replies::see(&format!("/staff/{id}?done={done}"))
}

#[cfg(test)]
mod tests;
