//! placeholder
use crate::domain::{Language, faults::Fault};
/// placeholder
pub fn describe(fault: &Fault, _: Language) -> String {
    format!("{fault:?}")
}
