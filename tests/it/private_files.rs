//! What holds links, answers or people is its owner's alone, however generous the umask is.

use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

use crate::app::{Ran, TestApp};
use crate::fixtures::open_round;
use crate::process::{Process, until};

on_both_databases!(every_file_and_folder_that_the_program_makes_is_its_owners_alone);

fn every_file_and_folder_that_the_program_makes_is_its_owners_alone(app: &TestApp) {
    open_round(app);
    let place = app.folder().join("hemmeligt");
    std::fs::create_dir(&place).unwrap();
    let path = |name: &str| place.join(name).display().to_string();
    let url = format!("sqlite://{}", path("ny.sqlite"));
    let made = Ran::of(generous(&app.command()).arg("migrate").env("DATABASE_URL", url));
    assert_eq!(made.code, 0, "{}", made.stderr);
    for arguments in [
        &["backup", &path("alt.backup")][..],
        &["answers", "export", "--round", "x", "--out", &path("svar.csv")],
        &["scores", "export", "--round", "x", "--out", &path("tal.csv")],
    ] {
        let ran = Ran::of(generous(&app.command()).args(arguments));
        assert_eq!(ran.code, 0, "{arguments:?}: {}", ran.stderr);
    }

    let letters = place.join("post").join("breve");
    let settings = [("MAIL_FOLDER", letters.to_str().unwrap())];
    let _running = Process::start_as(generous(&app.command()), app, &["serve"], &settings);
    until("a letter in the folder", || modes(&letters).iter().any(|(path, _)| path.ends_with(".eml")));
    let modes = modes(&place);
    assert!(modes.len() >= 7, "{modes:?}");
    for (path, mode) in modes {
        let own = if Path::new(&path).is_dir() { 0o700 } else { 0o600 };
        assert_eq!(mode, own, "{path} has {mode:o}");
    }
}

/// The same command under the umask of most machines, which lets everybody read.
fn generous(command: &Command) -> Command {
    let mut begun = Command::new("/bin/sh");
    begun.args(["-c", "umask 022; exec \"$0\" \"$@\""]).arg(command.get_program());
    begun.current_dir(command.get_current_dir().unwrap()).env_clear();
    begun.envs(command.get_envs().filter_map(|(key, value)| Some((key, value?))));
    begun
}

/// Everything under a folder with its permissions.
fn modes(folder: &Path) -> Vec<(String, u32)> {
    let Ok(files) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut all = Vec::new();
    for file in files.map(|file| file.unwrap().path()) {
        // A file that is being written may get its own name just now.
        let Ok(known) = file.metadata() else { continue };
        all.push((file.display().to_string(), known.permissions().mode() & 0o777));
        all.extend(modes(&file));
    }
    all
}
