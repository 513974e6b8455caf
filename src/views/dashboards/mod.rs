//! Pages with figures.

pub mod country;
pub mod distributions;
pub mod dumbbells;
pub mod figures;
pub mod municipalities;
pub mod questions;
pub mod reading;
pub mod trend;
