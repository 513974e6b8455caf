//! Importing the directory of posts and their holders.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDateTime;
use serde_json::json;

use super::audit::note_changes;
use crate::domain::MunicipalityCode;
use crate::domain::access::audit::{By, Object};
use crate::domain::base::days::day_in_denmark;
use crate::domain::rounds::directory::{
    Areas, ChangedPost, Department, DepartmentId, DirectoryDiff, DirectoryEntry, DirectoryField, DirectoryRow, Holder,
    PlannedHolder, Post, PostId, compare, look_ahead,
};
use crate::domain::rounds::post_changes::{PostChange, PostChanges, changes_of};
use crate::domain::rounds::renames::{Rename, likely_renames, rename};
use crate::error::{Error, Result};
use crate::files;
use crate::store::{self, Conn, Db};

/// What an import of the directory does, or in a dry run would do.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DirectoryReport {
    /// Posts that are new: municipality, title and line of the file.
    pub new: Vec<(MunicipalityCode, String, usize)>,
    /// Posts that change: municipality, title, line of the file and the columns that differ.
    pub changed: Vec<(MunicipalityCode, String, usize, Vec<DirectoryField>)>,
    /// How many posts stay as they are.
    pub unchanged: usize,
    /// Posts of the file's municipalities that it does not mention; they are left alone, or retired where
    /// that was decided.
    pub missing: Vec<(MunicipalityCode, String)>,
    /// Missing posts that may be new ones under another title: municipality, old title, new title.
    pub likely_renames: Vec<(MunicipalityCode, String, String)>,
    /// Retired posts that the file names, and which are asked again.
    pub restored: Vec<(MunicipalityCode, String)>,
    /// How many people got a new link in an open round because the post's address is another one.
    pub relinked: usize,
}

/// What somebody has decided about the posts of a file before it is imported.
#[derive(Debug, Clone, Default)]
pub struct Decisions {
    /// Posts that only have another title.
    pub renames: Vec<Rename>,
    /// Whether the posts that the file does not mention are retired.
    pub retires_missing: bool,
}

/// Says what an import would do, writing nothing.
///
/// # Errors
/// All errors of the file.
pub fn check(db: &Db, file: &[u8], decisions: &Decisions, now: NaiveDateTime) -> Result<DirectoryReport> {
    let rows = read(file, now)?;
    db.read(|conn| {
        let mut existing = entries(conn, &rows)?;
        rename(&mut existing, &rows, &decisions.renames)?;
        Ok(report(&compare(&existing, &rows)))
    })
}

/// Imports departments, posts and holders; the same file again changes nothing.
///
/// # Errors
/// All errors of the file; then nothing is written.
pub fn import(db: &Db, file: &[u8], by: &By) -> Result<DirectoryReport> {
    import_deciding(db, file, &Decisions::default(), by)
}

/// The same with what somebody has decided about posts that are missing or renamed. A corrected contact is
/// taken over into open rounds, and a retired post that the file names is asked again.
///
/// # Errors
/// All errors of the file, and refused when a rename does not fit the file; then nothing is written.
pub fn import_deciding(db: &Db, file: &[u8], decisions: &Decisions, by: &By) -> Result<DirectoryReport> {
    let rows = read(file, by.now)?;
    db.write(|conn| import_in(conn, &rows, decisions, by))
}

/// The same with rows that were read, inside a command's transaction.
pub(super) fn import_in(
    conn: &mut Conn,
    rows: &[DirectoryRow],
    decisions: &Decisions,
    by: &By,
) -> Result<DirectoryReport> {
    let mut changes = PostChanges::default();
    let mut existing = entries(conn, rows)?;
    let renamed = rename(&mut existing, rows, &decisions.renames)?;
    for (id, rename) in renamed.iter().zip(&decisions.renames) {
        store::directory::update_title(conn, id, &rename.to)?;
        let entry = existing.iter().find(|entry| entry.post.id == *id);
        entry.into_iter().for_each(|entry| changes.rename(&entry.post, &rename.from));
    }
    let diff = compare(&existing, rows);
    let mut relinked = 0;
    let departments = departments_of(conn, &diff)?;
    for post in insert_new(conn, &diff, &departments)? {
        changes.add(&post, &[PostChange::Added]);
    }
    for changed in &diff.changed {
        relinked += update_changed(conn, changed, &departments, by.now)?;
        changes.add(&changed.entry.post, &changes_of(&changed.differences, changed.row.from.is_some()));
    }
    let restored: Vec<&PostId> = diff.restored.iter().map(|entry| &entry.post.id).collect();
    super::posts::restore_in(conn, &restored)?;
    diff.restored.iter().for_each(|entry| changes.add(&entry.post, &[PostChange::Restored]));
    if decisions.retires_missing {
        let missing: Vec<&PostId> = diff.missing.iter().map(|entry| &entry.post.id).collect();
        super::posts::retire_in(conn, &missing, by.now)?;
        diff.missing.iter().for_each(|entry| changes.add(&entry.post, &[PostChange::Retired]));
    }
    let missing: HashSet<&str> = diff.missing.iter().map(|entry| entry.post.id.as_str()).collect();
    let named = existing.iter().map(|entry| &entry.post.id).filter(|post| !missing.contains(post.as_str()));
    let named: Vec<&PostId> = named.collect();
    store::directory::update_named(conn, &named)?;
    let counts = json!({
        "new": diff.new.len(),
        "changed": diff.changed.len(),
        "unchanged": diff.unchanged,
        "missing": diff.missing.len(),
        "retired": if decisions.retires_missing { diff.missing.len() } else { 0 },
        "restored": diff.restored.len(),
        "renamed": renamed.len(),
        "relinked": relinked,
    });
    note_changes(conn, by, ("import", Object::all("post")), Some(counts), &changes)?;
    Ok(DirectoryReport { relinked, ..report(&diff) })
}

/// The rows of a file, readied for the day.
pub(super) fn read(file: &[u8], now: NaiveDateTime) -> Result<Vec<DirectoryRow>> {
    let mut rows = files::directory::read(file).map_err(Error::ImportErrors)?;
    look_ahead(&mut rows, day_in_denmark(now)).map_err(Error::ImportErrors)?;
    Ok(rows)
}

/// What stands in the directory for the municipalities that a file names.
pub(super) fn entries(conn: &mut Conn, rows: &[DirectoryRow]) -> Result<Vec<DirectoryEntry>> {
    let mut municipalities: Vec<MunicipalityCode> = rows.iter().map(|row| row.municipality.clone()).collect();
    municipalities.sort();
    municipalities.dedup();
    Ok(store::directory::list_entries(conn, &municipalities)?)
}

type Departments<'a> = HashMap<(&'a MunicipalityCode, &'a str), DepartmentId>;

/// The department of every row that is new or changed, made where the municipality has none of that name.
fn departments_of<'a>(conn: &mut Conn, diff: &DirectoryDiff<'a>) -> Result<Departments<'a>> {
    let rows = diff.new.iter().copied().chain(diff.changed.iter().map(|changed| changed.row));
    let mut wanted: Vec<(&MunicipalityCode, &str)> =
        rows.map(|row| (&row.municipality, row.department.as_str())).collect();
    wanted.sort();
    wanted.dedup();
    let mut codes: Vec<MunicipalityCode> = wanted.iter().map(|(code, _)| (*code).clone()).collect();
    codes.dedup();
    let known: HashMap<(MunicipalityCode, String), DepartmentId> = store::directory::list_departments_of(conn, &codes)?
        .into_iter()
        .map(|department| ((department.municipality_code, department.name), department.id))
        .collect();
    let mut departments = Departments::new();
    let mut new = Vec::new();
    for (code, name) in wanted {
        let id = known.get(&(code.clone(), name.to_owned())).cloned().unwrap_or_else(|| {
            let id = DepartmentId::new();
            new.push(Department { id: id.clone(), municipality_code: code.clone(), name: name.to_owned() });
            id
        });
        departments.insert((code, name), id);
    }
    store::directory::insert_departments(conn, &new)?;
    Ok(departments)
}

fn insert_new(conn: &mut Conn, diff: &DirectoryDiff, departments: &Departments) -> Result<Vec<Post>> {
    let mut posts = Vec::with_capacity(diff.new.len());
    let mut holders = Vec::with_capacity(diff.new.len());
    let mut planned = Vec::new();
    for row in &diff.new {
        let id = PostId::new();
        match row.from {
            None => holders.push(holder(&id, row, None)),
            Some(day) => planned.push(PlannedHolder::from(day, holder(&id, row, None))),
        }
        posts.push(Post {
            id,
            municipality_code: row.municipality.clone(),
            department_id: departments[&(&row.municipality, row.department.as_str())].clone(),
            title: row.post.clone(),
            areas: row.areas.clone(),
        });
    }
    store::directory::insert_posts(conn, &posts)?;
    store::directory::insert_holders(conn, &holders)?;
    for planned in &planned {
        super::holders::plan_in(conn, planned)?;
    }
    Ok(posts)
}

/// Returns how many people got a new link in an open round.
fn update_changed(
    conn: &mut Conn,
    changed: &ChangedPost,
    departments: &Departments,
    now: NaiveDateTime,
) -> Result<usize> {
    let (post, row) = (&changed.entry.post, changed.row);
    let department = &departments[&(&row.municipality, row.department.as_str())];
    let areas: &Areas = &row.areas;
    store::directory::update_post(conn, &post.id, department, areas)?;
    let before = changed.entry.holder.as_ref();
    let holder = holder(&post.id, row, before);
    match row.from {
        _ if !changed.changes_person() => Ok(0),
        None => super::posts::replace_holder(conn, before, &holder, now),
        Some(day) => super::holders::plan_in(conn, &PlannedHolder::from(day, holder)).map(|()| 0),
    }
}

/// The holder as the file has it; a file that does not speak of language leaves it as it was.
fn holder(post: &PostId, row: &DirectoryRow, before: Option<&Holder>) -> Holder {
    Holder {
        post_id: post.clone(),
        name: row.name.clone(),
        email: row.email.clone(),
        phone: row.phone.clone(),
        language: row.language.or(before.map(|holder| holder.language)).unwrap_or_default(),
    }
}

fn report(diff: &DirectoryDiff) -> DirectoryReport {
    let named = |entry: &DirectoryEntry| (entry.post.municipality_code.clone(), entry.post.title.clone());
    DirectoryReport {
        new: diff.new.iter().map(|row| (row.municipality.clone(), row.post.clone(), row.line)).collect(),
        changed: diff
            .changed
            .iter()
            .map(|changed| {
                let row = changed.row;
                let fields = changed.differences.iter().map(|difference| difference.field).collect();
                (row.municipality.clone(), row.post.clone(), row.line, fields)
            })
            .collect(),
        unchanged: diff.unchanged,
        missing: diff.missing.iter().map(|entry| named(entry)).collect(),
        likely_renames: likely_renames(diff)
            .into_iter()
            .map(|(entry, row)| (row.municipality.clone(), entry.post.title.clone(), row.post.clone()))
            .collect(),
        restored: diff.restored.iter().map(|entry| named(entry)).collect(),
        relinked: 0,
    }
}
