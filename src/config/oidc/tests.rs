use std::collections::HashMap;

use super::super::{Config, ConfigError};
use super::*;
use crate::domain::access::staff::Role;

const WHOLE: [(&str, &str); 2] = [("OIDC_ISSUER", "https://login.example.org/realm"), ("OIDC_CLIENT_ID", "pejl")];

fn config(more: &[(&str, &str)]) -> Result<Config, ConfigError> {
    let pairs = WHOLE.iter().chain(more).map(|(key, value)| ((*key).to_owned(), (*value).to_owned()));
    Config::from_values(&pairs.collect::<HashMap<_, _>>())
}

fn oidc(more: &[(&str, &str)]) -> Oidc {
    config(more).unwrap().oidc.unwrap()
}

#[test]
fn two_settings_are_enough_and_then_accounts_and_roles_are_kept_here() {
    let oidc = oidc(&[]);
    assert_eq!((oidc.name.as_str(), oidc.scopes.join(" ").as_str()), ("login.example.org", "openid email profile"));
    assert_eq!((oidc.mapping, oidc.accounts), (None, AccountPolicy::default()));
    assert_eq!((oidc.second_factor, oidc.client_secret), (ProvidersFactor::No, None));
    assert!(Config::from_values(&HashMap::new()).unwrap().oidc.is_none());
}

#[test]
fn claims_give_roles_and_municipalities() {
    let roles = [("OIDC_ROLE_CLAIM", "groups"), ("OIDC_ROLES", "pejl-admin=admin; pejl = coordinator")];
    let mapping = |more: &[(&str, &str)]| oidc(&[&roles, more].concat()).mapping.unwrap();
    assert_eq!(mapping(&[]).municipality, MunicipalitySource::Nowhere);
    assert_eq!(mapping(&[]).roles[1], ("pejl".to_owned(), Role::Coordinator));
    let one = mapping(&[("OIDC_MUNICIPALITY", "0101")]).municipality;
    assert_eq!(one, MunicipalitySource::One("0101".parse().unwrap()));
    let made = oidc(&[&roles[..], &[("OIDC_ACCOUNTS", "create"), ("OIDC_EMAIL_TRUSTED", "yes")]].concat()).accounts;
    assert_eq!(made, AccountPolicy { makes_accounts: true, trusts_addresses: true, ends_passwords: true });
}

#[test]
fn what_can_not_be_used_is_named_with_its_cure() {
    let roles = ("OIDC_ROLES", "a=admin");
    let claim = ("OIDC_ROLE_CLAIM", "groups");
    for (key, settings) in [
        ("OIDC_ISSUER", vec![("OIDC_ISSUER", "login.example.org")]),
        ("OIDC_ISSUER", vec![("OIDC_ISSUER", "http://login.example.org")]),
        ("OIDC_ISSUER", vec![("OIDC_ISSUER", "http://127.example.org")]),
        ("OIDC_ISSUER", vec![("OIDC_ISSUER", "https://login.example.org/?tenant=1")]),
        ("OIDC_ISSUER", vec![("OIDC_ISSUER", "ftp://login.example.org")]),
        ("OIDC_CLIENT_ID", vec![("OIDC_CLIENT_ID", "")]),
        ("OIDC_SCOPES", vec![("OIDC_SCOPES", "email")]),
        ("OIDC_ROLES", vec![claim]),
        ("OIDC_ROLES", vec![roles]),
        ("OIDC_ROLES", vec![claim, ("OIDC_ROLES", "a=chef")]),
        ("OIDC_MUNICIPALITY_CLAIM", vec![("OIDC_MUNICIPALITY_CLAIM", "kommune")]),
        ("OIDC_MUNICIPALITY", vec![claim, roles, ("OIDC_MUNICIPALITY", "0411")]),
        ("OIDC_MUNICIPALITY", vec![claim, roles, ("OIDC_MUNICIPALITY", "0101"), ("OIDC_MUNICIPALITY_CLAIM", "k")]),
        ("OIDC_ACCOUNTS", vec![("OIDC_ACCOUNTS", "create")]),
        ("OIDC_ACCOUNTS", vec![("OIDC_ACCOUNTS", "all")]),
        ("OIDC_EMAIL_TRUSTED", vec![("OIDC_EMAIL_TRUSTED", "true")]),
        ("OIDC_CA_FILE", vec![("OIDC_CA_FILE", "/no/such/file.pem")]),
        ("OIDC_CA_FILE", vec![("OIDC_CA_FILE", "Cargo.toml")]),
        ("PASSWORD_SIGN_IN", vec![("PASSWORD_SIGN_IN", "no")]),
        ("PASSWORD_SIGN_IN", vec![("PASSWORD_SIGN_IN", "off"), ("OIDC_ISSUER", "")]),
    ] {
        let error = config(&settings).unwrap_err().to_string();
        assert!(error.starts_with(key) && error.ends_with('.'), "{settings:?}: {error}");
    }
    assert!(config(&[("OIDC_ISSUER", "http://127.0.0.1:9000")]).is_ok());
    assert!(config(&[("OIDC_ISSUER", "http://localhost:9000/realm")]).is_ok());
}

#[test]
fn a_providers_second_factor_counts_never_always_or_where_the_token_says_so() {
    let said = |text| oidc(&[("OIDC_COUNTS_AS_SECOND_FACTOR", text)]).second_factor;
    assert_eq!((said("no"), said("yes")), (ProvidersFactor::No, ProvidersFactor::Always));
    assert_eq!(said("mfa; urn:x"), ProvidersFactor::Said(vec!["mfa".to_owned(), "urn:x".to_owned()]));
}

#[test]
fn the_clients_secret_may_have_a_file_and_is_never_printed() {
    let config = config(&[("OIDC_CLIENT_SECRET", "hemmelig")]).unwrap();
    assert!(!format!("{config:?}").contains("hemmelig"));
    assert_eq!(config.oidc.unwrap().client_secret.as_deref(), Some("hemmelig"));
}
