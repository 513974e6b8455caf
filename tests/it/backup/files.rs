//! Files and folders that a backup can't be written to or read from: one sentence each, and nothing
//! is left or changed.

use std::path::Path;

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use pejl::domain::base::tokens::content_hash;
use pejl::store::copies;

use super::world::{back_up, change, fill};
use crate::app::{Ran, TestApp};
use crate::scoring_example::{import_example, run};

on_both_databases!(
    what_is_no_whole_backup_is_refused,
    a_backup_that_cannot_be_written_leaves_nothing,
    a_database_that_cannot_be_written_stays_empty,
    nobody_else_can_read_a_backup,
    a_backup_or_database_of_a_newer_program_is_refused,
);

/// Bytes of the line behind the database: the format's number and the checksum.
const SEAL: usize = "\npejl-backup 1 \n".len() + 64;

/// Runs `pejl` in a language; it must refuse with one line.
fn one_sentence(app: &TestApp, language: &str, arguments: &[&str]) -> String {
    let output = app.command().env("PEJL_LANGUAGE", language).args(arguments).output().unwrap();
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!((output.status.code(), told.lines().count()), (Some(1), 1), "{arguments:?}: {told}");
    assert!(output.stdout.is_empty());
    told
}

fn assert_refused(app: &TestApp, file: &Path, danish: &str, english: &str) {
    let file = file.to_str().unwrap();
    for (language, sentence) in [("da", danish), ("en", english)] {
        let told = one_sentence(app, language, &["restore", file]);
        assert!(told.contains(sentence), "{file}: {told}");
    }
    assert_eq!(app.read(|conn| Ok(copies::find_filled(conn)?)), None);
}

fn what_is_no_whole_backup_is_refused(app: &TestApp) {
    let source = TestApp::on(crate::database::Backend::Sqlite).unwrap();
    import_example(&source);
    let whole = std::fs::read(back_up(&source, "whole.backup")).unwrap();
    let file = app.folder().join("broken.backup");
    assert_refused(app, &file, "kan ikke bruges", "cannot be used");

    let seal = whole.len() - SEAL;
    let with = |place: usize| {
        let mut content = whole.clone();
        content[place] ^= 4;
        content
    };
    let other = app.folder().join("other.sqlite");
    SqliteConnection::establish(other.to_str().unwrap()).unwrap().batch_execute("CREATE TABLE answers (a)").unwrap();
    let cut_off = [whole[..seal].to_vec(), whole[..whole.len() - 1].to_vec(), whole[..4096].to_vec()];
    let no_backups = [Vec::new(), b"Pejl\n".repeat(100), std::fs::read(other).unwrap()];
    for content in no_backups.into_iter().chain(cut_off) {
        std::fs::write(&file, content).unwrap();
        assert_refused(app, &file, "ikke en hel sikkerhedskopi", "not a whole backup");
    }
    std::fs::write(&file, with(seal / 2)).unwrap();
    assert_refused(app, &file, "kontrolsummen passer ikke", "checksum does not match");
    // Whichever byte it is, in a page, between pages or in the seal.
    for place in (0..whole.len()).step_by(997).chain(seal..whole.len()) {
        std::fs::write(&file, with(place)).unwrap();
        assert!(pejl::backup::open(&file).unwrap().is_err(), "byte {place}");
    }
    std::fs::write(&file, &whole).unwrap();
    run(app, &format!("restore {}", file.display()));
}

fn a_backup_that_cannot_be_written_leaves_nothing(app: &TestApp) {
    fill(app);
    let folder = app.folder().join("backups");
    std::fs::create_dir(&folder).unwrap();
    let taken = folder.join("taken");
    std::fs::write(&taken, "mine").unwrap();
    let refusals = [
        (taken.as_path(), "findes allerede", "already a file"),
        (&folder.join("missing/a.backup"), "kunne ikke skrives", "could not be written"),
        (&taken.join("a.backup"), "kunne ikke skrives", "could not be written"),
        // Nobody can make a file there, not even root.
        (Path::new("/sys/a.backup"), "kunne ikke skrives", "could not be written"),
    ];
    for (file, danish, english) in refusals {
        for (language, sentence) in [("da", danish), ("en", english)] {
            let told = one_sentence(app, language, &["backup", file.to_str().unwrap()]);
            assert!(told.contains(sentence), "{}: {told}", file.display());
        }
    }
    // A disk that is full after 100 kB.
    let full = with_full_disk(app, 100, &format!("backup {}", folder.join("full").display()));
    assert_eq!((full.code, full.stderr.lines().count()), (1, 1), "{}", full.stderr);
    assert!(full.stderr.contains("kunne ikke skrives"), "{}", full.stderr);

    let left: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, ["taken"]);
    assert_eq!(std::fs::read_to_string(&taken).unwrap(), "mine");
}

fn a_database_that_cannot_be_written_stays_empty(app: &TestApp) {
    let source = TestApp::on(crate::database::Backend::Sqlite).unwrap();
    fill(&source);
    let file = back_up(&source, "whole.backup");
    if app.service.config.database_url.starts_with("postgres") {
        // What PostgreSQL refuses, and what it takes for something else.
        change(&source, "UPDATE staff SET created_at = 'whenever'");
        let file = back_up(&source, "refused.backup");
        assert_refused(app, &file, "kunne ikke indlæses", "could not be restored");
        change(&source, "UPDATE staff SET created_at = 'yesterday'");
        let file = back_up(&source, "other.backup");
        return assert_refused(app, &file, "Tabellen staff stemmer ikke overens", "The table staff does not agree");
    }
    let full = with_full_disk(app, 150, &format!("restore {}", file.display()));
    assert_eq!((full.code, full.stderr.lines().count()), (1, 1), "{}{}", full.stdout, full.stderr);
    assert!(full.stderr.contains("kunne ikke indlæses"), "{}", full.stderr);
    assert_eq!(app.read(|conn| Ok(copies::find_filled(conn)?)), None);
}

/// Runs `pejl` where no file grows beyond so many kilobytes; a write beyond that fails, as on a full disk.
fn with_full_disk(app: &TestApp, kilobytes: u32, arguments: &str) -> Ran {
    let program = env!("CARGO_BIN_EXE_pejl");
    let script = format!("trap '' XFSZ; ulimit -f {kilobytes}; exec {program} {arguments}");
    let mut command = std::process::Command::new("bash");
    command.env_clear().env("DATABASE_URL", &app.service.config.database_url);
    let output = command.args(["-c", &script]).output().unwrap();
    Ran {
        code: output.status.code().expect("pejl ends by itself"),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

fn nobody_else_can_read_a_backup(app: &TestApp) {
    use std::os::unix::fs::PermissionsExt;
    import_example(app);
    let mode = std::fs::metadata(back_up(app, "own.backup")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

fn a_backup_or_database_of_a_newer_program_is_refused(app: &TestApp) {
    let source = TestApp::on(crate::database::Backend::Sqlite).unwrap();
    import_example(&source);
    let file = back_up(&source, "newer.backup");
    let mut content = std::fs::read(&file).unwrap();
    let seal = content.len() - SEAL;
    let mut newer_format = content.clone();
    newer_format[seal + 13] = b'2';
    std::fs::write(&file, newer_format).unwrap();
    assert_refused(app, &file, "nyere version", "newer version");

    let migration = "INSERT INTO __diesel_schema_migrations VALUES ('99991231000001', '2026-09-01 08:00:00')";
    content.truncate(seal);
    std::fs::write(&file, content).unwrap();
    SqliteConnection::establish(file.to_str().unwrap()).unwrap().batch_execute(migration).unwrap();
    let mut content = std::fs::read(&file).unwrap();
    let newer_seal = format!("\npejl-backup 1 {}\n", content_hash(&content));
    content.extend_from_slice(newer_seal.as_bytes());
    std::fs::write(&file, content).unwrap();
    assert_refused(app, &file, "nyere version", "newer version");

    change(app, migration);
    let made = app.folder().join("made.backup");
    let told = one_sentence(app, "da", &["backup", made.to_str().unwrap()]);
    assert!(told.contains("nyere version") && !made.exists(), "{told}");
}
