//! What there is to do, one row each: what it is, how much, and how far it has come.

use super::page::NavItem;
use maud::{Markup, html};

/// Something to do.
pub struct TaskRow<'a> {
    /// What it is, and the way there.
    pub link: NavItem<'a>,
    /// How much it is and whatever else is to be known first.
    pub note: Markup,
    /// How far it has come.
    pub status: Markup,
}

/// Rows that a thumb finds: the whole row leads to its task. The status follows the name for screen readers, and
/// stands at the right for everybody else.
#[must_use]
pub fn task_list(rows: &[TaskRow]) -> Markup {
    html! {
        ul .nobullet-list.pj-tasks {
            @for row in rows {
                li {
                    div .pj-task {
                        a .pj-task-name href=(row.link.href) { (row.link.text) }
                        div .pj-task-note { (row.note) }
                    }
                    div .pj-task-status { (row.status) }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_leads_to_its_task() {
        let link = NavItem { href: "/svar/a/afsnit/skole", text: "Skole & SFO" };
        let html = task_list(&[TaskRow { link, note: html! { "4" }, status: html! { "Ikke begyndt" } }]).into_string();
        assert!(html.contains("href=\"/svar/a/afsnit/skole\">Skole &amp; SFO</a>"));
        assert_eq!(html.matches("<li>").count(), 1);
    }
}
