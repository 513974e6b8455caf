//! Drafts in a database: every edit is a revision, and the history leads to each of them.

use std::collections::HashMap;

use chrono::NaiveDateTime;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use super::drafts::{Outcome, Way, begin, copy, delete, go};
use super::*;
use crate::domain::Text;
use crate::domain::access::staff::{Draft as NewAccount, Role};
use crate::domain::catalogue::drafts::tests::{Seeds, edit as random_edit, small};
use crate::domain::catalogue::drafts::{Content, Draft, Edit, Item, Meaning, PackageContent};
use crate::files::catalogue::tests::SMALL;

struct Desk {
    db: Db,
    by: By,
    _folder: tempfile::TempDir,
}

impl Desk {
    /// A database with the small edition published as 2018, copied as 2026.
    fn new() -> Desk {
        let folder = tempfile::tempdir().unwrap();
        let db = Db::open(&format!("sqlite://{}", folder.path().join("pejl.sqlite").display()), 2).unwrap();
        db.migrate().unwrap();
        let by = By::command_line("2026-09-01T08:00:00".parse().unwrap());
        let account = NewAccount::parse("redaktion@example.org", Role::Admin, &[]).unwrap();
        crate::commands::staff::add(&db, &account, &by).unwrap();
        let staff = db.read(|conn| Ok(store::staff::find_by_email(conn, "redaktion@example.org")?)).unwrap().unwrap();
        let by = By::staff(&staff.id, by.now);
        import(&db, SMALL.as_bytes(), &by).unwrap();
        publish(&db, "2018", &by).unwrap();
        copy(&db, ("2018", "2026"), &Text::from("Ny"), &by).unwrap();
        Desk { db, by, _folder: folder }
    }

    fn stored(&self) -> StoredEdition {
        self.db.read(|conn| Ok(store::editions::find(conn, "2026")?)).unwrap().unwrap()
    }

    fn draft(&self) -> Draft {
        let stored = self.stored();
        self.db.read(|conn| editions::draft(conn, &stored)).unwrap()
    }

    fn edit(&self, made_from: i32, edit: &Edit) -> Result<Outcome> {
        super::drafts::edit(&self.db, "2026", (made_from, edit), &self.by)
    }

    fn go(&self, way: Way) -> Result<i32> {
        go(&self.db, "2026", way, &self.by)
    }

    fn entries(&self) -> usize {
        self.db.read(|conn| Ok(store::audit::list_after(conn, "", NaiveDateTime::MIN, 10_000)?)).unwrap().len()
    }

    /// Both as a page of everybody's reads them: parsed from what is stored.
    fn assert_readable(&self) {
        let stored = self.stored();
        assert!(stored.is_intact());
        let (edition, crosswalks) = (self.draft().edition, self.draft().crosswalks);
        assert_eq!(files::catalogue::read_draft(stored.document.as_bytes()), Ok(edition.clone()));
        let (origin, _) = small();
        let kept = self.db.read(|conn| Ok(store::editions::list_crosswalks(conn)?)).unwrap();
        let read =
            |one: &StoredCrosswalk| files::crosswalk::read(one.document.as_bytes(), &[&origin, &edition]).unwrap();
        assert_eq!(kept.iter().map(read).collect::<Vec<_>>(), crosswalks);
    }
}

fn titled(draft: &Draft, title: &str) -> Edit {
    let item = Item::Package("tobak".to_owned());
    let Some(Content::Package(package)) = draft.content(&item) else { panic!("no package") };
    let package = PackageContent { title: Text::from(title), ..package };
    Edit::Change(item, Content::Package(package), Meaning::Reworded)
}

/// What somebody does, by a number: mostly edits, now and then back and forth.
fn assert_history_leads_everywhere(desk: &Desk, steps: &[(u8, Seeds)]) {
    let mut seen: HashMap<i32, Draft> = HashMap::from([(0, desk.draft())]);
    for (kind, seeds) in steps {
        let (before, current, entries) = (desk.draft(), desk.stored().revision, desk.entries());
        let outcome = match kind % 8 {
            0 | 1 => desk.go(Way::Undo),
            2 => desk.go(Way::Redo),
            3 => desk.go(Way::To(i32::from(seeds[0]) % (seen.len() as i32 + 1))),
            _ => {
                let Some(edit) = random_edit(&before, *seeds) else { continue };
                match desk.edit(current, &edit) {
                    Ok(Outcome::Saved { revision, .. }) => Ok(revision),
                    Ok(conflict) => panic!("{conflict:?}"),
                    Err(cause) => Err(cause),
                }
            }
        };
        let after = desk.draft();
        match outcome {
            Ok(number) => {
                assert_eq!(desk.stored().revision, number);
                assert_eq!(*seen.entry(number).or_insert_with(|| after.clone()), after, "a revision stays what it was");
                assert_eq!(desk.entries() - entries, usize::from(number != current || kind % 8 < 4));
            }
            Err(Error::Refused(_)) => assert_eq!((after, desk.entries()), (before, entries)),
            Err(other) => panic!("{other}"),
        }
        desk.assert_readable();
    }
}

#[test]
fn any_sequence_of_edits_undo_and_redo_leaves_every_revision_as_it_was() {
    let mut runner = TestRunner::new(Config { cases: 16, ..Config::default() });
    let steps = vec((any::<u8>(), any::<Seeds>()), 0..30);
    let outcome = runner.run(&steps, |steps| {
        assert_history_leads_everywhere(&Desk::new(), &steps);
        Ok(())
    });
    outcome.unwrap();
}

#[test]
fn undoing_and_editing_branches_off_and_loses_nothing() {
    let desk = Desk::new();
    for title in ["A", "B"] {
        desk.edit(desk.stored().revision, &titled(&desk.draft(), title)).unwrap();
    }
    let title = || desk.draft().edition.packages[0].title.da.clone();
    assert_eq!((desk.go(Way::Undo).unwrap(), title()), (1, "A".to_owned()));
    desk.edit(1, &titled(&desk.draft(), "C")).unwrap();
    assert_eq!((desk.stored().revision, title()), (3, "C".to_owned()));
    assert!(matches!(desk.go(Way::Redo), Err(Error::Refused(Refusal::NoSuchRevision))));
    assert_eq!((desk.go(Way::Undo).unwrap(), desk.go(Way::Redo).unwrap()), (1, 3));
    assert_eq!((desk.go(Way::To(2)).unwrap(), title()), (2, "B".to_owned()));
    let history = desk.db.read(|conn| Ok(store::edition_revisions::list(conn, "2026")?)).unwrap();
    let parents: Vec<(i32, Option<i32>)> = history.iter().map(|one| (one.number, one.parent)).collect();
    assert_eq!(parents, [(3, Some(1)), (2, Some(1)), (1, Some(0)), (0, None)]);
    assert!(history.iter().all(|one| one.author.as_deref() == Some("redaktion@example.org")));
    assert_eq!(history[3].change(), Some(Change::whole(Deed::Copied, "2018")));
}

#[test]
fn of_two_who_edit_the_same_the_later_one_is_told_and_of_two_who_edit_something_else_none() {
    let desk = Desk::new();
    let seen = desk.draft();
    desk.edit(0, &titled(&seen, "Den enes")).unwrap();
    let outcome = desk.edit(0, &titled(&seen, "Den andens")).unwrap();
    let Outcome::Conflict { draft, revision } = outcome else { panic!("{outcome:?}") };
    assert_eq!((draft.edition.packages[0].title.da.as_str(), revision), ("Den enes", 1));
    assert_eq!(desk.draft(), *draft, "nothing was written");
    let item = Item::Scale("grad".to_owned());
    let scale = seen.content(&item).unwrap();
    let Content::Scale(mut label) = scale else { panic!("no scale") };
    label.label = Text::from("Nej eller ja");
    assert!(matches!(
        desk.edit(0, &Edit::Change(item, Content::Scale(label), Meaning::Reworded)),
        Ok(Outcome::Saved { revision: 2, .. })
    ));
    let removal = Edit::Remove(Item::Package("tobak".to_owned()));
    assert!(matches!(desk.edit(1, &removal), Ok(Outcome::Conflict { revision: 2, .. })));
    assert!(matches!(desk.edit(2, &removal), Ok(Outcome::Saved { revision: 3, .. })));
}

#[test]
fn an_imported_file_keeps_its_bytes_until_it_is_edited_and_an_import_is_undone() {
    let desk = Desk::new();
    let document = SMALL.replace("\"2018\"", "\"2026\"").replace("Eksempel", "Fra fil");
    import(&desk.db, document.as_bytes(), &desk.by).unwrap();
    assert_eq!((desk.stored().document, desk.stored().revision), (document.clone(), 1));
    desk.edit(1, &titled(&desk.draft(), "A")).unwrap();
    assert_ne!(desk.stored().document, document);
    assert_eq!((desk.go(Way::Undo).unwrap(), desk.stored().document), (1, document));
    desk.go(Way::Undo).unwrap();
    assert_eq!(desk.draft().edition.title.da, "Ny");
}

#[test]
fn an_imported_crosswalk_is_a_revision_of_the_draft_that_it_leads_to() {
    let desk = Desk::new();
    let document =
        "# ours\nfrom: \"2018\"\nto: \"2026\"\nlinks: [{from: kendskab, to: kendskab, relation: reworded}]\n";
    import_crosswalk(&desk.db, document.as_bytes(), &desk.by).unwrap();
    let kept = || desk.db.read(|conn| Ok(store::editions::list_crosswalks(conn)?)).unwrap().remove(0).document;
    assert_eq!((kept().as_str(), desk.draft().crosswalks[0].links.len()), (document, 1));
    desk.edit(1, &titled(&desk.draft(), "A")).unwrap();
    assert_eq!(kept(), document, "what an edit does not touch keeps its bytes");
    desk.go(Way::To(0)).unwrap();
    assert_eq!(desk.draft().crosswalks[0].links.len(), 3);
}

#[test]
fn a_draft_with_faults_is_saved_but_not_published() {
    let desk = Desk::new();
    desk.edit(0, &titled(&desk.draft(), "")).unwrap();
    assert!(matches!(publish(&desk.db, "2026", &desk.by), Err(Error::Refused(Refusal::EditionFaulty(1)))));
    desk.go(Way::Undo).unwrap();
    publish(&desk.db, "2026", &desk.by).unwrap();
    let published = desk.edit(0, &titled(&desk.draft(), "A"));
    assert!(matches!(published, Err(Error::Refused(Refusal::EditionPublished))));
}

#[test]
fn a_draft_is_deleted_with_all_that_is_its_own_and_a_published_edition_is_not() {
    let desk = Desk::new();
    desk.edit(0, &titled(&desk.draft(), "A")).unwrap();
    delete(&desk.db, "2026", &desk.by).unwrap();
    let left = desk.db.read(|conn| Ok((store::editions::list(conn)?.len(), store::editions::list_crosswalks(conn)?)));
    assert_eq!(left.unwrap(), (1, Vec::new()));
    assert!(matches!(delete(&desk.db, "2018", &desk.by), Err(Error::Refused(Refusal::EditionPublished))));
    begin(&desk.db, "2026", &Text::from("Fra ny"), &desk.by).unwrap();
    assert_eq!(desk.draft().edition.packages, []);
    let again = begin(&desk.db, "2026", &Text::from("Igen"), &desk.by);
    assert!(matches!(again, Err(Error::Refused(Refusal::EditionExists(_)))));
    let copied = copy(&desk.db, ("2026", "x"), &Text::from("X"), &desk.by);
    assert!(matches!(copied, Err(Error::Refused(Refusal::EditionNotPublished))));
}
