//! TLS to PostgreSQL, against a server that takes nothing else: with the feature `postgres-tls` as in
//! production, and what is said without it.

use crate::app::{Ran, TestApp};
use crate::database::Backend;

/// Runs a command of the program, in English, on the database at `url`.
fn migrate(url: &str) -> Ran {
    let app = TestApp::on(Backend::Sqlite).unwrap();
    Ran::of(app.command().arg("migrate").env("DATABASE_URL", url).env("PEJL_LANGUAGE", "en"))
}

/// The address of a server that demands TLS, up to its `sslmode`, and the file of its certificate.
#[cfg(feature = "postgres-tls")]
fn demanding() -> Option<(String, String)> {
    let found = ["PEJL_TEST_POSTGRES_TLS", "PEJL_TEST_POSTGRES_CA"].map(std::env::var);
    if let [Ok(url), Ok(certificate)] = found {
        return Some((url, certificate));
    }
    crate::database::skip(
        "PEJL_TEST_POSTGRES_TLS is not set, so TLS to PostgreSQL was not tested: scripts/test starts such a server.",
    );
    None
}

#[cfg(feature = "postgres-tls")]
#[test]
fn a_server_that_demands_tls_gets_it_and_its_certificate_is_checked() {
    use diesel::prelude::*;
    use diesel::sql_types::Bool;
    use pejl::store::db::{Conn, connect};

    let Some((server, certificate)) = demanding() else { return };
    let checked = format!("{server}?sslmode=verify-full&sslrootcert={certificate}");
    let ran = migrate(&checked);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let Conn::Pg(mut conn) = connect(&checked).unwrap() else { panic!("it is a PostgreSQL") };
    let own = "(SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid())";
    assert!(diesel::select(diesel::dsl::sql::<Bool>(own)).get_result::<bool>(&mut conn).unwrap());

    // Whoever does not encrypt is refused by the server, and whoever is not known by this certificate by us.
    assert_eq!(migrate(&format!("{server}?sslmode=disable")).code, 1);
    let elsewhere = checked.replace("localhost", "127.0.0.1");
    assert_ne!(elsewhere, checked);
    assert_eq!(migrate(&elsewhere).code, 1);
}

#[cfg(not(feature = "postgres-tls"))]
#[test]
fn a_program_built_without_tls_says_so() {
    for mode in ["require", "verify-ca", "verify-full"] {
        let ran = migrate(&format!("postgres://pejl:hemmelig@127.0.0.1:1/pejl?sslmode={mode}"));
        assert_eq!((ran.code, ran.stderr.trim_end().lines().count()), (1, 1), "{}", ran.stderr);
        assert!(ran.stderr.contains("--features postgres-tls") && !ran.stderr.contains("hemmelig"), "{}", ran.stderr);
    }
}
