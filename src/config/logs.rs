//! What is logged, and how.

use tracing::level_filters::LevelFilter;

use super::ConfigError;

/// What is logged, and how.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Logs {
    /// Whether each line is a JSON object, for programs, instead of text for people.
    pub is_json: bool,
    /// The least that is logged, where it is said: else each command knows what its reader needs.
    pub level: Option<LevelFilter>,
}

impl Logs {
    /// From the words of `LOG_FORMAT` and `LOG_LEVEL`.
    pub(super) fn parse(format: Option<String>, level: Option<String>) -> Result<Logs, ConfigError> {
        let is_json = match format.as_deref() {
            None | Some("text") => false,
            Some("json") => true,
            Some(other) => {
                let cure = "write text or json.";
                return Err(ConfigError::Value { key: "LOG_FORMAT", value: other.to_owned(), cure });
            }
        };
        let cure = "write error, warn, info, debug or trace.";
        let parse = |value: String| value.parse().map_err(|_| ConfigError::Value { key: "LOG_LEVEL", value, cure });
        Ok(Logs { is_json, level: level.map(parse).transpose()? })
    }
}
