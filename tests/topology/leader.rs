//! A leader with a browser: opens the link of the letter, answers section by section, hands in. What
//! fails on the way is tried again, as a person (or the page's script) would.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use ureq::Agent;
use ureq::tls::{Certificate, RootCerts, TlsConfig};

use crate::world::{AREAS, OPTIONS};

/// How long one thing is tried before a leader gives up.
const PATIENCE: Duration = Duration::from_secs(60);

/// What a leader chose, by question.
pub type Choices = BTreeMap<usize, usize>;

/// A browser that knows the proxy's certificate.
pub fn browser(certificate: &[u8]) -> Agent {
    let certificate = Certificate::from_pem(certificate).unwrap();
    let tls = TlsConfig::builder().root_certs(RootCerts::new_with_certs(&[certificate])).build();
    let config = Agent::config_builder().tls_config(tls).max_redirects(0).http_status_as_error(false);
    config.timeout_global(Some(Duration::from_secs(20))).build().new_agent()
}

/// What came back, or did not, over all leaders.
#[derive(Default)]
pub struct Tally(Mutex<BTreeMap<String, Vec<Duration>>>);

impl Tally {
    fn add(&self, outcome: String, took: Duration) {
        self.0.lock().unwrap().entry(outcome).or_default().push(took);
    }

    /// How many requests came to each status, or to an error without one.
    pub fn counts(&self) -> BTreeMap<String, usize> {
        self.0.lock().unwrap().iter().map(|(outcome, all)| (outcome.clone(), all.len())).collect()
    }

    /// How long requests took that came to a page or a redirect: the median and the slowest of a hundred.
    pub fn latencies(&self) -> (Duration, Duration) {
        let all = self.0.lock().unwrap();
        let good = all.iter().filter(|(outcome, _)| outcome.starts_with(['2', '3']));
        let mut took: Vec<Duration> = good.flat_map(|(_, all)| all).copied().collect();
        took.sort_unstable();
        let at = |share: usize| took.get(took.len().saturating_sub(1) * share / 100).copied().unwrap_or_default();
        (at(50), at(99))
    }
}

/// A leader at work. What was acknowledged is kept, to be held against what is stored.
pub struct Leader<'a> {
    agent: &'a Agent,
    tally: &'a Tally,
    link: String,
    /// What the service said it has.
    pub acknowledged: Choices,
    /// Whether the receipt was shown.
    pub has_handed_in: bool,
}

impl<'a> Leader<'a> {
    /// Somebody with the link of a letter.
    pub fn new(agent: &'a Agent, tally: &'a Tally, link: String) -> Leader<'a> {
        Leader { agent, tally, link, acknowledged: Choices::new(), has_handed_in: false }
    }

    /// Answers everything and hands in; says where it got stuck.
    pub fn answer_everything(&mut self, salt: usize) -> Result<(), String> {
        self.get("")?;
        self.post("/start", "")?;
        for area in AREAS {
            // First as the page's script saves while half of it is filled in, then by the button.
            self.save(area, salt, true)?;
            self.save(area, salt, false)?;
        }
        self.get("/indsend")?;
        self.post("/indsendelse", "afsnit=alle&bekraeft=ja")?;
        self.get("/kvittering")?;
        self.has_handed_in = true;
        Ok(())
    }

    /// Chooses an option for the questions of a section and saves them; the first half alone as a draft.
    pub fn save(&mut self, area: &str, salt: usize, as_draft: bool) -> Result<(), String> {
        let page = self.get(&format!("/afsnit/{area}"))?;
        let bases = bases(&page);
        let half = if as_draft { bases.len() / 2 } else { bases.len() };
        let mut chosen = Choices::new();
        let mut form = String::new();
        for (question, base) in bases.iter().take(half) {
            let option = (question * 7 + salt) % OPTIONS;
            form.push_str(&format!("q{question}={option}&b{question}=&k{question}=&c{question}=&r{question}={base}&"));
            chosen.insert(*question, option);
        }
        let path = if as_draft { format!("/afsnit/{area}/kladde") } else { format!("/afsnit/{area}") };
        self.post(&path, &form)?;
        self.acknowledged.extend(chosen);
        Ok(())
    }

    fn get(&self, path: &str) -> Result<String, String> {
        self.insist(path, || self.agent.get(format!("{}{path}", self.link)).call())
    }

    fn post(&self, path: &str, form: &str) -> Result<String, String> {
        let form_type = "application/x-www-form-urlencoded";
        self.insist(path, || {
            self.agent.post(format!("{}{path}", self.link)).header("Content-Type", form_type).send(form)
        })
    }

    /// Asks until there is a page or a redirect; everything else is told and tried again.
    fn insist(
        &self,
        path: &str,
        ask: impl Fn() -> Result<ureq::http::Response<ureq::Body>, ureq::Error>,
    ) -> Result<String, String> {
        let begun = Instant::now();
        loop {
            let asked = Instant::now();
            let body = ask().and_then(|mut answer| Ok((answer.status().as_u16(), answer.body_mut().read_to_string()?)));
            match body {
                Ok((status, body)) => {
                    self.tally.add(status.to_string(), asked.elapsed());
                    if (200..400).contains(&status) {
                        return Ok(body);
                    }
                    // A refusal is an answer, not an accident.
                    if status < 500 || begun.elapsed() > PATIENCE {
                        return Err(format!("{path}: {status}"));
                    }
                }
                Err(error) => {
                    self.tally.add("no answer".to_owned(), asked.elapsed());
                    if begun.elapsed() > PATIENCE {
                        return Err(format!("{path}: {error}"));
                    }
                }
            }
            std::thread::sleep(Duration::from_millis(200));
        }
    }
}

/// The questions of a section's page and what each was made from: the hidden fields `r12`.
fn bases(page: &str) -> Vec<(usize, String)> {
    let fields = page.split("name=\"r").skip(1);
    let read = |field: &str| {
        let (number, rest) = field.split_once('"')?;
        let (_, rest) = rest.split_once("value=\"")?;
        Some((number.parse().ok()?, rest.split_once('"')?.0.to_owned()))
    };
    fields.filter_map(read).collect()
}
