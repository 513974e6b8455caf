//! An open round with one leader, set up as an operator would.

use chrono::{Days, Utc};

use crate::app::TestApp;
use crate::client::Client;
use crate::running::until;

/// The leader's row of the directory.
pub const LEADER: (&str, &str) = ("Ledernavn Eksempelsen", "leder.eksempel@example.org");

/// Opens a round over the shipped catalogue for one leader of two areas; an invitation is queued.
pub fn open_round(app: &TestApp) {
    let directory = app.folder().join("stillinger.csv");
    let row = format!("0151;Center for Prøver;Prøveleder;sundhed|aeldre;{};{};", LEADER.0, LEADER.1);
    std::fs::write(&directory, format!("municipality_code;department;post;areas;name;email;phone\n{row}\n")).unwrap();
    let today = Utc::now().date_naive();
    let [opens, closes] = [today, today + Days::new(30)].map(|day| day.to_string());
    let create = ["round", "create", "--key", "x", "--edition", "2018", "--opens", &opens, "--closes", &closes];
    for arguments in [
        &["catalogue", "import", "catalogue/2018.yaml"][..],
        &["catalogue", "publish", "2018"],
        &["directory", "import", directory.to_str().unwrap()],
        &create,
        &["round", "open", "x"],
    ] {
        let ran = app.pejl(arguments);
        assert_eq!(ran.code, 0, "{arguments:?}: {}", ran.stderr);
    }
}

/// An administrator who has just signed in; a session lasts less than a round.
pub fn admin(app: &TestApp) -> Client {
    app.pejl(&["staff", "add", "admin@example.org", "--role", "admin"]);
    let ran = app.pejl(&["staff", "reset", "admin@example.org"]);
    let link = ran.stdout.split_whitespace().find(|word| word.contains("/adgang/")).unwrap().to_owned();
    let client = app.client();
    let password = "no password fits this";
    let page = client.post(&link[link.find("/adgang/").unwrap()..], &[("password", password), ("repeated", password)]);
    assert_eq!(page.status, 200, "{}", page.body);
    client
}

/// The path of the personal link in the first letter that is delivered to the folder.
pub fn delivered_link(app: &TestApp) -> String {
    let letters = || std::fs::read_dir(&app.letters).unwrap().map(|file| file.unwrap().path());
    let is_letter = |path: &std::path::PathBuf| path.extension().is_some_and(|extension| extension == "eml");
    assert!(until(|| letters().any(|path| is_letter(&path))), "no letter was delivered");
    let letter = std::fs::read_to_string(letters().find(is_letter).unwrap()).unwrap();
    let letter = letter.replace("=\r\n", "");
    let token: String = letter.split("/svar/").nth(1).unwrap().chars().take_while(is_token).collect();
    format!("/svar/{token}")
}

fn is_token(letter: &char) -> bool {
    letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_')
}
