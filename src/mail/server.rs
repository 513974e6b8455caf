//! The mail server of the settings: where it is, how the way there is protected, and our sign-in.

use lettre::transport::smtp::authentication::Credentials;
use percent_encoding::percent_decode_str;
use url::{Host, Url};

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
    let url = Url::parse(url).ok()?;
    let (protection, usual_port) = match (url.scheme(), url.query().unwrap_or_default()) {
        ("smtp", "") => (Protection::None, 25),
        ("smtp", "tls=opportunistic") => (Protection::Opportunistic, 587),
        ("smtp", "tls=required") => (Protection::Required, 587),
        ("smtps", "") => (Protection::Wrapped, 465),
        _ => return None,
    };
    if !matches!(url.path(), "" | "/") || url.fragment().is_some() {
        return None;
    }
    let host = match url.host()? {
        Host::Ipv6(address) => address.to_string(),
        host => host.to_string(),
    };
    let credentials = match (url.username(), url.password()) {
        ("", None) => None,
        (user, password) => Some(Credentials::new(decoded(user)?, decoded(password.unwrap_or_default())?)),
    };
    (!host.is_empty()).then_some(Server { host, port: url.port().unwrap_or(usual_port), protection, credentials })
}

/// A text with its %XX read; none where one is broken, because then it is not what was meant.
fn decoded(text: &str) -> Option<String> {
    let is_whole = |part: &str| part.get(..2).is_some_and(|code| code.bytes().all(|byte| byte.is_ascii_hexdigit()));
    if !text.split('%').skip(1).all(is_whole) {
        return None;
    }
    Some(percent_decode_str(text).decode_utf8().ok()?.into_owned())
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
