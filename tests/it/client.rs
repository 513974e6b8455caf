//! A visitor: asks for pages, keeps cookies, sends forms, follows redirects.

use ureq::http::{HeaderMap, Method, Request};

/// More redirects than any page should need.
const MOST_REDIRECTS: usize = 5;

/// A visitor with a cookie jar of its own.
pub struct Client {
    agent: ureq::Agent,
    base_url: String,
}

/// What came back.
#[derive(Debug)]
pub struct Page {
    /// The status of the last answer.
    pub status: u16,
    /// The path and query that it came from.
    pub path: String,
    /// Its headers.
    pub headers: HeaderMap,
    /// Its body.
    pub body: String,
    /// The statuses and paths of the redirects that led there.
    pub redirects: Vec<(u16, String)>,
}

impl Page {
    /// A header's text, empty when it is not there.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
}

impl Client {
    /// A visitor who has been nowhere.
    pub fn new(base_url: &str) -> Client {
        let config =
            ureq::Agent::config_builder().http_status_as_error(false).max_redirects(0).max_redirects_will_error(false);
        Client { agent: config.build().new_agent(), base_url: base_url.to_owned() }
    }

    /// Asks for a path and follows redirects.
    pub fn get(&self, path: &str) -> Page {
        self.follow(self.send(Method::GET, path, &[], ""))
    }

    /// Sends a form as a page of the service does, and follows redirects.
    pub fn post(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        let headers = [("origin", self.base_url.as_str()), ("content-type", "application/x-www-form-urlencoded")];
        self.follow(self.send(Method::POST, path, &headers, &encode(fields)))
    }

    /// Sends one request with nothing added but cookies, and follows nothing.
    pub fn send(&self, method: Method, path: &str, headers: &[(&str, &str)], body: &str) -> Page {
        self.try_send(method, path, headers, body).unwrap()
    }

    /// The same where the service may not be there.
    pub fn try_send(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: &str,
    ) -> Result<Page, ureq::Error> {
        let uri = format!("{}{path}", self.base_url);
        let request = headers
            .iter()
            .fold(Request::builder().method(method).uri(uri), |request, (name, value)| request.header(*name, *value));
        let mut response = match body {
            "" => self.agent.run(request.body(()).unwrap()),
            body => self.agent.run(request.body(body).unwrap()),
        }?;
        Ok(Page {
            status: response.status().as_u16(),
            path: path.to_owned(),
            headers: response.headers().clone(),
            body: response.body_mut().read_to_string()?,
            redirects: Vec::new(),
        })
    }

    fn follow(&self, mut page: Page) -> Page {
        while let Some(location) = page.headers.get("location").filter(|_| (300..400).contains(&page.status)) {
            let location = location.to_str().unwrap();
            let path = location.strip_prefix(&self.base_url).unwrap_or(location);
            assert!(path.starts_with('/'), "{} redirects to another site: {location}", page.path);
            let mut next = self.send(Method::GET, path, &[], "");
            next.redirects = page.redirects;
            next.redirects.push((page.status, page.path));
            assert!(next.redirects.len() <= MOST_REDIRECTS, "no end of redirects: {:?}", next.redirects);
            page = next;
        }
        page
    }
}

/// Fields as a form sends them.
fn encode(fields: &[(&str, &str)]) -> String {
    let encode = |text: &str| {
        text.bytes().fold(String::new(), |mut encoded, byte| {
            match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'*' => encoded.push(char::from(byte)),
                b' ' => encoded.push('+'),
                _ => encoded.push_str(&format!("%{byte:02X}")),
            }
            encoded
        })
    };
    fields.iter().map(|(name, value)| format!("{}={}", encode(name), encode(value))).collect::<Vec<_>>().join("&")
}
