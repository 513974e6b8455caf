//! Advice with the editions that its recommendations stand in.

use crate::domain::practice::advice::{AdviceRow, threads};
use crate::editions;
use crate::error::Result;
use crate::store::Conn;
use crate::views::practice::advice::Advised;

/// Advice with the editions of its recommendations.
pub fn with_editions(conn: &mut Conn, rows: Vec<AdviceRow>) -> Result<Vec<Advised>> {
    threads(rows).into_iter().map(|thread| Ok((thread.clone(), editions::load(conn, &thread.round.edition)?))).collect()
}
