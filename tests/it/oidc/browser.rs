//! Somebody with a browser, who goes wherever the service and the provider send them.

use ureq::http::{HeaderMap, Request};

/// More redirects than signing in needs.
const MOST_REDIRECTS: usize = 12;

/// A browser with cookies of its own.
pub struct Browser {
    agent: ureq::Agent,
    base_url: String,
}

/// Where it came to.
#[derive(Debug)]
pub struct Place {
    pub status: u16,
    pub address: String,
    pub headers: HeaderMap,
    pub body: String,
}

impl Place {
    /// Where a redirect leads; empty where there is none.
    pub fn leads_to(&self) -> &str {
        self.headers.get("location").map_or("", |location| location.to_str().unwrap())
    }

    /// The values of a header.
    pub fn all(&self, name: &str) -> Vec<&str> {
        self.headers.get_all(name).iter().map(|value| value.to_str().unwrap()).collect()
    }
}

impl Browser {
    pub fn new(base_url: &str) -> Browser {
        let config = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .proxy(None);
        Browser::with_agent(config.build().new_agent(), base_url)
    }

    /// One that believes other certificates; it must follow no redirects by itself.
    pub fn with_agent(agent: ureq::Agent, base_url: &str) -> Browser {
        Browser { agent, base_url: base_url.to_owned() }
    }

    /// Asks for one address, a path of the service or a whole one, and follows nothing.
    pub fn ask(&self, address: &str) -> Place {
        let address = self.whole(address);
        let mut response = self.agent.get(&address).call().unwrap();
        Place {
            status: response.status().as_u16(),
            headers: response.headers().clone(),
            body: response.body_mut().read_to_string().unwrap(),
            address,
        }
    }

    /// Sends a form to one address, and follows nothing.
    pub fn send(&self, address: &str, form: &str) -> Place {
        let address = self.whole(address);
        let request = Request::post(&address)
            .header("content-type", "application/x-www-form-urlencoded")
            .header("origin", url_of(&address))
            .body(form.to_owned())
            .unwrap();
        let mut response = self.agent.run(request).unwrap();
        Place {
            status: response.status().as_u16(),
            headers: response.headers().clone(),
            body: response.body_mut().read_to_string().unwrap(),
            address,
        }
    }

    /// Goes on from a place until there is a page.
    pub fn follow(&self, place: Place) -> Place {
        self.follow_until(place, "nowhere")
    }

    /// Goes on until there is a page, or an address that holds `word`, which is not asked for.
    pub fn follow_until(&self, mut place: Place, word: &str) -> Place {
        for _ in 0..MOST_REDIRECTS {
            let next = place.leads_to().to_owned();
            if next.is_empty() || next.contains(word) {
                return place;
            }
            let next = if next.starts_with('/') { format!("{}{next}", url_of(&place.address)) } else { next };
            place = self.ask(&next);
        }
        panic!("no end of redirects: {place:?}");
    }

    /// Begins at the button, and signs in at the provider's page where that asks; stops before the way back.
    pub fn to_the_way_back(&self, login: &str) -> String {
        let asked = self.follow_until(self.ask("/login/oidc"), "/login/oidc/callback");
        let back = match asked.address.contains("/interaction/") {
            true => self.follow_until(self.send(&asked.address, &format!("login={login}")), "/login/oidc/callback"),
            false => asked,
        };
        assert!(back.leads_to().contains("/login/oidc/callback"), "{back:?}");
        back.leads_to().to_owned()
    }

    /// Signs in from the button to the last page.
    pub fn sign_in(&self, login: &str) -> Place {
        let back = self.to_the_way_back(login);
        self.follow(self.ask(&back))
    }

    fn whole(&self, address: &str) -> String {
        if address.starts_with('/') { format!("{}{address}", self.base_url) } else { address.to_owned() }
    }
}

/// Scheme, host and port of an address.
fn url_of(address: &str) -> String {
    address.split('/').take(3).collect::<Vec<_>>().join("/")
}
