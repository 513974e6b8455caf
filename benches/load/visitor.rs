//! Somebody with a browser that keeps its connection and takes gzip.

use ureq::Agent;

use crate::data::{self, AREAS};

pub struct Visitor {
    agent: Agent,
    address: String,
    cookie: Option<String>,
    token: Option<String>,
}

impl Visitor {
    pub fn new(address: String) -> Visitor {
        let agent = Agent::config_builder().max_redirects(0).http_status_as_error(false).build().into();
        Visitor { agent, address, cookie: None, token: None }
    }

    pub fn signed_in(address: String, session: &str) -> Visitor {
        Visitor { cookie: Some(format!("pejl_session={session}")), ..Visitor::new(address) }
    }

    /// The same visitor with a token for the API beside the session, which opens nothing there.
    pub fn with_token(self, token: &str) -> Visitor {
        Visitor { token: Some(format!("Bearer {token}")), ..self }
    }

    pub fn get(&self, path: &str) {
        self.ask(path, "gzip");
    }

    /// The page itself, unpacked.
    pub fn read(&self, path: &str) -> String {
        String::from_utf8(self.ask(path, "identity")).unwrap()
    }

    fn ask(&self, path: &str, packing: &str) -> Vec<u8> {
        let mut request = self.agent.get(format!("{}{path}", self.address)).header("Accept-Encoding", packing);
        if let Some(cookie) = &self.cookie {
            request = request.header("Cookie", cookie);
        }
        if let Some(token) = &self.token {
            request = request.header("Authorization", token);
        }
        let mut response = request.call().unwrap();
        assert_eq!(response.status(), 200, "{path}");
        response.body_mut().with_config().limit(64 << 20).read_to_vec().unwrap()
    }

    pub fn post(&self, path: &str, form: &str) {
        self.send(path, "application/x-www-form-urlencoded", form);
    }

    /// Brings a file, and gives the path that it leads to.
    pub fn bring(&self, path: &str, file: &str) -> String {
        let body = format!(
            "--file\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n{file}\r\n--file--\r\n"
        );
        self.send(path, "multipart/form-data; boundary=file", &body)
    }

    /// Where the answer leads.
    fn send(&self, path: &str, content_type: &str, body: &str) -> String {
        let mut request = self
            .agent
            .post(format!("{}{path}", self.address))
            .header("Accept-Encoding", "gzip")
            .header("Sec-Fetch-Site", "same-origin")
            .header("Content-Type", content_type);
        if let Some(cookie) = &self.cookie {
            request = request.header("Cookie", cookie);
        }
        let mut response = request.send(body).unwrap();
        assert!(response.status().as_u16() < 400, "{path}: {}", response.status());
        response.body_mut().read_to_vec().unwrap();
        response.headers().get("location").map_or_else(String::new, |place| place.to_str().unwrap().to_owned())
    }

    /// Saves one answer while the form is filled in; `turn` tells how often it was saved before.
    pub fn save(&self, path: &str, question: usize, turn: usize) {
        let option = (question + turn) % 3;
        self.post(path, &format!("q{question}={option}&b{question}=&k{question}=&c{question}=&r{question}={turn}"));
    }

    /// Every step of a session: the first page, the start, the list of sections, every section read and saved, the
    /// summary, handing in, the receipt.
    pub fn whole_session(&self, token: &str) {
        for (_, step) in SESSION_STEPS {
            step(self, token);
        }
    }
}

/// A step of a session by name, taken by a visitor under the link of a token.
type Step = (&'static str, fn(&Visitor, &str));

/// What a leader does from the letter's link to the receipt.
pub const SESSION_STEPS: [Step; 8] = [
    ("first page", |visitor, token| visitor.get(&format!("/svar/{token}"))),
    ("start", |visitor, token| visitor.post(&format!("/svar/{token}/start"), "")),
    ("list of sections", |visitor, token| visitor.get(&format!("/svar/{token}/overblik"))),
    ("sections read", |visitor, token| {
        AREAS.iter().for_each(|area| visitor.get(&format!("/svar/{token}/afsnit/{area}")));
    }),
    ("sections saved", |visitor, token| {
        for (place, area) in AREAS.iter().enumerate() {
            visitor.post(&format!("/svar/{token}/afsnit/{area}"), &data::form(place, 0));
        }
    }),
    ("summary", |visitor, token| visitor.get(&format!("/svar/{token}/indsend"))),
    ("handing in", |visitor, token| {
        visitor.post(&format!("/svar/{token}/indsendelse"), "afsnit=alle&bekraeft=ja");
    }),
    ("receipt", |visitor, token| visitor.get(&format!("/svar/{token}/kvittering"))),
];
