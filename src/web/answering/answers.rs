//! Answering a section: the page, saving it, and saving it while it is filled in.

use std::collections::BTreeMap;

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::Serialize;

use super::previous::previous_answers;
use super::respondent::{Answer, Visit, area, page, place_of, read_progress, see_other};
use crate::commands::answers::{Saved, save};
use crate::domain::Area;
use crate::domain::answering::answers::{Answer as StoredAnswer, asked_in};
use crate::domain::answering::drafts::{Draft, Place, SAME_FOR_ALL, field_name, parse, parse_number};
use crate::domain::answering::respondents::Respondent;
use crate::domain::answering::section_progress::SectionProgress;
use crate::domain::answering::sharing::{cells_asked, next_asking};
use crate::domain::catalogue::QuestionIndex;
use crate::error::{Error, Result};
use crate::metrics::DONE;
use crate::store::Conn;
use crate::views::answering::answers::{ADDED, APART, AllPrevious, IS_APART, Unsaved};
use crate::views::answering::respondent::section_path;
use crate::views::answering::unsaved_answers;
use crate::views::answering::unsaved_answers::UnsavedAnswers;
use crate::views::shell::Frame;
use crate::views::ui::NavItem;
use crate::views::{self, refusals};
use crate::web::Service;
use crate::web::error::WebError;
use crate::web::error_pages::site;
use crate::web::fields::Fields;
use crate::web::language::Wanted;

mod pointing;
#[cfg(test)]
mod setbacks;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod unit_shares;

pub use pointing::Pointing;

/// A form as it was sent.
type Form = web::Form<Fields>;

/// `GET /svar/{token}/afsnit/{area}`
pub async fn show(visit: Visit, path: web::Path<(String, String)>, pointing: web::Query<Pointing>) -> Answer {
    let (_, word) = path.into_inner();
    let (respondent, section) = visit.read(move |conn, visitor| read_section(conn, visitor, area(&word)?)).await?;
    let (all, current, previous) = section;
    let is_theirs = all[current].is_handed_over() && !all[current].is_handed_in() && !respondent.is_helper();
    if is_theirs && respondent.closed().is_none() && pointing.says_nothing() {
        return Ok(page(StatusCode::OK, views::answering::sections::theirs(&respondent, &all[current])));
    }
    let unsaved = pointing.into_inner().unsaved(&all, current);
    Ok(page(StatusCode::OK, views::answering::answers::show(&respondent, (&all, current), &previous, &unsaved)))
}

/// All sections, the place of the one that is asked for, and what was answered to it before.
type Read = (Vec<SectionProgress>, usize, AllPrevious);

fn read_section(conn: &mut Conn, respondent: &Respondent, area: Area) -> Result<Read> {
    let all = read_progress(conn, respondent)?;
    let current = place_of(&all, area)?;
    let mut areas: Vec<Area> = cells_asked(&all, current).iter().map(|(place, _)| all[*place].area()).collect();
    areas.sort_unstable();
    areas.dedup();
    let previous = previous_answers(conn, respondent, &areas)?;
    Ok((all, current, previous))
}

/// `POST /svar/{token}/afsnit/{area}`: what is right is saved; what is not is shown again.
pub async fn save_and_go_on(visit: Visit, request: HttpRequest, form: Form) -> Answer {
    let Fields(form) = form.into_inner();
    let (sent, word) = (form.clone(), request.match_info().query("area").to_owned());
    let act = move |service: &Service, visitor: &Respondent| save_and_read(service, visitor, area(&word)?, sent);
    let (respondent, outcome) = match visit.act(act).await {
        Ok(acted) => acted,
        Err(error) => return nobody_known(&request, error, &form),
    };
    let ((all, current, previous), unsaved) = match outcome {
        Ok(saved) => saved,
        Err(error) => {
            let area = area(request.match_info().query("area"))?;
            let (_, typed) = read_drafts(&respondent, area, form.clone());
            let written = unsaved_answers::drafts(&respondent, area, &typed);
            let again = Some((request.path(), form.as_slice()));
            return not_saved(&respondent, error, UnsavedAnswers { written, again, ..UnsavedAnswers::default() });
        }
    };
    let pressed = |button: &str| form.iter().find(|(name, _)| name == button).map(|(_, value)| value.as_str());
    let opened = pressed(ADDED).and_then(parse_number);
    let unsaved = Unsaved { opened, ..unsaved };
    if !unsaved.is_empty() {
        let is_conflict = unsaved.drafts.iter().all(|draft| draft.fault.is_none());
        let status = if is_conflict { StatusCode::CONFLICT } else { StatusCode::UNPROCESSABLE_ENTITY };
        return Ok(page(status, views::answering::answers::show(&respondent, (&all, current), &previous, &unsaved)));
    }
    // Questions that are answered for each area stay so on the page that one comes back to.
    let stay = |word: &str, field: &str| {
        let numbers: Vec<String> = wanted_apart(&form).iter().map(QuestionIndex::to_string).collect();
        let apart = (!numbers.is_empty()).then(|| format!("{APART}={}", numbers.join(".")));
        let query: Vec<&str> = [word].into_iter().chain(apart.as_deref()).filter(|part| !part.is_empty()).collect();
        see_other(&respondent, &format!("{}?{}#{field}", section_path(all[current].area()), query.join("&")))
    };
    if let (Some((question, other)), Some(number)) = (opened, pressed(ADDED)) {
        let place = other.map_or(Place::Own, Place::Apart);
        return Ok(stay(&format!("{ADDED}={number}"), &field_name('k', question, place)));
    }
    if let Some(question) = pressed(APART).or(pressed(SAME_FOR_ALL)).and_then(|number| number.parse().ok()) {
        return Ok(stay("", &field_name('q', question, Place::Own)));
    }
    if pressed("videre") == Some("senere") {
        return Ok(see_other(&respondent, "/overblik?gemt=ja"));
    }
    let lacks_reason = |(place, question): &(usize, QuestionIndex)| all[*place].without_reason.contains(question);
    if cells_asked(&all, current).iter().any(lacks_reason) {
        let path = section_path(all[current].area());
        return Ok(see_other(&respondent, &format!("{path}?mangler=begrundelse")));
    }
    Ok(see_other(&respondent, &next_path(&respondent, &all, current)))
}

/// The questions that a form asks for each of their areas, and the one that is to be asked so; not the one whose areas
/// are to get the same answer.
fn wanted_apart(form: &[(String, String)]) -> Vec<QuestionIndex> {
    let is_named = |name: &str| name == IS_APART || name == APART;
    let named = form.iter().filter(|(name, _)| is_named(name)).filter_map(|(_, value)| value.parse().ok());
    let mut all: Vec<QuestionIndex> = named.collect();
    all.sort_unstable();
    all.dedup();
    all.retain(|question| !form.iter().any(|(name, value)| name == SAME_FOR_ALL && value.parse() == Ok(*question)));
    all
}

/// Saves a form, and reads what comes after it; what was answered before only where the page is shown again.
fn save_and_read(
    service: &Service,
    respondent: &Respondent,
    area: Area,
    form: Vec<(String, String)>,
) -> Result<(Read, Unsaved)> {
    let mut apart = wanted_apart(&form);
    let (_, drafts) = read_drafts(respondent, area, form);
    let at = (&respondent.link.token_hash, respondent.now);
    let saved = save(&service.db, at, (&respondent.edition, area), &drafts)?;
    DONE.count_saved(saved.bases.len());
    apart.extend(drafts.iter().filter(|draft| matches!(draft.place, Place::Apart(_))).map(|draft| draft.question));
    let unsaved = Unsaved { apart, ..unsaved(drafts, saved) };
    let section = service.db.read(|conn| {
        if !unsaved.is_empty() {
            return read_section(conn, respondent, area);
        }
        let all = read_progress(conn, respondent)?;
        let current = place_of(&all, area)?;
        Ok((all, current, AllPrevious::new()))
    })?;
    Ok((section, unsaved))
}

/// Shows what was typed to somebody whose link could not be looked up or has stopped working.
fn nobody_known(request: &HttpRequest, error: WebError, form: &[(String, String)]) -> Answer {
    let home = format!("/svar/{}", request.match_info().query("token"));
    let frame = Frame::of_link(Wanted::of(request).language(), site(request), &home);
    let why = match (error.cause(), error.is_passing()) {
        (Error::LinkStopped, _) => tr!(frame.language, "kept-link-stopped"),
        (_, true) => tr!(frame.language, "kept-try-again"),
        _ => return Err(error),
    };
    let again = error.is_passing().then_some((request.path(), form));
    let written = unsaved_answers::texts(form);
    Ok(page(error.told(), unsaved_answers::page(&frame, &UnsavedAnswers { why, written, again, back: None })))
}

/// Shows what was typed when it came too late or the database is not to be had.
fn not_saved(respondent: &Respondent, error: WebError, kept: UnsavedAnswers) -> Answer {
    let language = respondent.language;
    let path = respondent.href("/overblik");
    let overview = tr!(language, "section-overview");
    let kept = match (error.cause(), error.is_passing()) {
        (Error::Refused(refusal), _) => {
            let why = format!("{} {}", refusals::describe(refusal, language), tr!(language, "kept-copy"));
            UnsavedAnswers { why, back: Some(NavItem { href: &path, text: &overview }), again: None, ..kept }
        }
        (_, true) => UnsavedAnswers { why: tr!(language, "kept-try-again"), ..kept },
        _ => return Err(error),
    };
    let frame = views::answering::respondent::frame(respondent, "/overblik");
    Ok(page(error.told(), unsaved_answers::page(&frame, &kept)))
}

/// The next section that is still a draft and the post's own to answer; after the last one, handing in.
fn next_path(respondent: &Respondent, all: &[SectionProgress], current: usize) -> String {
    if respondent.is_helper() {
        return "/overblik?gemt=ja".to_owned();
    }
    next_asking(all, current).map_or_else(|| "/indsend".to_owned(), |progress| section_path(progress.area()))
}

fn read_drafts(respondent: &Respondent, area: Area, form: Vec<(String, String)>) -> (Vec<QuestionIndex>, Vec<Draft>) {
    let asked = asked_in(&respondent.round, &respondent.edition, area);
    let drafts = parse(&respondent.edition, &asked, form);
    (asked, drafts)
}

/// What a save left over: faulty drafts, and those that stand against what somebody else wrote.
fn unsaved(mut drafts: Vec<Draft>, Saved { conflicts, left_out, .. }: Saved) -> Unsaved {
    let is_against = |draft: &Draft, (place, theirs): &(Place, StoredAnswer)| {
        theirs.question() == draft.question && *place == draft.place
    };
    drafts.retain(|draft| draft.fault.is_some() || conflicts.iter().any(|theirs| is_against(draft, theirs)));
    Unsaved { drafts, conflicts, left_out, ..Unsaved::default() }
}

/// What the script on the page is told.
#[derive(Debug, Serialize, Default)]
struct Told {
    message: String,
    revisions: BTreeMap<String, String>,
    conflicts: Vec<ToldConflict>,
}

/// What somebody else wrote meanwhile, at its question.
#[derive(Debug, Serialize)]
struct ToldConflict {
    question: String,
    message: String,
}

/// `POST /svar/{token}/afsnit/{area}/kladde`: the same while the form is filled in, told as JSON.
pub async fn save_draft(visit: Visit, path: web::Path<(String, String)>, form: Form) -> Answer {
    let (_, word) = path.into_inner();
    let act = move |service: &Service, visitor: &Respondent| {
        let area = area(&word)?;
        let (asked, mut drafts) = read_drafts(visitor, area, form.into_inner().0);
        // Overruling somebody else takes a press of the button; typing elsewhere on the page is none.
        drafts.iter_mut().for_each(|draft| draft.overrules = None);
        let at = (&visitor.link.token_hash, visitor.now);
        let saved = save(&service.db, at, (&visitor.edition, area), &drafts)?;
        DONE.count_saved(saved.bases.len());
        Ok((asked, saved, drafts))
    };
    let (respondent, outcome) = visit.act(act).await?;
    match outcome {
        Ok((asked, saved, drafts)) => Ok(told(&respondent, &asked, &saved, &drafts)),
        Err(error) => match error.cause() {
            Error::Refused(refusal) => {
                let message = refusals::describe(refusal, respondent.language);
                Ok(HttpResponse::Conflict().json(Told { message, ..Told::default() }))
            }
            _ => Err(error),
        },
    }
}

fn told(respondent: &Respondent, asked: &[QuestionIndex], saved: &Saved, drafts: &[Draft]) -> HttpResponse {
    let not_saved = (saved.conflicts.as_slice(), saved.left_out.as_slice());
    let message = views::answering::answers::saved_message(respondent, asked, drafts, not_saved);
    let revisions = saved.bases.iter().map(views::answering::answers::base_field).collect();
    let mut conflicts: Vec<ToldConflict> = Vec::new();
    for (place, theirs) in &saved.conflicts {
        let question = field_name('q', theirs.question(), *place);
        let message = views::answering::answers::describe_conflict_in(respondent, *place, theirs);
        // Several areas that are asked together are one question on the page.
        match conflicts.iter_mut().find(|told| told.question == question) {
            Some(told) => told.message = format!("{} {message}", told.message),
            None => conflicts.push(ToldConflict { question, message }),
        }
    }
    let told = Told { message, revisions, conflicts };
    if drafts.iter().any(|draft| draft.fault.is_some()) {
        return HttpResponse::UnprocessableEntity().json(told);
    }
    HttpResponse::Ok().json(told)
}
