//! What is wrong with a setting, in a sentence that says what to do.

/// A setting that can't be used.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The settings file can't be read.
    #[error("PEJL_CONFIG names {path}, which can't be read: {cause}. Correct the path or unset PEJL_CONFIG.")]
    File {
        /// The path as given.
        path: String,
        /// What the system says.
        cause: std::io::Error,
    },
    /// A file that holds one setting can't be read.
    #[error("{key}_FILE names {path}, which can't be read: {cause}. Correct the path or unset {key}_FILE.")]
    Secret {
        /// The setting that the file holds.
        key: &'static str,
        /// The path as given.
        path: String,
        /// What the system says.
        cause: std::io::Error,
    },
    /// A file that a setting names can't be read.
    #[error("{key} names {path}, which can't be read: {cause}. Correct the path or unset {key}.")]
    Named {
        /// The setting.
        key: &'static str,
        /// The path as given.
        path: String,
        /// What the system says.
        cause: std::io::Error,
    },
    /// A setting is given twice.
    #[error("{key} and {key}_FILE are both set: unset one of them.")]
    Twice {
        /// The setting.
        key: &'static str,
    },
    /// A line of the settings file has no `=`.
    #[error("{path}, line {line}: expected KEY=value.")]
    Line {
        /// The path as given.
        path: String,
        /// Counted from 1.
        line: usize,
    },
    /// A value that can't be used.
    #[error("{key} is \"{value}\": {cure}")]
    Value {
        /// The setting.
        key: &'static str,
        /// The value as given; never a secret.
        value: String,
        /// What to write instead.
        cure: &'static str,
    },
    /// A setting that must be there to serve.
    #[error("{key} is not set: {cure}")]
    Missing {
        /// The setting.
        key: &'static str,
        /// What to write.
        cure: &'static str,
    },
}
