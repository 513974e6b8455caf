//! What somebody looks for in the audit log.

use chrono::NaiveDateTime;

use crate::domain::access::staff::StaffId;

words! {
    /// Who sets writes in motion.
    pub enum ActorKind {
        /// Accounts.
        Staff = "staff",
        /// Holders of personal links.
        Link = "link",
        /// Whoever asks for a new password without signing in.
        Visitor = "visitor",
        /// The program itself.
        Clock = "clock",
        /// Operators.
        CommandLine = "command_line",
    }
}

/// Which entries are looked for: those for which all of it holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AuditSearch {
    /// Who, by kind.
    pub actor: Option<ActorKind>,
    /// Which account did it.
    pub staff: Option<StaffId>,
    /// What was done to which kind of object, as in `open` and `round`.
    pub deed: Option<(String, String)>,
    /// Which kind of object it was done to.
    pub object: Option<String>,
    /// The object has one of these ids; empty for any object.
    pub ids: Vec<String>,
    /// From this instant on, UTC.
    pub from: Option<NaiveDateTime>,
    /// Before this instant, UTC.
    pub until: Option<NaiveDateTime>,
}

impl AuditSearch {
    /// What was done to one object, of which entries may speak under several kinds.
    pub fn of_object(id: &str) -> AuditSearch {
        AuditSearch { ids: vec![id.to_owned()], ..AuditSearch::default() }
    }
}
