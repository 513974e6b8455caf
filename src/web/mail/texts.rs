//! What a programme's letters say: the list of its texts, writing one, its history, and a sample to oneself;
//! administrators only.

use actix_web::http::StatusCode;
use actix_web::web::{Form, Html, Path, Query};
use actix_web::{HttpRequest, HttpResponse};
use maud::Markup;
use serde::Deserialize;

use self::reading::{Read, place, read_text};
use crate::commands::letter_texts::{self as commands, Outcome};
use crate::domain::mail::letter_texts::{Fault, Placeholder, Template, TextPlace, Wording};
use crate::domain::mail::letters::{LetterId, one_line};
use crate::error::{Error, OrNotFound, Result};
use crate::mail::{Rendered, Sender, filled, render};
use crate::store;
use crate::views::mail::texts::{self as pages, Compared, Desk, Found, Shown, TextForm};
use crate::web::access::auth::Admin;
use crate::web::error::WebError;
use crate::web::replies::{see, unprocessable, with_status};
use crate::web::{Shared, act, read};

mod reading;

/// A text in an address: programme, letter, language.
type Address = Path<(String, String, String)>;

/// `GET /programmes/{key}/texts`
pub async fn list(service: Shared, admin: Admin, key: Path<String>) -> std::result::Result<Html, WebError> {
    let (programme, newest) = read(&service, move |conn| {
        let programme = store::programmes::find(conn, &key)?.or_not_found()?;
        let newest = store::letter_texts::list_newest_of(conn, &programme.key)?;
        Ok((programme, newest))
    })
    .await?;
    Ok(Html::new(pages::list(&admin.frame, &programme, &newest)))
}

/// What the address of a text's form may say.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    /// The version to begin with; 0 for the text that the program brings.
    version: Option<i32>,
    /// The letter of a sample, to go on with what was typed for it.
    sample: Option<String>,
    /// The version that it was typed over.
    made_from: Option<i32>,
    /// What was done last.
    done: Option<String>,
}

/// What was typed into the form.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    made_from: i32,
    subject: String,
    body: String,
    /// Words to find a post by, for an example.
    q: String,
    /// The post chosen among those found.
    post: String,
    /// There where the letter is to be shown and nothing saved.
    show: Option<String>,
}

impl Typed {
    fn wording(&self) -> Wording {
        // A browser sends line ends of its own.
        Wording { subject: one_line(&self.subject), body: self.body.replace("\r\n", "\n").trim().to_owned() }
    }
}

/// What was done, found and typed, beside what was read.
struct Page<'a> {
    typed: &'a Wording,
    made_from: i32,
    faults: &'a [Fault],
    theirs: Option<&'a Wording>,
    done: Option<&'a str>,
    words: &'a str,
    post: &'a str,
}

impl<'a> Page<'a> {
    /// What was typed, before anything is known of it.
    fn typed(typed: &'a Typed, wording: &'a Wording) -> Page<'a> {
        Page {
            typed: wording,
            made_from: typed.made_from,
            faults: &[],
            theirs: None,
            done: None,
            words: typed.q.trim(),
            post: &typed.post,
        }
    }
}

/// The page of a text, with the letter where the text can be read.
fn page(service: &Shared, admin: &Admin, read: &Read, page: &Page) -> Result<Markup> {
    let sender = match Sender::from_config(&service.config) {
        Ok(sender) => sender.of_site(&admin.frame.site),
        Err(cause) => return Err(Error::Internal(Box::new(cause))),
    };
    let post = read.post(page.post);
    let content = read.example.content(&read.place, post, &sender);
    let template = Template::parse(read.place.kind, read.place.language, page.typed).ok();
    let rendered: Option<Rendered> = template.map(|template| render(&content, &template));
    let shown = rendered.as_ref().map(|letter| Shown {
        post,
        subject: &letter.subject,
        text: &letter.text,
        html: &letter.html,
    });
    let examples: Vec<(Placeholder, String)> = filled(&content);
    let desk = Desk {
        programme: &read.programme,
        place: &read.place,
        newest: read.newest(),
        done: page.done,
        examples: &examples,
    };
    let form = TextForm { typed: page.typed, made_from: page.made_from, faults: page.faults, theirs: page.theirs };
    let found = Found { text: page.words, posts: &read.posts };
    Ok(pages::form(&admin.frame, &desk, &form, (&found, shown.as_ref())))
}

/// `GET /programmes/{key}/texts/{kind}/{language}`: the form with the newest version, or another one.
pub async fn show(
    service: Shared,
    admin: Admin,
    path: Address,
    wanted: Query<Wanted>,
) -> std::result::Result<Html, WebError> {
    let place = place(path.into_inner())?;
    let read = read_text(&service, place.clone(), String::new()).await?;
    let version = wanted.version.unwrap_or_else(|| read.version());
    let typed = match wanted.sample.clone() {
        Some(letter) => sampled(&service, place, letter).await?,
        None => read.wording(version).ok_or(Error::NotFound)?,
    };
    let shown = Page {
        typed: &typed,
        made_from: wanted.made_from.unwrap_or_else(|| read.version()),
        faults: &[],
        theirs: None,
        done: wanted.done.as_deref(),
        words: "",
        post: "",
    };
    Ok(Html::new(page(&service, &admin, &read, &shown)?))
}

/// What was typed for a sample of this text.
async fn sampled(service: &Shared, place: TextPlace, letter: String) -> std::result::Result<Wording, WebError> {
    let letter: LetterId = letter.parse().or(Err(Error::NotFound))?;
    read(service, move |conn| {
        let sample = store::letter_samples::find(conn, &letter)?.filter(|sample| sample.place() == place);
        Ok(sample.or_not_found()?.wording())
    })
    .await
}

/// `POST /programmes/{key}/texts/{kind}/{language}`: saves a text, or only shows how its letter would read.
pub async fn change(
    request: HttpRequest,
    service: Shared,
    admin: Admin,
    path: Address,
    Form(typed): Form<Typed>,
) -> std::result::Result<HttpResponse, WebError> {
    let place = place(path.into_inner())?;
    let wording = typed.wording();
    let read = read_text(&service, place.clone(), typed.q.clone()).await?;
    let shown = Page::typed(&typed, &wording);
    let template = match Template::parse(place.kind, place.language, &wording) {
        Err(faults) => {
            let shown = Page { faults: &faults, ..shown };
            let page = page(&service, &admin, &read, &shown)?;
            return Ok(unprocessable(&request, page));
        }
        Ok(template) => template,
    };
    if typed.show.is_some() {
        return Ok(with_status(&request, page(&service, &admin, &read, &shown)?, StatusCode::OK));
    }
    let (by, made_from, saved) = (admin.by(&service), typed.made_from, place.clone());
    let outcome =
        act(&service, move |service| commands::save(&service.db, &saved, (made_from, &template), &by)).await?;
    let done = match outcome {
        Outcome::Saved => "saved",
        Outcome::Unchanged => "unchanged",
        Outcome::Overtaken => return overtaken(&request, &service, &admin, (place, &typed)).await,
    };
    Ok(see(&format!("/programmes/{}?done={done}", place.path())))
}

/// The form with what was typed and what somebody else has saved meanwhile, to be saved over it.
async fn overtaken(
    request: &HttpRequest,
    service: &Shared,
    admin: &Admin,
    (place, typed): (TextPlace, &Typed),
) -> std::result::Result<HttpResponse, WebError> {
    let read = read_text(service, place, typed.q.clone()).await?;
    let (wording, theirs) = (typed.wording(), read.wording(read.version()));
    let shown = Page { made_from: read.version(), theirs: theirs.as_ref(), ..Page::typed(typed, &wording) };
    Ok(with_status(request, page(service, admin, &read, &shown)?, StatusCode::CONFLICT))
}

/// `POST /programmes/{key}/texts/{kind}/{language}/samples`: sends what was typed to the account, and shows it again.
pub async fn send_sample(
    request: HttpRequest,
    service: Shared,
    admin: Admin,
    path: Address,
    Form(typed): Form<Typed>,
) -> std::result::Result<HttpResponse, WebError> {
    let place = place(path.into_inner())?;
    let wording = typed.wording();
    let read = read_text(&service, place.clone(), typed.q.clone()).await?;
    if let Err(faults) = Template::parse(place.kind, place.language, &wording) {
        let shown = Page { faults: &faults, ..Page::typed(&typed, &wording) };
        let page = page(&service, &admin, &read, &shown)?;
        return Ok(unprocessable(&request, page));
    }
    let post = read.post(&typed.post).map(|entry| entry.post.id.clone());
    let (by, account, text) = (admin.by(&service), admin.staff.clone(), place.clone());
    let letter = act(&service, move |service| {
        commands::send_sample(&service.db, (&text, &wording), (&account, post.as_ref()), &by)
    })
    .await?;
    let (path, made_from) = (place.path(), typed.made_from);
    Ok(see(&format!("/programmes/{path}?done=sent&sample={letter}&made_from={made_from}")))
}

/// Which versions the history holds against each other.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Pair {
    from: Option<i32>,
    to: Option<i32>,
}

/// `GET /programmes/{key}/texts/{kind}/{language}/history`
pub async fn history(
    service: Shared,
    admin: Admin,
    path: Address,
    pair: Query<Pair>,
) -> std::result::Result<Html, WebError> {
    let read = read_text(&service, place(path.into_inner())?, String::new()).await?;
    let to = pair.to.unwrap_or_else(|| read.version());
    let from = pair.from.unwrap_or_else(|| (to - 1).max(0));
    let (earlier, later) = (read.wording(from).ok_or(Error::NotFound)?, read.wording(to).ok_or(Error::NotFound)?);
    let desk =
        Desk { programme: &read.programme, place: &read.place, newest: read.newest(), done: None, examples: &[] };
    let compared = Compared { from: (from, &earlier), to: (to, &later) };
    Ok(Html::new(pages::history(&admin.frame, &desk, &read.versions, &compared)))
}

#[cfg(test)]
mod tests;
