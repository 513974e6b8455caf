//! Signing in and out by a provider of OpenID Connect in a real browser, whose rules for cookies, forms and
//! redirects between two sites no other test has.

use pejl::clock::Clock;
use serde_json::{Value, json};

use crate::app::TestApp;
use crate::browser::{Screen, Scripts, browse};
use crate::database::Backend;
use crate::pages::{arrive, da, da_with, find, follow, look, open, press, see, write};
use crate::provider::{CLIENT, Provider, SECRET};

const NAME: &str = "Prøvekommunen";

#[test]
fn somebody_signs_in_by_the_provider_and_out_at_both() {
    let provider = Provider::start();
    let app = TestApp::with_settings(
        Backend::Sqlite,
        &[
            ("OIDC_ISSUER", provider.issuer.as_str()),
            ("OIDC_CLIENT_ID", CLIENT),
            ("OIDC_CLIENT_SECRET", SECRET),
            ("OIDC_NAME", NAME),
            ("OIDC_SCOPES", "openid email pejl"),
            ("OIDC_ROLE_CLAIM", "roles"),
            ("OIDC_ROLES", "pejl-konsulent=consultant"),
            ("OIDC_ACCOUNTS", "create"),
        ],
    )
    .unwrap();
    app.clock.set(Clock::System.now());
    provider.register(&app.base_url, true);
    let person = |subject: &str, roles: Value| {
        let email = format!("{subject}@example.org");
        provider.person(subject, &json!({ "sub": subject, "email": email, "email_verified": true, "roles": roles }));
    };
    person("anna", json!(["pejl-konsulent"]));
    person("bo", json!(["noget-andet"]));
    for (screen, scripts) in [(Screen::Desktop, Scripts::On), (Screen::Desktop, Scripts::Off)] {
        browse(screen, scripts, async |browser| {
            let button = da_with("sign-in-provider", "provider", NAME);
            open(&browser, &format!("{}/login?return=/catalogue", app.base_url), &da("sign-in")).await?;
            look(&browser, "provider-sign-in").await?;
            follow(&browser, &button).await?;
            write(&browser, "login", "anna").await?;
            press(&browser, "Log ind").await?;
            arrive(&browser, &da("catalogue-title")).await?;
            assert!(browser.current_url().await?.as_str().ends_with("/catalogue"));
            browser.goto(format!("{}/account", app.base_url)).await?;
            press(&browser, &da("sign-out")).await?;
            arrive(&browser, &da("provider-signed-out")).await?;
            look(&browser, "provider-signed-out").await?;
            follow(&browser, &da_with("provider-sign-out", "provider", NAME)).await?;
            press(&browser, "Yes, sign me out").await?;
            arrive(&browser, &da("sign-in")).await?;
            follow(&browser, &button).await?;
            find(&browser, "//input[@name = 'login']").await?;
            write(&browser, "login", "bo").await?;
            press(&browser, "Log ind").await?;
            arrive(&browser, &da("provider-not-let-in")).await?;
            see(&browser, &da("provider-fault-no-role")).await?;
            look(&browser, "provider-refused").await
        });
    }
}
