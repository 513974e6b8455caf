//! Settings that stand in files: `PEJL_CONFIG`, and a file of its own for a secret.

use std::collections::HashMap;

use super::ConfigError;

/// The settings that hold a secret; each may stand alone in a file that `KEY_FILE` names instead.
const SECRETS: [&str; 4] = ["DATABASE_URL", "SECRET_KEY", "SMTP_URL", "OIDC_CLIENT_SECRET"];

/// Takes the settings that hold a secret from files of their own, where `KEY_FILE` names one.
pub(super) fn read_secrets(values: &mut HashMap<String, String>) -> Result<(), ConfigError> {
    for key in SECRETS {
        let Some(path) = values.remove(&format!("{key}_FILE")).filter(|path| !path.is_empty()) else { continue };
        if values.get(key).is_some_and(|value| !value.is_empty()) {
            return Err(ConfigError::Twice { key });
        }
        let text = std::fs::read_to_string(&path).map_err(|cause| ConfigError::Secret { key, path, cause })?;
        values.insert(key.to_owned(), text.trim_end().to_owned());
    }
    Ok(())
}

pub(super) fn read_file(path: &str) -> Result<HashMap<String, String>, ConfigError> {
    let text = std::fs::read_to_string(path).map_err(|cause| ConfigError::File { path: path.to_owned(), cause })?;
    let mut values = HashMap::new();
    for (index, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'))
    {
        let (key, value) =
            line.split_once('=').ok_or_else(|| ConfigError::Line { path: path.to_owned(), line: index + 1 })?;
        values.insert(key.trim().to_owned(), value.trim().to_owned());
    }
    Ok(values)
}
