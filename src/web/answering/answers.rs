//! Answering a section: the page, saving it, and saving it while it is filled in.

use std::collections::BTreeMap;

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::{Deserialize, Serialize};

use super::previous::previous_answers;
use super::respondent::{Answer, Visit, area, page, place_of, read_progress, see_other};
use crate::commands::answers::{Saved, save};
use crate::domain::Area;
use crate::domain::answering::answers::asked_in;
use crate::domain::answering::drafts::{Draft, parse};
use crate::domain::answering::respondents::Respondent;
use crate::domain::answering::section_progress::SectionProgress;
use crate::domain::catalogue::QuestionIndex;
use crate::error::{Error, Result};
use crate::metrics::DONE;
use crate::store::Conn;
use crate::views::answering::answers::{ADDED, AllPrevious, Unsaved};
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

#[cfg(test)]
mod tests;

/// A form as it was sent.
type Form = web::Form<Fields>;

/// What a section's address asks to point at: with `mangler=begrundelse` the missing reasons, with anything else all
/// that is missing; and the question whose comments are to be written.
#[derive(Debug, Deserialize)]
pub struct Pointing {
    mangler: Option<String>,
    bemaerk: Option<QuestionIndex>,
    /// Only there where the one who is accountable has seen that a colleague answers the section.
    alligevel: Option<String>,
}

impl Pointing {
    fn says_nothing(&self) -> bool {
        self.mangler.is_none() && self.bemaerk.is_none() && self.alligevel.is_none()
    }
}

/// `GET /svar/{token}/afsnit/{area}`
pub async fn show(visit: Visit, path: web::Path<(String, String)>, pointing: web::Query<Pointing>) -> Answer {
    let (_, word) = path.into_inner();
    let (respondent, section) = visit.read(move |conn, visitor| read_section(conn, visitor, area(&word)?)).await?;
    let (all, current, previous) = section;
    let is_theirs = all[current].is_handed_over() && !all[current].is_handed_in() && !respondent.is_helper();
    if is_theirs && respondent.closed().is_none() && pointing.says_nothing() {
        return Ok(page(StatusCode::OK, views::answering::sections::theirs(&respondent, &all[current])));
    }
    let missing = match pointing.mangler.as_deref() {
        None => Vec::new(),
        Some("begrundelse") => all[current].without_reason.clone(),
        Some(_) => all[current].missing(),
    };
    let unsaved = Unsaved { missing, opened: pointing.bemaerk, ..Unsaved::default() };
    Ok(page(StatusCode::OK, views::answering::answers::show(&respondent, (&all, current), &previous, &unsaved)))
}

/// All sections, the place of the one that is asked for, and what was answered to it before.
type Read = (Vec<SectionProgress>, usize, AllPrevious);

fn read_section(conn: &mut Conn, respondent: &Respondent, area: Area) -> Result<Read> {
    let all = read_progress(conn, respondent)?;
    let current = place_of(&all, area)?;
    let previous = previous_answers(conn, respondent, area)?;
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
    let is_later = form.iter().any(|(name, value)| name == "videre" && value == "senere");
    let opened = form.iter().find(|(name, _)| name == ADDED).and_then(|(_, value)| value.parse().ok());
    let unsaved = Unsaved { opened, ..unsaved };
    if !unsaved.drafts.is_empty() {
        let is_conflict = unsaved.drafts.iter().all(|draft| draft.fault.is_none());
        let status = if is_conflict { StatusCode::CONFLICT } else { StatusCode::UNPROCESSABLE_ENTITY };
        return Ok(page(status, views::answering::answers::show(&respondent, (&all, current), &previous, &unsaved)));
    }
    if let Some(question) = opened {
        let path = section_path(all[current].area());
        return Ok(see_other(&respondent, &format!("{path}?{ADDED}={question}#k{question}")));
    }
    if is_later {
        return Ok(see_other(&respondent, "/overblik?gemt=ja"));
    }
    if !all[current].without_reason.is_empty() {
        let path = section_path(all[current].area());
        return Ok(see_other(&respondent, &format!("{path}?mangler=begrundelse")));
    }
    Ok(see_other(&respondent, &next_path(&respondent, &all, current)))
}

/// Saves a form, and reads what comes after it; what was answered before only where the page is shown again.
fn save_and_read(
    service: &Service,
    respondent: &Respondent,
    area: Area,
    form: Vec<(String, String)>,
) -> Result<(Read, Unsaved)> {
    let (_, drafts) = read_drafts(respondent, area, form);
    let at = (&respondent.link.token_hash, respondent.now);
    let saved = save(&service.db, at, (&respondent.edition, area), &drafts)?;
    DONE.count_saved(saved.bases.len());
    let unsaved = unsaved(drafts, saved);
    let section = service.db.read(|conn| {
        if !unsaved.drafts.is_empty() {
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
    let next = all.iter().skip(current + 1).find(|standing| !standing.is_handed_in() && !standing.is_handed_over());
    next.map_or_else(|| "/indsend".to_owned(), |standing| section_path(standing.area()))
}

fn read_drafts(respondent: &Respondent, area: Area, form: Vec<(String, String)>) -> (Vec<QuestionIndex>, Vec<Draft>) {
    let asked = asked_in(&respondent.round, &respondent.edition, area);
    let drafts = parse(&respondent.edition, &asked, form);
    (asked, drafts)
}

/// What a save left over: faulty drafts, and those that stand against what somebody else wrote.
fn unsaved(mut drafts: Vec<Draft>, saved: Saved) -> Unsaved {
    let is_conflict = |draft: &Draft| saved.conflicts.iter().any(|theirs| theirs.question() == draft.question);
    drafts.retain(|draft| draft.fault.is_some() || is_conflict(draft));
    Unsaved { drafts, conflicts: saved.conflicts, ..Unsaved::default() }
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
    let message = views::answering::answers::saved_message(respondent, asked, drafts, &saved.conflicts);
    let revisions = saved.bases.iter().map(views::answering::answers::base_field).collect();
    let conflicts = saved.conflicts.iter().map(|theirs| ToldConflict {
        question: format!("q{}", theirs.question()),
        message: views::answering::answers::describe_conflict(respondent, theirs),
    });
    let told = Told { message, revisions, conflicts: conflicts.collect() };
    if drafts.iter().any(|draft| draft.fault.is_some()) {
        return HttpResponse::UnprocessableEntity().json(told);
    }
    HttpResponse::Ok().json(told)
}
