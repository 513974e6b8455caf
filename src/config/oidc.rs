//! Settings of sign-in by OpenID Connect. Without `OIDC_ISSUER` there is none, and nothing is asked of anybody.

use std::sync::Arc;

use ureq::tls::{Certificate, PemItem, parse_pem};
use url::{Host, Url};

use super::ConfigError;
use crate::domain::access::claims::{ClaimMapping, ClaimPath, MunicipalitySource, parse_roles};
use crate::domain::access::identities::AccountPolicy;

/// How somebody signs in at a provider of OpenID Connect.
#[derive(Clone)]
pub struct Oidc {
    /// The provider's own address, letter by letter as its discovery document says it.
    pub issuer: String,
    /// What the provider knows this service by.
    pub client_id: String,
    /// The secret that goes with it; none for a public client, which PKCE alone protects.
    pub client_secret: Option<String>,
    /// What is asked for.
    pub scopes: Vec<String>,
    /// What the provider is called on the button.
    pub name: String,
    /// Where an address stands; only that of `email` can be checked by the provider (`email_verified`).
    pub email: ClaimPath,
    /// How claims become a role and municipalities; none where these are kept here.
    pub mapping: Option<ClaimMapping>,
    /// What happens at a first sign-in.
    pub accounts: AccountPolicy,
    /// Whether the provider's second factor counts as ours.
    pub second_factor: ProvidersFactor,
    /// Who vouches for the provider's certificate; none for the public authorities.
    pub authorities: Option<Arc<Vec<Certificate<'static>>>>,
}

/// Whether the provider's second factor counts as ours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProvidersFactor {
    /// Never.
    No,
    /// Always: the provider lets nobody in without.
    Always,
    /// Where the token says one of these in `amr` or `acr`.
    Said(Vec<String>),
}

/// The claim that the standard has for an address.
pub const EMAIL: &str = "email";

type Get<'a> = &'a dyn Fn(&str) -> Option<String>;

impl Oidc {
    /// The settings; none without an issuer.
    ///
    /// # Errors
    /// Each setting that can't be used is named with its cure.
    pub(super) fn parse(get: Get) -> Result<Option<Oidc>, ConfigError> {
        let Some(issuer) = get("OIDC_ISSUER") else { return Ok(None) };
        let address = provider_address(&issuer)?;
        let client_id = get("OIDC_CLIENT_ID").ok_or(ConfigError::Missing {
            key: "OIDC_CLIENT_ID",
            cure: "write what the provider calls this service (client or application id), or unset OIDC_ISSUER.",
        })?;
        let scopes = get("OIDC_SCOPES").unwrap_or_else(|| "openid email profile".to_owned());
        let scopes: Vec<String> = scopes.split_whitespace().map(str::to_owned).collect();
        if !scopes.iter().any(|scope| scope == "openid") {
            let cure = "write the scopes separated by spaces, openid among them, such as openid email profile.";
            return Err(ConfigError::Value { key: "OIDC_SCOPES", value: scopes.join(" "), cure });
        }
        let mapping = mapping(get)?;
        let second_factor = second_factor(get("OIDC_COUNTS_AS_SECOND_FACTOR"));
        Ok(Some(Oidc {
            name: get("OIDC_NAME").unwrap_or_else(|| address.host_str().unwrap_or_default().to_owned()),
            accounts: AccountPolicy {
                makes_accounts: makes_accounts(get, mapping.as_ref())?,
                trusts_addresses: yes_or_no(get, "OIDC_EMAIL_TRUSTED")?,
                ends_passwords: mapping.is_some() || second_factor != ProvidersFactor::No,
            },
            email: ClaimPath::new(&get("OIDC_EMAIL_CLAIM").unwrap_or_else(|| EMAIL.to_owned())),
            second_factor,
            authorities: authorities(get("OIDC_CA_FILE"))?,
            client_secret: get("OIDC_CLIENT_SECRET"),
            issuer,
            client_id,
            scopes,
            mapping,
        }))
    }
}

/// Tokens and secrets go nowhere in the clear, except within one machine, where tests and trials run.
fn provider_address(issuer: &str) -> Result<Url, ConfigError> {
    let wrong = |cure| ConfigError::Value { key: "OIDC_ISSUER", value: issuer.to_owned(), cure };
    let cure =
        "write the provider's address as its discovery document says it, such as https://login.example.org/realm.";
    let address = Url::parse(issuer).map_err(|_| wrong(cure))?;
    let is_plain = address.query().is_none() && address.fragment().is_none() && address.username().is_empty();
    match address.scheme() {
        "https" if is_plain => Ok(address),
        "http" if is_plain && is_this_machine(&address) => Ok(address),
        "http" => Err(wrong("write https://; without encryption a provider may only be on this machine.")),
        _ => Err(wrong(cure)),
    }
}

/// Whether an address is one of this machine.
pub fn is_this_machine(address: &Url) -> bool {
    match address.host() {
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        Some(Host::Domain(name)) => name == "localhost",
        None => false,
    }
}

fn mapping(get: Get) -> Result<Option<ClaimMapping>, ConfigError> {
    let municipality = municipality(get)?;
    let Some(role) = get("OIDC_ROLE_CLAIM") else {
        let lonely = ["OIDC_ROLES", "OIDC_MUNICIPALITY_CLAIM", "OIDC_MUNICIPALITY"].into_iter().find_map(|key| {
            let cure = "set OIDC_ROLE_CLAIM too, or unset it: without roles of the provider it has no effect.";
            get(key).map(|value| ConfigError::Value { key, value, cure })
        });
        return lonely.map_or(Ok(None), Err);
    };
    let roles = get("OIDC_ROLES").ok_or(ConfigError::Missing {
        key: "OIDC_ROLES",
        cure: "write what the values of OIDC_ROLE_CLAIM give, such as pejl-admin=admin;pejl-kommune=coordinator.",
    })?;
    let cure = "write VALUE=ROLE separated by semicolons; a role is admin, consultant or coordinator.";
    let roles = parse_roles(&roles).map_err(|_| ConfigError::Value { key: "OIDC_ROLES", value: roles, cure })?;
    Ok(Some(ClaimMapping { role: ClaimPath::new(&role), roles, municipality }))
}

fn municipality(get: Get) -> Result<MunicipalitySource, ConfigError> {
    match (get("OIDC_MUNICIPALITY"), get("OIDC_MUNICIPALITY_CLAIM")) {
        (Some(value), Some(_)) => {
            let cure =
                "unset it or OIDC_MUNICIPALITY_CLAIM: either all are of one municipality, or a claim says of which.";
            Err(ConfigError::Value { key: "OIDC_MUNICIPALITY", value, cure })
        }
        (Some(value), None) => {
            let cure = "write the four-digit code of a municipality, such as 0101.";
            let code = value.parse().map_err(|_| ConfigError::Value { key: "OIDC_MUNICIPALITY", value, cure })?;
            Ok(MunicipalitySource::One(code))
        }
        (None, Some(claim)) => Ok(MunicipalitySource::Claim(ClaimPath::new(&claim))),
        (None, None) => Ok(MunicipalitySource::Nowhere),
    }
}

fn makes_accounts(get: Get, mapping: Option<&ClaimMapping>) -> Result<bool, ConfigError> {
    let wrong = |value: String, cure| ConfigError::Value { key: "OIDC_ACCOUNTS", value, cure };
    match get("OIDC_ACCOUNTS") {
        None => Ok(false),
        Some(value) if value == "existing" => Ok(false),
        Some(value) if value == "create" && mapping.is_some() => Ok(true),
        Some(value) if value == "create" => {
            Err(wrong(value, "set OIDC_ROLE_CLAIM and OIDC_ROLES too, which say what a new account may do."))
        }
        Some(value) => Err(wrong(value, "write existing or create.")),
    }
}

fn yes_or_no(get: Get, key: &'static str) -> Result<bool, ConfigError> {
    match get(key) {
        None => Ok(false),
        Some(value) => match value.as_str() {
            "yes" => Ok(true),
            "no" => Ok(false),
            _ => Err(ConfigError::Value { key, value, cure: "write yes or no." }),
        },
    }
}

fn second_factor(value: Option<String>) -> ProvidersFactor {
    match value.as_deref() {
        None | Some("no") => ProvidersFactor::No,
        Some("yes") => ProvidersFactor::Always,
        Some(said) => ProvidersFactor::Said(said.split(';').map(|one| one.trim().to_owned()).collect()),
    }
}

fn authorities(path: Option<String>) -> Result<Option<Arc<Vec<Certificate<'static>>>>, ConfigError> {
    const KEY: &str = "OIDC_CA_FILE";
    let Some(path) = path else { return Ok(None) };
    let text = std::fs::read(&path).map_err(|cause| ConfigError::Named { key: KEY, path: path.clone(), cause })?;
    let certificates = parse_pem(&text).filter_map(|item| match item {
        Ok(PemItem::Certificate(certificate)) => Some(certificate),
        _ => None,
    });
    let certificates: Vec<Certificate<'static>> = certificates.collect();
    if certificates.is_empty() {
        let cure = "write the path of a file with certificates in PEM, each between BEGIN and END CERTIFICATE.";
        return Err(ConfigError::Value { key: KEY, value: path, cure });
    }
    Ok(Some(Arc::new(certificates)))
}

#[cfg(test)]
mod tests;
