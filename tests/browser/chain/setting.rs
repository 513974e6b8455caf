//! Who takes part: two municipalities, three posts, a baseline, and the letters they get.

use chrono::Days;
use pejl::clock::Clock;
use pejl::domain::Language;
use pejl::domain::base::days::day_in_denmark;
use pejl::texts;
use thirtyfour::prelude::*;

use super::staff::PASSWORD;
use crate::browser::{Browser, Care, Screen, Scripts, browse};
use crate::client::Client;
use crate::pages::da_with;
use crate::program::{Program, SENDER};
use crate::smtp::{Letter, SmtpServer};

/// The key of the round that is answered.
pub const ROUND: &str = "2026";

/// Whom the staff account belongs to.
pub const ADMIN: &str = "admin@example.org";

/// The colleague who is asked for help.
pub const COLLEAGUE: (&str, &str) = ("Kollega Prøve", "kollega@example.org");

/// A leader who is asked.
pub struct Leader {
    pub name: &'static str,
    pub email: &'static str,
    pub post: &'static str,
    pub municipality: &'static str,
    pub code: &'static str,
}

/// Answers with scripts.
pub const FIRST: Leader = Leader {
    name: "Leder Første",
    email: "leder1@example.org",
    post: "Chef for voksne og ældre",
    municipality: "Ballerup",
    code: "0151",
};

/// Answers without scripts.
pub const SECOND: Leader = Leader {
    name: "Leder Anden",
    email: "leder2@example.org",
    post: "Leder af botilbud",
    municipality: "Gentofte",
    code: "0157",
};

/// The last of them has no address, and is shown to the staff for that.
const DIRECTORY: &str = "\
municipality_code;department;post;areas;name;email;phone
0151;Center for Voksne;Chef for voksne og ældre;aeldre|dagtilbud|psykiatri-handicap;Leder Første;leder1@example.org;00000001
0157;Social & Sundhed;Leder af botilbud;psykiatri-handicap|hr;Leder Anden;leder2@example.org;00000002
0157;Børn og Skole;Skolechef;skole;;;
";

/// The mad questions of Ballerup come to 1/3, 1/2 and 0: a score of 28.
const BASELINE: &str = "\
municipality_code;post;area;question;option;comment
0151;Chef for voksne og ældre;psykiatri-handicap;mad.handleplan-botilbud;mindre;Ét af tre tilbud er begyndt
0151;Chef for voksne og ældre;psykiatri-handicap;kendskab;nogen;
0151;Chef for voksne og ældre;aeldre;mad.ernaeringsvurdering;gul;
0151;Chef for voksne og ældre;aeldre;fysisk.rammer-aeldre;roed;
0151;Chef for voksne og ældre;dagtilbud;mad.handleplan-dagtilbud;roed;
0151;Chef for voksne og ældre;dagtilbud;fysisk.motorik-dagtilbud;gul;
0157;Leder af botilbud;psykiatri-handicap;mad.handleplan-botilbud;slet-ikke;
0157;Leder af botilbud;hr;mad.sund-mad-arbejdspladser;roed;
";

/// What the stories take place in.
pub struct Setting {
    pub program: Program,
    /// The one-time link that `pejl staff add` printed.
    pub key: String,
    /// The last day for answers, as pages and letters write it.
    pub deadline: String,
    post_office: SmtpServer,
    care: Care,
}

impl Setting {
    /// Imports everything and makes the round a draft, each with the command for it.
    pub fn prepare(program: Program, post_office: SmtpServer, care: Care) -> Setting {
        program.pejl(&["catalogue", "import", "catalogue/2012-13.yaml"]);
        program.pejl(&["catalogue", "import", "catalogue/2018.yaml"]);
        program.pejl(&["crosswalk", "import", "catalogue/2012-13_2018.yaml"]);
        program.pejl(&["catalogue", "publish", "2012-13"]);
        program.pejl(&["catalogue", "publish", "2018"]);
        program.pejl(&["directory", "import", &program.file("directory.csv", DIRECTORY)]);
        create_round(&program, ["2013", "2012-13", "2013-03-01", "2013-04-30"], &["--historic"]);
        program.pejl(&["answers", "import", "--round", "2013", &program.file("baseline.csv", BASELINE)]);
        let today = day_in_denmark(Clock::System.now());
        let last = today + Days::new(30);
        create_round(&program, [ROUND, "2018", &today.to_string(), &last.to_string()], &[]);
        let key = program.pejl(&["staff", "add", ADMIN, "--role", "admin"]).trim().to_owned();
        Setting { program, key, deadline: texts::date(last, Language::Danish), post_office, care }
    }

    /// Somebody comes with a browser of their own.
    pub fn meet(&self, screen: Screen, scripts: Scripts, story: impl AsyncFnOnce(Browser) -> WebDriverResult<()>) {
        browse(screen, scripts, async |browser| story(browser.with_care(self.care)).await);
    }

    /// An account beside the administrator's, with a password already chosen.
    pub fn add_account(&self, email: &str, role: &[&str]) {
        let key = self.program.pejl(&[&["staff", "add", email, "--role"], role].concat());
        let path = key.trim().strip_prefix(&self.program.base_url).unwrap();
        let chosen = [("password", PASSWORD), ("repeated", PASSWORD)];
        let page = Client::new(&self.program.base_url).post(path, &chosen);
        assert_eq!((page.status, page.path.as_str()), (200, "/"), "{}", page.body);
    }

    /// Opens the round; the service sends the letters by itself.
    pub fn open_round(&self) {
        self.program.pejl(&["round", "open", ROUND]);
    }

    /// The address of a page of the service.
    pub fn at(&self, path: &str) -> String {
        format!("{}{path}", self.program.base_url)
    }

    /// The address of a page of the round.
    pub fn in_round(&self, path: &str) -> String {
        self.at(&format!("/rounds/{ROUND}{path}"))
    }

    /// The link in the letter that invites a leader; the letter says what it must.
    pub fn invitation_of(&self, leader: &Leader) -> String {
        let letter = self.post_office.letter_to(leader.email, &format!("Svar senest {}", self.deadline));
        assert!(letter.header("subject").contains(leader.municipality), "{}", letter.header("subject"));
        assert_eq!(letter.header("from"), SENDER);
        assert_eq!(letter.envelope_from, "monitorering@example.org");
        assert!(letter.header("to").contains(leader.name));
        // The deadline as a calendar goes along.
        assert!(letter.header("content-type").starts_with("multipart/mixed") && letter.raw.contains("text/calendar"));
        assert!(letter.html.contains("<html lang=\"da\""));
        for body in [&letter.text, &letter.html] {
            for said in [leader.name, leader.post, leader.municipality, &self.deadline] {
                assert!(body.contains(said), "{said} is not in:\n{body}");
            }
        }
        self.link_in(&letter)
    }

    /// The link in the letter to the colleague.
    pub fn handover(&self) -> String {
        let letter = self.post_office.letter_to(COLLEAGUE.1, "Ældre");
        assert!(letter.text.contains(FIRST.name) && letter.text.contains(&self.deadline));
        self.link_in(&letter)
    }

    /// The receipt lists what was answered and written.
    pub fn check_receipt(&self, leader: &Leader, written: &[&str]) {
        let letter = self.post_office.letter_to(leader.email, &da_with("letter-receipt-subject", "round", ROUND));
        for text in written {
            assert!(letter.text.contains(text), "{text} is not in:\n{}", letter.text);
        }
        for option in ["I høj grad", "Ikke relevant"] {
            assert!(letter.text.contains(option) && letter.html.contains(option), "{}", letter.text);
        }
    }

    /// How many letters have come.
    pub fn letters(&self) -> usize {
        self.post_office.letters().len()
    }

    /// Text and HTML have the same link, and it leads to us.
    fn link_in(&self, letter: &Letter) -> String {
        let link = letter.link(&self.at("/svar/"));
        assert!(letter.html.contains(&format!("href=\"{link}\"")), "{link} is not in:\n{}", letter.html);
        link.to_owned()
    }
}

fn create_round(program: &Program, [key, edition, opens, closes]: [&str; 4], more: &[&str]) {
    let packages = "mad-og-maaltider,fysisk-aktivitet,tobak";
    let fixed = ["round", "create", "--key", key, "--edition", edition, "--opens", opens, "--closes", closes];
    program.pejl(&[fixed.as_slice(), &["--packages", packages], more].concat());
}
