//! Posts that are added, changed or put together on a page.

use std::slice;

use serde_json::json;

use super::audit::note_changes;
use super::posts::{note_post, retire_in};
use crate::domain::access::audit::{By, Object};
use crate::domain::access::staff::Scope;
use crate::domain::base::refusals::Refusal;
use crate::domain::rounds::RoundStatus;
use crate::domain::rounds::contacts::Contact;
use crate::domain::rounds::directory::{Areas, Department, DepartmentId, Post, PostId};
use crate::domain::rounds::post_changes::{PostChange, PostChanges};
use crate::domain::rounds::post_drafts::PostDraft;
use crate::domain::{Area, MunicipalityCode};
use crate::error::{OrNotFound, Result};
use crate::store::{Conn, Db, contacts, directory, merged_posts};

/// Adds a post with its holder.
///
/// # Errors
/// Refused where the municipality has one of this title, retired or not.
pub fn add(db: &Db, code: &MunicipalityCode, (draft, contact): (&PostDraft, &Contact), by: &By) -> Result<PostId> {
    let id = PostId::new();
    db.write(|conn| {
        check_title(conn, code, &draft.title, None)?;
        let post = Post {
            id: id.clone(),
            municipality_code: code.clone(),
            department_id: department(conn, code, &draft.department)?,
            title: draft.title.clone(),
            areas: draft.areas.clone(),
        };
        directory::insert_posts(conn, slice::from_ref(&post))?;
        directory::insert_holders(conn, slice::from_ref(&contact.clone().of_post(id.clone())))?;
        note_post(conn, by, ("add", PostChange::Added), &post)
    })?;
    Ok(id)
}

/// Changes title, department and areas of a post; what it was asked in open and closed rounds stays as it was.
///
/// # Errors
/// Not found where the post is not in scope; refused where the municipality has another one of this title.
pub fn edit(db: &Db, (id, scope): (&PostId, &Scope), draft: &PostDraft, by: &By) -> Result<()> {
    db.write(|conn| {
        let entry = directory::find_entry(conn, id, scope)?.or_not_found()?;
        let post = &entry.post;
        check_title(conn, &post.municipality_code, &draft.title, Some(id))?;
        let mut changes = PostChanges::default();
        if post.title != draft.title {
            directory::update_title(conn, id, &draft.title)?;
            changes.rename(post, &post.title);
        }
        let is_moved = entry.department != draft.department;
        if is_moved || post.areas != draft.areas {
            let department = match is_moved {
                true => department(conn, &post.municipality_code, &draft.department)?,
                false => post.department_id.clone(),
            };
            directory::update_post(conn, id, &department, &draft.areas)?;
        }
        if is_moved {
            changes.add(post, &[PostChange::Department]);
        }
        if post.areas != draft.areas {
            changes.add(post, &[PostChange::Areas]);
        }
        if changes.iter().next().is_none() {
            return Ok(());
        }
        let new = json!({ "title": draft.title, "department": draft.department, "areas": draft.areas.as_str() });
        note_changes(conn, by, ("edit", Object::one("post", id.as_str())), Some(new), &changes)
    })
}

/// Puts a post together with another one of its municipality: the one that goes is retired and keeps what it has
/// answered, and the one that stays covers the areas of both.
///
/// # Errors
/// Not found where either is not in scope; refused where they are of two municipalities, one is retired, or the one
/// that goes has not handed in in an open round, because then its answers would be lost.
pub fn merge(db: &Db, (id, into): (&PostId, &PostId), scope: &Scope, by: &By) -> Result<()> {
    db.write(|conn| {
        let going = directory::find_entry(conn, id, scope)?.or_not_found()?;
        let staying = directory::find_entry(conn, into, scope)?.or_not_found()?;
        let is_one_place = going.post.municipality_code == staying.post.municipality_code;
        if id == into || !is_one_place || going.retired_at.is_some() || staying.retired_at.is_some() {
            return Err(Refusal::NotMergeable.into());
        }
        if let Some(round) = asked_in(conn, id)? {
            return Err(Refusal::PostIsAsked(round).into());
        }
        retire_in(conn, &[id], by.now)?;
        merged_posts::insert(conn, id, into, by.now)?;
        let areas: Vec<Area> = going.post.areas.iter().chain(staying.post.areas.iter()).collect();
        directory::update_post(conn, into, &staying.post.department_id, &Areas::new(&areas))?;
        let mut changes = PostChanges::one(&going.post, PostChange::Merged);
        changes.add(&staying.post, &[PostChange::Absorbed]);
        let object = Object::one("post", id.as_str());
        note_changes(conn, by, ("merge", object), Some(json!({ "into": into.as_str() })), &changes)
    })
}

/// The open round that a post has not handed in in.
///
/// # Errors
/// Database errors.
pub fn asked_in(conn: &mut Conn, id: &PostId) -> Result<Option<String>> {
    let open = contacts::list_open(conn, id)?.into_iter();
    let mut waited_for =
        open.filter(|(round, asked)| round.status == RoundStatus::Open && asked.handed_in_at.is_none());
    Ok(waited_for.next().map(|(round, _)| round.key))
}

/// A title is taken by every post of the municipality that has it, retired or not.
fn check_title(conn: &mut Conn, code: &MunicipalityCode, title: &str, own: Option<&PostId>) -> Result<()> {
    let all = directory::list_entries(conn, slice::from_ref(code))?;
    if all.iter().any(|entry| entry.post.title == title && Some(&entry.post.id) != own) {
        return Err(Refusal::PostExists(title.to_owned()).into());
    }
    Ok(())
}

/// The department of this name, made where the municipality has none.
fn department(conn: &mut Conn, code: &MunicipalityCode, name: &str) -> Result<DepartmentId> {
    let known = directory::list_departments_of(conn, slice::from_ref(code))?;
    if let Some(found) = known.into_iter().find(|department| department.name == name) {
        return Ok(found.id);
    }
    let id = DepartmentId::new();
    let new = Department { id: id.clone(), municipality_code: code.clone(), name: name.to_owned() };
    directory::insert_departments(conn, slice::from_ref(&new))?;
    Ok(id)
}
