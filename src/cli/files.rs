//! The files that commands read and write.

use std::io::Write;
use std::path::Path;

use super::CommandError;
use crate::error::Error;

/// The bytes of a file that a command was given.
pub(super) fn read_input(path: &Path) -> Result<Vec<u8>, CommandError> {
    std::fs::read(path).map_err(|cause| CommandError::File { path: path.display().to_string(), cause })
}

/// Names the file in the faults of its content.
pub(super) fn with_file<T>(path: &Path, outcome: crate::error::Result<T>) -> Result<T, CommandError> {
    outcome.map_err(|error| match error {
        Error::ImportErrors(faults) => CommandError::ImportErrors { path: path.display().to_string(), faults },
        other => other.into(),
    })
}

/// Writes to a file, whole or not at all, or to standard output.
pub(super) fn output(path: Option<&Path>, content: &[u8]) -> Result<(), CommandError> {
    let Some(path) = path else {
        return Ok(std::io::stdout().write_all(content)?);
    };
    let failed = |cause| CommandError::File { path: path.display().to_string(), cause };
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    // A new file of a name that nobody can foresee, readable by its owner alone.
    let mut unfinished = tempfile::NamedTempFile::new_in(folder).map_err(failed)?;
    unfinished.write_all(content).map_err(failed)?;
    unfinished.persist(path).map_err(|error| failed(error.error))?;
    Ok(())
}
