//! A provider whose certificate only the municipality's own authority vouches for.

use std::path::{Path, PathBuf};
use std::process::Command;

use pejl::clock::Clock;
use serde_json::json;
use ureq::tls::{Certificate, RootCerts, TlsConfig};

use super::browser::Browser;
use super::provider::{CLIENT, Provider, SECRET};
use super::{ANNA, MAPPED, person};
use crate::app::TestApp;
use crate::database::Backend;

fn openssl(folder: &Path, arguments: &str) {
    let ran = Command::new("openssl").args(arguments.split(' ')).current_dir(folder).output();
    let ran = ran.expect("openssl makes the authority of the test: install openssl");
    assert!(ran.status.success(), "openssl {arguments}: {}", String::from_utf8_lossy(&ran.stderr));
}

/// An authority and a certificate of it for 127.0.0.1.
fn authority(folder: &Path, name: &str) -> (PathBuf, PathBuf, PathBuf) {
    let key = "-newkey rsa:2048 -nodes -days 2";
    openssl(folder, &format!("req -x509 {key} -subj /CN={name} -keyout {name}-ca.key -out {name}-ca.pem"));
    std::fs::write(folder.join("names"), "subjectAltName=IP:127.0.0.1\nbasicConstraints=CA:FALSE\n").unwrap();
    openssl(folder, &format!("req -newkey rsa:2048 -nodes -subj /CN=127.0.0.1 -keyout {name}.key -out {name}.csr"));
    let signed = "-CAcreateserial -days 2 -extfile names";
    openssl(
        folder,
        &format!("x509 -req -in {name}.csr -CA {name}-ca.pem -CAkey {name}-ca.key {signed} -out {name}.pem"),
    );
    let file = |end: &str| folder.join(format!("{name}{end}"));
    (file("-ca.pem"), file(".key"), file(".pem"))
}

fn believing(authority: &Path) -> ureq::Agent {
    let certificate = Certificate::from_pem(&std::fs::read(authority).unwrap()).unwrap();
    let roots = RootCerts::Specific(std::sync::Arc::new(vec![certificate]));
    let config = ureq::Agent::config_builder()
        .proxy(None)
        .http_status_as_error(false)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .tls_config(TlsConfig::builder().root_certs(roots).build());
    config.build().new_agent()
}

#[test]
fn only_the_authority_of_the_settings_vouches_for_the_provider() {
    let folder = tempfile::tempdir().unwrap();
    let (own, key, certificate) = authority(folder.path(), "own");
    let (other, ..) = authority(folder.path(), "other");
    let provider = Provider::start_tls(&key, &certificate, believing(&own));
    let service = |file: Option<&Path>| {
        let file = file.map(|path| path.display().to_string());
        let mut settings = MAPPED.to_vec();
        settings.extend([("OIDC_ISSUER", provider.issuer.as_str()), ("OIDC_CLIENT_ID", CLIENT)]);
        settings.push(("OIDC_CLIENT_SECRET", SECRET));
        settings.extend(file.as_deref().map(|path| ("OIDC_CA_FILE", path)));
        let app = TestApp::with_settings(Backend::Sqlite, &settings).unwrap();
        app.clock.set(Clock::System.now());
        provider.register(&app.base_url, true);
        app
    };
    provider.person("anna", &person("anna-1", ANNA, &json!({ "roles": ["pejl-admin"] })));
    for unknown in [None, Some(other.as_path())] {
        let app = service(unknown);
        assert_eq!(Browser::new(&app.base_url).ask("/login/oidc").status, 503, "{unknown:?}");
        assert_eq!(provider.seen("/.well-known/openid-configuration"), 0);
    }
    let app = service(Some(&own));
    let browser = Browser::with_agent(believing(&own), &app.base_url);
    let page = browser.sign_in("anna");
    assert_eq!((page.status, page.address), (200, format!("{}/", app.base_url)));
}
