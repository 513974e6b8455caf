//! The whole directory that somebody keeps: found by words and filters, and as files.

use actix_web::web::{Html, Query};
use serde::Deserialize;

use super::kept_by;
use crate::domain::MunicipalityCode;
use crate::domain::access::staff::Scope;
use crate::domain::base::municipalities;
use crate::domain::rounds::directory::DirectoryEntry;
use crate::domain::rounds::directory_search::{Search, Shown};
use crate::error::Error;
use crate::files::directory_export::{Wording, csv, xlsx};
use crate::store;
use crate::views;
use crate::views::rounds::directory::search::{Found, PER_PAGE};
use crate::web::access::auth::Visitor;
use crate::web::dashboards::downloads::Download;
use crate::web::error::WebError;
use crate::web::{Shared, draw, read};

/// What the address of the directory may say.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    q: String,
    municipality: String,
    area: String,
    shown: String,
    page: Option<usize>,
    imported: Option<usize>,
}

impl Wanted {
    /// What it asks for; a word that there is none of asks for everything.
    fn search(&self) -> Search {
        Search {
            text: self.q.trim().to_owned(),
            municipality: self.municipality.parse().ok(),
            area: self.area.parse().ok(),
            shown: self.shown.parse().unwrap_or(Shown::Active),
        }
    }
}

/// `GET /directory`
pub async fn show(service: Shared, visitor: Visitor, wanted: Query<Wanted>) -> Result<Html, WebError> {
    let scope = kept_by(&visitor.staff)?;
    let municipalities = in_order(&scope);
    let search = wanted.search();
    let entries = read(&service, move |conn| Ok(store::directory::list_entries_in(conn, &scope)?)).await?;
    let (page, imported) = (wanted.page.unwrap_or(1).max(1), wanted.imported);
    let frame = visitor.frame;
    draw(move || {
        let all = search.find(&entries);
        let first = (page - 1).saturating_mul(PER_PAGE).min(all.len());
        let shown = &all[first..all.len().min(first + PER_PAGE)];
        let found = Found { search: &search, municipalities: &municipalities, total: all.len(), page, shown, imported };
        Ok(Html::new(views::rounds::directory::search::show(&frame, &found)))
    })
    .await
}

/// The municipalities in scope, by name.
fn in_order(scope: &Scope) -> Vec<MunicipalityCode> {
    let mut codes: Vec<MunicipalityCode> =
        municipalities::all().iter().map(|one| one.code()).filter(|code| scope.holds(code)).collect();
    codes.sort_by(|one, other| crate::domain::base::names::compare(one.name(), other.name()));
    codes
}

/// `GET /directory/export.csv`
pub async fn export_csv(service: Shared, visitor: Visitor) -> Result<Download, WebError> {
    let entries = asked(&service, &visitor).await?;
    draw(move || Ok(Download::table("directory.csv", csv(&each(&entries), Wording::Keys)))).await
}

/// `GET /directory/export.xlsx`
pub async fn export_xlsx(service: Shared, visitor: Visitor) -> Result<Download, WebError> {
    let entries = asked(&service, &visitor).await?;
    workbook("directory.xlsx", entries, Wording::Keys).await
}

/// `GET /directory/template.csv`: in the reader's words, filled with what is there.
pub async fn template_csv(service: Shared, visitor: Visitor) -> Result<Download, WebError> {
    let entries = asked(&service, &visitor).await?;
    let wording = Wording::Names(visitor.frame.language);
    draw(move || Ok(Download::table("directory-template.csv", csv(&each(&entries), wording)))).await
}

/// `GET /directory/template.xlsx`
pub async fn template_xlsx(service: Shared, visitor: Visitor) -> Result<Download, WebError> {
    let entries = asked(&service, &visitor).await?;
    workbook("directory-template.xlsx", entries, Wording::Names(visitor.frame.language)).await
}

async fn workbook(name: &'static str, entries: Vec<DirectoryEntry>, wording: Wording) -> Result<Download, WebError> {
    draw(move || {
        let file = xlsx(&each(&entries), wording).map_err(|cause| Error::Internal(Box::new(cause)))?;
        Ok(Download::workbook(name, file))
    })
    .await
}

/// The posts that are asked, in the order of the page; a file that named a retired one would bring it back.
async fn asked(service: &Shared, visitor: &Visitor) -> Result<Vec<DirectoryEntry>, WebError> {
    let scope = kept_by(&visitor.staff)?;
    let entries = read(service, move |conn| Ok(store::directory::list_entries_in(conn, &scope)?)).await?;
    let all = Wanted::default().search();
    Ok(all.find(&entries).into_iter().cloned().collect())
}

fn each(entries: &[DirectoryEntry]) -> Vec<&DirectoryEntry> {
    entries.iter().collect()
}
