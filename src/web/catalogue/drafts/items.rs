//! Adding, writing anew, moving and taking away the things of a draft.

use actix_web::http::StatusCode;
use actix_web::web::{Form, Html, Path, Query};
use actix_web::{HttpRequest, HttpResponse};

use super::contents::{content, mistake, suggestion};
use super::forms::typed;
use super::{Said, find, see, unprocessable, with_status};
use crate::commands::catalogue::drafts::{self as commands, Outcome};
use crate::domain::Language;
use crate::domain::catalogue::drafts::faults::faults;
use crate::domain::catalogue::drafts::{Draft, Edit, Item, ItemKind, Meaning, Step};
use crate::error::{Error, OrNotFound, Result};
use crate::views::catalogue::drafts::{self as pages, Desk, Mistake, Page, Typed, address, listed_at};
use crate::web::access::auth::Admin;
use crate::web::error::WebError;
use crate::web::fields::Fields;
use crate::web::{Shared, act, read};

/// A thing of a draft in an address: edition, kind, key.
type Address = Path<(String, String, String)>;

/// `GET /drafts/{edition}/new/{kind}`: the form of something new.
pub async fn add(
    service: Shared,
    admin: Admin,
    path: Path<(String, String)>,
    said: Query<Said>,
) -> std::result::Result<Html, WebError> {
    let (edition, kind) = path.into_inner();
    let kind = addable(&kind)?;
    let desk = read(&service, move |conn| find(conn, &edition)).await?;
    let typed = suggestion(&desk.draft.edition, kind, said.within.as_deref().unwrap_or_default());
    let page = Page { item: None, kind, mistakes: &[], theirs: None };
    Ok(Html::new(pages::form(&admin.frame, &desk, &page, &typed)))
}

/// `POST /drafts/{edition}/new/{kind}`
pub async fn added(
    request: HttpRequest,
    service: Shared,
    admin: Admin,
    path: Path<(String, String)>,
    Form(Fields(fields)): Form<Fields>,
) -> std::result::Result<HttpResponse, WebError> {
    let (edition, kind) = path.into_inner();
    let kind = addable(&kind)?;
    let typed = Typed(fields);
    let desk = read(&service, move |conn| find(conn, &edition)).await?;
    let language = admin.frame.language;
    let mistakes = match content(&desk.draft.edition, kind, &typed, language) {
        Err(mistakes) => mistakes,
        Ok(content) => match save(&service, &admin, (&desk, &typed), Edit::Add(content)).await? {
            Ok(Outcome::Saved { item, .. }) => return Ok(see_saved(&desk.draft, &item)),
            Ok(Outcome::Conflict { .. }) => Vec::new(),
            Err(mistake) => vec![mistake],
        },
    };
    let page = Page { item: None, kind, mistakes: &mistakes, theirs: None };
    Ok(unprocessable(&request, pages::form(&admin.frame, &desk, &page, &typed)))
}

/// `GET /drafts/{edition}/{kind}/{key}`: the form of a thing, with what it consists of.
pub async fn edit(
    service: Shared,
    admin: Admin,
    path: Address,
    said: Query<Said>,
) -> std::result::Result<Html, WebError> {
    let (desk, item) = found(&service, path).await?;
    let desk = Desk { is_saved: said.saved.is_some(), ..desk };
    let typed = typed(&desk.draft.content(&item).or_not_found()?).with("meaning", usual_meaning(&desk.draft).as_str());
    let page = Page { item: Some(&item), kind: item.kind(), mistakes: &[], theirs: None };
    Ok(Html::new(pages::form(&admin.frame, &desk, &page, &typed)))
}

/// What a new wording is where nobody says otherwise: a correction puts right what was meant, and another edition asks
/// the same matter in other words.
fn usual_meaning(draft: &Draft) -> Meaning {
    if draft.edition.correction.is_some() { Meaning::Corrected } else { Meaning::Reworded }
}

/// `POST /drafts/{edition}/{kind}/{key}`: writes a thing anew; where somebody else has done so meanwhile, the form
/// comes back with both.
pub async fn change(
    request: HttpRequest,
    service: Shared,
    admin: Admin,
    path: Address,
    Form(Fields(fields)): Form<Fields>,
) -> std::result::Result<HttpResponse, WebError> {
    // What is gone meanwhile is said on the form, which keeps what was typed.
    let (desk, item) = named(&service, path).await?;
    let language = admin.frame.language;
    let sent = Typed(fields);
    let mistakes = match content(&desk.draft.edition, item.kind(), &sent, language) {
        Err(mistakes) => mistakes,
        Ok(content) => {
            let meaning = sent.text("meaning").parse().unwrap_or(usual_meaning(&desk.draft));
            let edit = Edit::Change(item.clone(), content, meaning);
            match save(&service, &admin, (&desk, &sent), edit).await? {
                Ok(Outcome::Saved { item, .. }) => return Ok(see_saved(&desk.draft, &item)),
                Ok(Outcome::Conflict { draft, revision }) => {
                    return Ok(conflict(&request, &admin, (*draft, revision), (&item, &sent)));
                }
                Err(mistake) => vec![mistake],
            }
        }
    };
    let page = Page { item: Some(&item), kind: item.kind(), mistakes: &mistakes, theirs: None };
    let desk = Desk { revision: made_from(&sent), ..desk };
    Ok(unprocessable(&request, pages::form(&admin.frame, &desk, &page, &sent)))
}

/// The form with what the visitor has typed and what somebody else has saved, to be saved over it.
fn conflict(
    request: &HttpRequest,
    admin: &Admin,
    (draft, revision): (Draft, i32),
    (item, sent): (&Item, &Typed),
) -> HttpResponse {
    let theirs = draft.content(item).map(|content| typed(&content));
    let faults = faults(&draft.edition);
    let desk = Desk { draft, revision, faults, is_saved: false };
    let page = Page { item: Some(item), kind: item.kind(), mistakes: &[], theirs: theirs.as_ref() };
    with_status(request, pages::form(&admin.frame, &desk, &page, sent), StatusCode::CONFLICT)
}

/// `GET /drafts/{edition}/{kind}/{key}/removal`: what would go; it changes nothing.
pub async fn removal(service: Shared, admin: Admin, path: Address) -> std::result::Result<Html, WebError> {
    let (desk, item) = found(&service, path).await?;
    desk.draft.content(&item).or_not_found()?;
    Ok(Html::new(pages::removal(&admin.frame, &desk, &item, &[])))
}

/// `POST /drafts/{edition}/{kind}/{key}/removal`; where the draft has changed meanwhile, it asks again.
pub async fn remove(
    request: HttpRequest,
    service: Shared,
    admin: Admin,
    path: Address,
    Form(Fields(fields)): Form<Fields>,
) -> std::result::Result<HttpResponse, WebError> {
    let (desk, item) = found(&service, path).await?;
    let back = listed_at(&desk.draft, &item);
    let language = admin.frame.language;
    let mistake = match save(&service, &admin, (&desk, &Typed(fields)), Edit::Remove(item.clone())).await? {
        Ok(Outcome::Saved { .. }) => return Ok(see(&format!("{back}?saved=yes"))),
        Ok(Outcome::Conflict { .. }) => changed_meanwhile(language),
        Err(mistake) => mistake,
    };
    Ok(unprocessable(&request, pages::removal(&admin.frame, &desk, &item, &[mistake])))
}

fn changed_meanwhile(language: Language) -> Mistake {
    Mistake { field: String::new(), text: tr!(language, "draft-removal-changed") }
}

/// `POST /drafts/{edition}/{kind}/{key}/order`: moves a thing among its like.
pub async fn step(
    service: Shared,
    admin: Admin,
    path: Address,
    Form(Fields(fields)): Form<Fields>,
) -> std::result::Result<HttpResponse, WebError> {
    let (desk, item) = named(&service, path).await?;
    let fields = Typed(fields);
    let step: Step = fields.text("step").parse().ok().or_not_found()?;
    let back = listed_at(&desk.draft, &item);
    let by = admin.by(&service);
    let (key, edit) = (desk.draft.edition.key, Edit::Move(item, step));
    act(&service, move |service| commands::edit(&service.db, &key, (desk.revision, &edit), &by)).await?;
    Ok(see(&back))
}

/// What kinds of things can be added.
fn addable(kind: &str) -> Result<ItemKind> {
    let kind: ItemKind = kind.parse().ok().or_not_found()?;
    match kind {
        ItemKind::Facts | ItemKind::Areas | ItemKind::Area | ItemKind::KeyQuestion | ItemKind::Crosswalk => {
            Err(Error::NotFound)
        }
        _ => Ok(kind),
    }
}

/// The thing that an address names, whether it is there or not.
async fn named(service: &Shared, path: Address) -> std::result::Result<(Desk, Item), WebError> {
    let (edition, kind, key) = path.into_inner();
    let kind: ItemKind = kind.parse().ok().or_not_found()?;
    let item = Item::parse(kind, &key).or_not_found()?;
    let desk = read(service, move |conn| find(conn, &edition)).await?;
    Ok((desk, item))
}

/// The thing that an address names.
async fn found(service: &Shared, path: Address) -> std::result::Result<(Desk, Item), WebError> {
    let (desk, item) = named(service, path).await?;
    desk.draft.content(&item).or_not_found()?;
    Ok((desk, item))
}

fn made_from(typed: &Typed) -> i32 {
    typed.text("revision").parse().unwrap_or(-1)
}

/// Runs the edit that a form asks for; what the form can mend comes back as a mistake.
async fn save(
    service: &Shared,
    admin: &Admin,
    (desk, typed): (&Desk, &Typed),
    edit: Edit,
) -> std::result::Result<std::result::Result<Outcome, Mistake>, WebError> {
    let (key, revision, by) = (desk.draft.edition.key.clone(), made_from(typed), admin.by(service));
    let language = admin.frame.language;
    let saved = act(service, move |service| match commands::edit(&service.db, &key, (revision, &edit), &by) {
        Err(Error::Refused(refusal)) => match mistake(&refusal, language) {
            Some(mistake) => Ok(Err(mistake)),
            None => Err(refusal.into()),
        },
        outcome => outcome.map(Ok),
    });
    saved.await
}

/// Goes to a thing that was saved where there is more to do in it, and else to where it is listed.
fn see_saved(draft: &Draft, item: &Item) -> HttpResponse {
    let path = match item {
        Item::Package(_) | Item::Recommendation(..) | Item::Scale(_) | Item::Question(_) => {
            address(&draft.edition.key, item)
        }
        _ => listed_at(draft, item),
    };
    see(&format!("{path}?saved=yes"))
}
