//! `/rounds/{key}/municipalities/{code}/sheet`: one municipality on two pages to print, for who may see it.

use actix_web::web::{Html, Path};

use super::municipalities::{in_scope, load, load_advice, load_benchmarks};
use crate::domain::answering::comments::CommentSearch;
use crate::domain::dashboards::meeting_sheet::MeetingSheet;
use crate::error::OrNotFound;
use crate::store;
use crate::views;
use crate::views::dashboards::meeting_sheets::{MOST_COMMENTS, SheetPage};
use crate::web::access::auth::Visitor;
use crate::web::error::WebError;
use crate::web::{Shared, count, draw};

/// `GET /rounds/{key}/municipalities/{code}/sheet`
pub async fn show(
    service: Shared,
    visitor: Visitor,
    path: Path<(String, String)>,
) -> std::result::Result<Html, WebError> {
    let scope = visitor.staff.scope();
    let code = in_scope(&path.1, &scope)?;
    let round = path.into_inner().0;
    let (sheet, benchmarks, posts, signed, (comments, written), advice) = count(&service, move |service| {
        service.db.read(|conn| {
            let counted = load(conn, &round, code.clone())?;
            let sheet = MeetingSheet::new(&counted.compared, &code).or_not_found()?;
            let benchmarks = load_benchmarks(conn, &service.results, &counted, &scope, service.now())?;
            let (id, own) = (&counted.compared.round.id, counted.scope());
            let posts = store::invitations::list_by_round(conn, id, &own)?;
            let signed = store::sign_offs::list(conn, id, &own)?.pop();
            let named = sheet.questions().into_iter().filter_map(|question| i16::try_from(question).ok());
            let search = CommentSearch { questions: Some(named.collect()), ..CommentSearch::default() };
            let limit = i64::try_from(MOST_COMMENTS).unwrap_or(i64::MAX);
            let comments = store::comments::list(conn, (id, &own), &search, (limit, 0))?;
            let written = store::comments::count(conn, id, &own, &CommentSearch::default())?;
            let advice = load_advice(conn, &counted, &scope)?;
            Ok((sheet, benchmarks, posts, signed, (comments, written), advice))
        })
    })
    .await?;
    let today = crate::domain::base::days::day_in_denmark(service.now());
    draw(move || {
        let page = SheetPage {
            sheet: &sheet,
            benchmarks: benchmarks.as_ref(),
            posts: &posts,
            signed: signed.as_ref(),
            comments: &comments,
            written,
            advice: &advice,
            today,
        };
        Ok(Html::new(views::dashboards::meeting_sheets::show(&visitor.frame, &page)))
    })
    .await
}

#[cfg(test)]
mod tests;
