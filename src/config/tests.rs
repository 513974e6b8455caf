use super::*;

fn config(pairs: &[(&str, &str)]) -> Result<Config, ConfigError> {
    Config::from_values(&pairs.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect())
}

#[test]
fn the_default_is_a_local_sqlite_file() {
    let config = config(&[]).unwrap();
    assert_eq!(config.database_url, "sqlite://pejl.sqlite");
    assert_eq!(config.mail, None);
}

#[test]
fn serving_is_refused_without_a_secret_or_on_the_demo_secret() {
    let folder = ("MAIL_FOLDER", "letters");
    assert!(config(&[folder]).unwrap().check_for_serving().is_err());
    assert!(config(&[folder, ("SECRET_KEY", DEMO_SECRET)]).unwrap().check_for_serving().is_err());
    let secret = ("SECRET_KEY", "0123456789abcdef0123456789abcdef");
    assert!(config(&[secret]).unwrap().check_for_serving().is_err());
    assert!(config(&[folder, secret]).unwrap().check_for_serving().is_ok());
}

#[test]
fn no_secret_is_printed() {
    let secrets = [
        ("DATABASE_URL", "postgres://pejl:hemmelig@host/pejl"),
        ("SMTP_URL", "smtps://pejl:hemmelig@host"),
        ("SECRET_KEY", "hemmelig"),
    ];
    let printed = format!("{:?}", config(&secrets).unwrap());
    assert!(printed.contains("Smtp") && !printed.contains("hemmelig"), "{printed}");
}

#[test]
fn the_origin_is_written_as_browsers_write_it() {
    for (base_url, origin) in [
        ("https://Pejl.Example.org:443/", "https://pejl.example.org"),
        ("https://pejl.example.org/sti", "https://pejl.example.org"),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
        ("http://pejl.example.org:80", "http://pejl.example.org"),
    ] {
        assert_eq!(config(&[("BASE_URL", base_url)]).unwrap().origin(), origin);
    }
}

#[test]
fn a_wrong_database_address_is_refused_without_printing_it() {
    let error = config(&[("DATABASE_URL", "mysql://user:hemmelig@host/db")]).unwrap_err().to_string();
    assert!(error.contains("DATABASE_URL") && !error.contains("hemmelig"));
}

#[test]
fn a_secret_may_have_a_file_to_itself() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("secret_key");
    std::fs::write(&path, "0123456789abcdef0123456789abcdef\n").unwrap();
    let named = |path: &std::path::Path| HashMap::from([("SECRET_KEY_FILE".to_owned(), path.display().to_string())]);

    let mut values = named(&path);
    read_secrets(&mut values).unwrap();
    assert_eq!(values, HashMap::from([("SECRET_KEY".to_owned(), "0123456789abcdef0123456789abcdef".to_owned())]));

    let missing = read_secrets(&mut named(&folder.path().join("missing"))).unwrap_err().to_string();
    assert!(missing.starts_with("SECRET_KEY_FILE names") && missing.contains("missing"), "{missing}");
    values.extend(named(&path));
    assert!(matches!(read_secrets(&mut values), Err(ConfigError::Twice { key: "SECRET_KEY" })));
}
