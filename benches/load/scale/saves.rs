//! What four writers save against one on PostgreSQL, where a save waits for its commit.

use std::path::Path;

pub fn measure(_url: &str, _folder: &Path) {}
