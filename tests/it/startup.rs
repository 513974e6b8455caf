//! Starting: in under a second, or with one sentence that says what to mend.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use pejl::store::db::connect;

use crate::app::{Ran, TestApp};
use crate::database::{Backend, cluster};
use crate::process::{Process, free_address, soon};

on_both_databases!(
    the_program_serves_within_a_second,
    an_address_that_is_taken_is_told,
    an_address_that_is_none_is_told,
    a_folder_for_letters_is_made_for_its_owner_alone,
    a_folder_for_letters_that_can_not_be_written_is_told,
    a_mail_server_address_that_can_not_be_used_is_told,
    a_wrong_word_for_the_log_is_told,
);

fn the_program_serves_within_a_second(app: &TestApp) {
    let fastest = (0..4).map(|_| {
        let began = Instant::now();
        let running = Process::start(app, &["serve"], &[]);
        assert_eq!(running.operator().get("/health/ready").status, 200);
        began.elapsed()
    });
    let fastest = fastest.min().unwrap();
    assert!(fastest < Duration::from_secs(1), "{fastest:?}");
}

/// Runs the program in both languages on settings that can't be used; each time it ends with 1 and one
/// line that names the settings' `words` and no password.
fn assert_told(app: &TestApp, settings: &[(&str, &str)], words: &[&str]) {
    told(settings, words, |command| bounded(command.envs(settings.iter().copied())), || app.command());
}

fn told(settings: &[(&str, &str)], words: &[&str], run: impl Fn(&mut Command) -> Ran, command: impl Fn() -> Command) {
    let [danish, english] = ["da", "en"].map(|language| {
        let ran = run(command().arg("serve").env("PEJL_LANGUAGE", language));
        assert_eq!((ran.code, ran.stdout.as_str()), (1, ""), "{settings:?}: {}", ran.stderr);
        assert_eq!(ran.stderr.trim_end().lines().count(), 1, "{}", ran.stderr);
        assert!(!ran.stderr.contains("hemmelig") && !ran.stderr.contains("Error"), "{}", ran.stderr);
        for word in words {
            assert!(ran.stderr.contains(word), "{word} is not in: {}", ran.stderr);
        }
        ran.stderr
    });
    assert_ne!(danish, english);
}

/// Runs a command that must end soon by itself.
fn bounded(command: &mut Command) -> Ran {
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let has_ended = soon(|| child.try_wait().unwrap()).is_some();
    drop(child.kill());
    let output = child.wait_with_output().unwrap();
    let [stdout, stderr] = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap());
    assert!(has_ended, "it does not end: {stderr}");
    Ran { code: output.status.code().unwrap(), stdout, stderr }
}

fn an_address_that_is_taken_is_told(app: &TestApp) {
    let taken = app.base_url.strip_prefix("http://").unwrap();
    assert_told(app, &[("LISTEN", taken)], &["LISTEN", taken]);
    assert_told(app, &[("LISTEN", &free_address()), ("METRICS_LISTEN", taken)], &["METRICS_LISTEN", taken]);
}

fn an_address_that_is_none_is_told(app: &TestApp) {
    for none in ["ingen adresse", "127.0.0.1", "127.0.0.1:99999", "findes-ikke.invalid:8080"] {
        assert_told(app, &[("LISTEN", none)], &["LISTEN", none]);
    }
    assert_told(app, &[("LISTEN", "192.0.2.1:8080")], &["LISTEN", "0.0.0.0"]);
}

fn a_folder_for_letters_is_made_for_its_owner_alone(app: &TestApp) {
    let folder = app.folder().join("breve");
    let place = folder.display().to_string();
    let running = Process::start(app, &["serve"], &[("MAIL_FOLDER", &place)]);
    assert_eq!(std::fs::metadata(&folder).unwrap().mode() & 0o777, 0o700);
    drop(running);
}

fn a_folder_for_letters_that_can_not_be_written_is_told(app: &TestApp) {
    let file = app.folder().join("fil");
    std::fs::write(&file, "").unwrap();
    let folder = file.join("breve").display().to_string();
    assert_told(app, &[("MAIL_FOLDER", &folder)], &["MAIL_FOLDER", &folder]);
}

fn a_mail_server_address_that_can_not_be_used_is_told(app: &TestApp) {
    for url in ["ftp://pejl:hemmelig@127.0.0.1", "smtp://", "smtps://pejl:hemmelig@", "smtp://127.0.0.1:post"] {
        assert_told(app, &[("SMTP_URL", url)], &["SMTP_URL", "smtp://"]);
    }
}

fn a_wrong_word_for_the_log_is_told(app: &TestApp) {
    assert_told(app, &[("LOG_FORMAT", "xml")], &["LOG_FORMAT", "xml", "json"]);
    assert_told(app, &[("LOG_LEVEL", "meget")], &["LOG_LEVEL", "meget", "info"]);
}

/// Runs the program as above with a `DATABASE_URL`.
fn assert_database_told(url: &str, words: &[&str]) {
    let app = TestApp::on(Backend::Sqlite).unwrap();
    assert_told(&app, &[("DATABASE_URL", url)], words);
}

#[test]
fn a_database_of_another_kind_is_told() {
    assert_database_told("mysql://pejl:hemmelig@127.0.0.1/pejl", &["DATABASE_URL", "sqlite://", "postgres://"]);
}

#[test]
fn a_file_that_can_not_be_a_database_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).display().to_string();
    let (missing, other) = (path("findes-ikke"), path("regneark.sqlite"));
    std::fs::write(&other, "navn;mail\n".repeat(200)).unwrap();
    assert_database_told(&format!("sqlite://{missing}/pejl.sqlite"), &[&missing, "DATABASE_URL"]);
    assert_database_told(&format!("sqlite://{}", folder.path().display()), &[folder.path().to_str().unwrap()]);
    assert_database_told(&format!("sqlite://{other}"), &[&other]);
}

#[test]
fn programs_that_make_the_same_new_file_at_once_wait_for_each_other() {
    let app = TestApp::on(Backend::Sqlite).unwrap();
    for turn in 0..5 {
        let url = format!("sqlite://{}", app.folder().join(format!("new-{turn}.sqlite")).display());
        let begin = |_| app.command().arg("migrate").env("DATABASE_URL", &url).stderr(Stdio::piped()).spawn().unwrap();
        let all: Vec<_> = (0..8).map(begin).collect();
        for one in all {
            let output = one.wait_with_output().unwrap();
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        }
    }
}

#[test]
fn a_database_that_can_not_be_written_is_told() {
    for (name, file_mode, folder_mode, word) in
        [("file", 0o400, 0o700, "pejl.sqlite"), ("folder", 0o600, 0o500, "closed-folder")]
    {
        let app = TestApp::on(Backend::Sqlite).unwrap();
        let folder = app.folder().join(format!("closed-{name}"));
        std::fs::create_dir(&folder).unwrap();
        let file = folder.join("pejl.sqlite");
        let url = format!("sqlite://{}", file.display());
        assert_eq!(Ran::of(without_root(app.command()).arg("migrate").env("DATABASE_URL", &url)).code, 0);
        // The last connection that is closed takes SQLite's two companions away; with them in place it would
        // need no more of the folder.
        drop(connect(&url).unwrap());
        assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 1);
        set_mode(&file, file_mode);
        set_mode(&folder, folder_mode);
        let settings = [("DATABASE_URL", url.as_str())];
        told(&settings, &[word], |command| bounded(command.env("DATABASE_URL", &url)), || without_root(app.command()));
        set_mode(&folder, 0o700);
    }
}

fn set_mode(path: &Path, mode: u32) {
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
}

/// The same command bound by the permissions of files, which root otherwise is not.
fn without_root(command: Command) -> Command {
    if std::fs::metadata("/proc/self").unwrap().uid() != 0 {
        return command;
    }
    let mut bound = Command::new("setpriv");
    bound.args(["--inh-caps", "-dac_override,-dac_read_search"]);
    bound.args(["--bounding-set", "-dac_override,-dac_read_search"]).arg(command.get_program());
    bound.current_dir(command.get_current_dir().unwrap()).env_clear();
    bound.env("PATH", "/usr/bin:/bin");
    bound.envs(command.get_envs().filter_map(|(key, value)| Some((key, value?))));
    bound
}

#[test]
fn a_postgres_that_can_not_be_reached_is_told() {
    let nobody = free_address();
    assert_database_told(&format!("postgres://pejl:hemmelig@{nobody}/pejl"), &[&nobody, "DATABASE_URL"]);
    assert_database_told("postgres://pejl:hemmelig@findes-ikke.invalid/pejl", &["findes-ikke.invalid"]);
}

#[test]
fn a_password_that_is_not_encoded_is_told_and_not_printed() {
    for url in ["postgres://pejl:a@hemmelig@127.0.0.1/pejl", "postgres://pejl:a/hemmelig@127.0.0.1/pejl"] {
        assert_database_told(url, &["DATABASE_URL", "%40"]);
    }
    assert_database_told("postgres://pejl:%hemmelig@127.0.0.1/pejl", &["DATABASE_URL"]);
}

#[test]
fn a_database_that_is_not_there_is_told() {
    let Some(cluster) = cluster() else { return };
    let (server, _) = cluster.rsplit_once('/').unwrap();
    assert_database_told(&format!("{server}/findes_ikke"), &["findes_ikke", "DATABASE_URL"]);
}

#[test]
fn a_wrong_password_is_told() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    std::thread::spawn(move || listener.incoming().for_each(|stream| drop(refuse(stream.unwrap()))));
    assert_database_told(&format!("postgres://pejl:hemmelig@{address}/pejl"), &["DATABASE_URL", "PostgreSQL"]);
}

/// A PostgreSQL that knows nobody: declines encryption and refuses whoever signs in.
fn refuse(mut stream: std::net::TcpStream) -> std::io::Result<()> {
    let mut packet = [0; 1024];
    let mut read = stream.read(&mut packet)?;
    while read == 8 {
        stream.write_all(b"N")?;
        read = stream.read(&mut packet)?;
    }
    let fields = b"SFATAL\0VFATAL\0C28P01\0Mpassword authentication failed for user \"pejl\"\0\0";
    stream.write_all(b"E")?;
    stream.write_all(&u32::try_from(fields.len() + 4).unwrap().to_be_bytes())?;
    stream.write_all(fields)
}
