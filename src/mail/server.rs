//! The mail server of the settings: where it is, how the way there is protected, and our sign-in.

use lettre::transport::smtp::authentication::Credentials;

use crate::config::ConfigError;

/// How the way to the server is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Protection {
    /// Not at all.
    None,
    /// By STARTTLS where the server offers it.
    Opportunistic,
    /// By STARTTLS, or not at all to be used.
    Required,
    /// From the first byte.
    Wrapped,
}

/// A mail server as `SMTP_URL` names it.
#[derive(Debug, Clone)]
pub(super) struct Server {
    pub host: String,
    pub port: u16,
    pub protection: Protection,
    pub credentials: Option<Credentials>,
}

impl Server {
    /// Reads `smtp://HOST:PORT`, with `?tls=required` or `?tls=opportunistic`, or `smtps://USER:PASSWORD@HOST`.
    ///
    /// # Errors
    /// When it is none of these, or would send the password unprotected.
    pub fn from_url(url: &str) -> Result<Server, ConfigError> {
        let server = parse(url).ok_or_else(|| {
            refused(url, "write smtp://HOST:PORT, smtp://HOST:PORT?tls=required or smtps://USER:PASSWORD@HOST.")
        })?;
        // Nothing leaves the machine on the way to a server of its own.
        let is_exposed = matches!(server.protection, Protection::None | Protection::Opportunistic);
        if server.credentials.is_some() && is_exposed && !server.is_on_this_machine() {
            let cure = "a user and password would be sent unprotected. Write smtps://USER:PASSWORD@HOST, \
                        or add ?tls=required.";
            return Err(refused(url, cure));
        }
        Ok(server)
    }

    fn is_on_this_machine(&self) -> bool {
        self.host == "localhost" || self.host.parse().is_ok_and(|address: std::net::IpAddr| address.is_loopback())
    }
}

/// The address may hold a password, so only its scheme is shown.
fn refused(url: &str, cure: &'static str) -> ConfigError {
    let value = url.split(':').next().unwrap_or_default().to_owned();
    ConfigError::Value { key: "SMTP_URL", value, cure }
}

fn parse(url: &str) -> Option<Server> {
    let (scheme, rest) = url.split_once("://")?;
    let (place, query) = rest.split_once('?').unwrap_or((rest, ""));
    let place = place.strip_suffix('/').unwrap_or(place);
    let (sign_in, place) = place.rsplit_once('@').map_or((None, place), |(sign_in, place)| (Some(sign_in), place));
    let (protection, usual_port) = match (scheme, query) {
        ("smtp", "") => (Protection::None, 25),
        ("smtp", "tls=opportunistic") => (Protection::Opportunistic, 587),
        ("smtp", "tls=required") => (Protection::Required, 587),
        ("smtps", "") => (Protection::Wrapped, 465),
        _ => return None,
    };
    let (host, port) = match place.strip_prefix('[') {
        Some(long) => long.split_once(']').map(|(host, port)| (host, port.strip_prefix(':')))?,
        None => place.split_once(':').map_or((place, None), |(host, port)| (host, Some(port))),
    };
    if host.is_empty() || host.contains(['/', '#', ' ']) {
        return None;
    }
    let credentials = match sign_in.map(|sign_in| sign_in.split_once(':').unwrap_or((sign_in, ""))) {
        Some((user, password)) => Some(Credentials::new(decoded(user)?, decoded(password)?)),
        None => None,
    };
    let port = port.map_or(Some(usual_port), |port| port.parse().ok())?;
    Some(Server { host: host.to_owned(), port, protection, credentials })
}

/// A text with its %XX read; none where one is broken.
fn decoded(text: &str) -> Option<String> {
    let (first, rest) = text.split_once('%').map_or((text, None), |(first, rest)| (first, Some(rest)));
    let mut bytes = first.as_bytes().to_vec();
    for part in rest.into_iter().flat_map(|rest| rest.split('%')) {
        bytes.push(u8::from_str_radix(part.get(..2)?, 16).ok()?);
        bytes.extend(part.get(2..)?.as_bytes());
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(url: &str) -> (String, u16, Protection) {
        let server = Server::from_url(url).unwrap();
        (server.host, server.port, server.protection)
    }

    #[test]
    fn the_address_says_how_the_way_is_protected() {
        assert_eq!(place("smtp://mail.example.org"), ("mail.example.org".into(), 25, Protection::None));
        assert_eq!(place("smtp://[::1]:2525/"), ("::1".into(), 2525, Protection::None));
        assert_eq!(place("smtp://h?tls=required"), ("h".into(), 587, Protection::Required));
        assert_eq!(place("smtps://u:p@h:4650"), ("h".into(), 4650, Protection::Wrapped));
        let credentials = Server::from_url("smtps://a%40example.org:p%C3%A6@h").unwrap().credentials;
        assert_eq!(credentials, Some(Credentials::new("a@example.org".into(), "pæ".into())));
    }

    #[test]
    fn a_password_is_never_sent_unprotected_to_another_machine() {
        for url in ["smtp://user:hemmelig@mail.example.org", "smtp://user:hemmelig@mail.example.org?tls=opportunistic"]
        {
            let error = Server::from_url(url).unwrap_err().to_string();
            assert!(error.contains("unprotected") && !error.contains("hemmelig"), "{error}");
        }
        for url in ["smtp://user:hemmelig@mail.example.org?tls=required", "smtp://user:hemmelig@127.0.0.1:2525"] {
            assert!(Server::from_url(url).is_ok(), "{url}");
        }
    }

    #[test]
    fn what_is_no_address_of_a_mail_server_is_refused_without_its_password() {
        let wrong = ["ftp://u:hemmelig@h", "smtp://", "smtp://u:hemmelig@h:x", "smtps://u:%ZZhemmelig@h", "mail"];
        for url in wrong.into_iter().chain(["smtp://h?tls=no", "smtp://h/x/y"]) {
            let error = Server::from_url(url).unwrap_err().to_string();
            assert!(error.contains("SMTP_URL") && !error.contains("hemmelig"), "{error}");
        }
    }
}
