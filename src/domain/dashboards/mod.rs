//! What a reader may see of the figures, decided once for every page, chart and file: baseline chosen, held back
//! where it must be, ranked, with n, coverage and comparability. Whoever shows these structs decides nothing, and
//! sees no figure that the reader may not.

pub mod aim_trend;
pub mod aims;
pub mod answer_lines;
pub mod benchmarks;
pub mod country;
pub mod distribution;
pub mod finding;
pub mod group_comparison;
pub mod group_scores;
pub mod heat;
pub mod improvement_gaps;
pub mod map;
pub mod meeting_sheet;
pub mod movements;
pub mod municipality;
pub mod municipality_answers;
pub mod nation;
pub mod own_result;
pub mod package;
pub mod peer_groups;
pub mod published;
pub mod question;
pub mod recommendation;
pub mod round_figures;
pub mod saved_view;
pub mod shares;
pub mod subjects;
pub mod tables;
pub mod trend;
pub mod wanted;

pub use crate::domain::scoring::changes::Change;
pub use crate::domain::scoring::dimensions::MEASURES;
pub use crate::domain::scoring::round_comparison::Comparability;
pub use crate::domain::scoring::scores::{Score, ScoreState};
pub use crate::domain::scoring::transitions::Transitions;
