//! The components of Det Fælles Designsystem (`dkfds`) as functions, and the few of our own.
//!
//! Markup follows the package's own templates, `node_modules/dkfds/src/components`, so that an
//! upgrade is a comparison of two trees. No function here holds words: every text, also those only
//! a screen reader says, comes translated from the caller. No icon or colour stands without a word.

mod buttons;
mod cards;
mod choices;
mod content;
mod fields;
mod header;
mod icon;
mod layout;
mod lists;
mod messages;
mod navigation;
mod page;
mod paper;
mod status;
mod steps;
mod tables;
mod task_list;
mod timeline;

pub use buttons::*;
pub use cards::*;
pub use choices::*;
pub use content::*;
pub use fields::*;
pub use icon::*;
pub use layout::*;
pub use lists::*;
pub use messages::*;
pub use navigation::*;
pub use page::*;
pub use paper::*;
pub use status::*;
pub use steps::*;
pub use tables::*;
pub use task_list::*;
pub use timeline::*;
