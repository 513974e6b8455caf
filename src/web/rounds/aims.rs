//! `/programmes/{key}/aim`: what a programme aims at; administrators only.

use actix_web::web::{Form, Html, Path};
use actix_web::{HttpRequest, HttpResponse};

use super::super::error::WebError;
use super::super::{Shared, act, read};
use super::{published_editions, see, unprocessable};
use crate::commands;
use crate::domain::Language;
use crate::domain::catalogue::Label;
use crate::domain::rounds::aims::{Aim, HIGHEST, LONGEST_NAME, LONGEST_WORDS, WrittenAim};
use crate::domain::rounds::programmes::Programme;
use crate::error::{OrNotFound, Result};
use crate::store::{self, Conn};
use crate::views;
use crate::views::rounds::{Mistake, TypedAim};
use crate::web::access::auth::Admin;

/// `GET /programmes/{key}/aim`
pub async fn show(service: Shared, admin: Admin, key: Path<String>) -> std::result::Result<Html, WebError> {
    let (programme, levels) = read(&service, move |conn| find(conn, &key)).await?;
    let typed = programme.aim.as_ref().map(of_aim).unwrap_or_default();
    Ok(Html::new(views::rounds::aim_form(&admin.frame, (&programme, &levels), &typed, &[])))
}

/// `POST /programmes/{key}/aim`
pub async fn change(
    request: HttpRequest,
    service: Shared,
    admin: Admin,
    key: Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> std::result::Result<HttpResponse, WebError> {
    let (programme, levels) = read(&service, move |conn| find(conn, &key)).await?;
    let typed = typed(fields);
    let aim = match parse(&typed, &levels, admin.frame.language) {
        Ok(aim) => aim,
        Err(mistakes) => {
            let page = views::rounds::aim_form(&admin.frame, (&programme, &levels), &typed, &mistakes);
            return Ok(unprocessable(&request, page));
        }
    };
    let (page, by) = (format!("/programmes/{}", programme.key), admin.by(&service));
    act(&service, move |service| commands::programmes::update_aim(&service.db, &programme.key, aim.as_ref(), &by))
        .await?;
    Ok(see(&page))
}

/// A programme, and the levels of published editions that it may aim at, each once; one that it names already is
/// among them whatever has become of its edition.
fn find(conn: &mut Conn, key: &str) -> Result<(Programme, Vec<Label>)> {
    let programme = store::programmes::find(conn, key)?.or_not_found()?;
    let mut levels: Vec<Label> = Vec::new();
    for level in published_editions(conn)?.iter().flat_map(|edition| &edition.levels) {
        if levels.iter().all(|known| known.key != level.key) {
            levels.push(level.clone());
        }
    }
    let named = programme.aim.as_ref().and_then(|aim| aim.level());
    if let Some(unknown) = named.filter(|key| levels.iter().all(|known| known.key != **key)) {
        levels.push(Label { key: unknown.to_owned(), label: unknown.into() });
    }
    Ok((programme, levels))
}

fn of_aim(aim: &Aim) -> TypedAim {
    let written = aim.written().clone();
    TypedAim {
        score: written.score.to_string(),
        level: written.level.unwrap_or_default(),
        name_da: written.name_da,
        name_en: written.name_en,
        words_da: written.words_da,
        words_en: written.words_en,
    }
}

fn typed(fields: Vec<(String, String)>) -> TypedAim {
    let mut typed = TypedAim::default();
    for (name, value) in fields {
        let place = match name.as_str() {
            "score" => &mut typed.score,
            "level" => &mut typed.level,
            "name_da" => &mut typed.name_da,
            "name_en" => &mut typed.name_en,
            "words_da" => &mut typed.words_da,
            "words_en" => &mut typed.words_en,
            _ => continue,
        };
        value.trim().clone_into(place);
    }
    typed
}

/// The aim that was typed; none where no score was.
///
/// # Errors
/// Every field that can't be read, in the form's order.
fn parse(typed: &TypedAim, levels: &[Label], language: Language) -> std::result::Result<Option<Aim>, Vec<Mistake>> {
    if typed.score.is_empty() {
        return Ok(None);
    }
    let score = typed.score.parse::<u8>().ok().filter(|score| *score <= HIGHEST);
    let is_known = typed.level.is_empty() || levels.iter().any(|one| one.key == typed.level);
    let is_short = |text: &str, most| text.chars().count() <= most;
    let name = || tr!(language, "aims-mistake-name", most = LONGEST_NAME);
    let words = || tr!(language, "aims-words-limit", most = LONGEST_WORDS);
    let faults = [
        (score.is_none(), "score", tr!(language, "aims-mistake-score")),
        (!is_known, "level", tr!(language, "aims-mistake-level")),
        (typed.name_da.is_empty() || !is_short(&typed.name_da, LONGEST_NAME), "name_da", name()),
        (!is_short(&typed.name_en, LONGEST_NAME), "name_en", name()),
        (!is_short(&typed.words_da, LONGEST_WORDS), "words_da", words()),
        (!is_short(&typed.words_en, LONGEST_WORDS), "words_en", words()),
    ];
    let mistakes: Vec<Mistake> =
        faults.into_iter().filter(|(is_fault, ..)| *is_fault).map(|(_, field, text)| Mistake { field, text }).collect();
    let (Some(score), true) = (score, mistakes.is_empty()) else { return Err(mistakes) };
    let typed = typed.clone();
    Ok(Some(Aim::new(WrittenAim {
        score,
        level: Some(typed.level).filter(|level| !level.is_empty()),
        name_da: typed.name_da,
        name_en: typed.name_en,
        words_da: typed.words_da,
        words_en: typed.words_en,
    })))
}
