//! What the service says about what happened.

use super::icon::{Icon, icon_with_word};
use super::page::NavItem;
use maud::{Markup, html};

/// What kind of thing is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Something to know.
    Info,
    /// Something that went well.
    Success,
    /// Something to beware of.
    Warning,
    /// Something that went wrong.
    Error,
}

impl Kind {
    pub(super) fn icon(self) -> Icon {
        match self {
            Kind::Info => Icon::Info,
            Kind::Success => Icon::Success,
            Kind::Warning => Icon::Warning,
            Kind::Error => Icon::Error,
        }
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            Kind::Info => "info",
            Kind::Success => "success",
            Kind::Warning => "warning",
            Kind::Error => "error",
        }
    }

    fn role(self) -> Option<&'static str> {
        matches!(self, Kind::Warning | Kind::Error).then_some("alert")
    }
}

/// A message with a heading. `word` names the kind for whoever does not see the icon.
#[must_use]
pub fn alert(kind: Kind, word: &str, heading: &str, body: Markup) -> Markup {
    html! {
        div class={ "alert alert-" (kind.name()) } role=[kind.role()] {
            (icon_with_word(kind.icon(), "alert-icon", word))
            div .alert-body {
                h2 .alert-heading { (heading) }
                div .alert-text.pj-alert-text { (body) }
            }
        }
    }
}

/// A message of one line, without a heading.
#[must_use]
pub fn notice(kind: Kind, word: &str, body: Markup) -> Markup {
    html! {
        div class={ "alert alert-" (kind.name()) " alert--paragraph" } role=[kind.role()] {
            (icon_with_word(kind.icon(), "alert-icon", word))
            div .alert-body { div .alert-text.pj-alert-text { (body) } }
        }
    }
}

/// Everything wrong with a form, each error a link to its field (`#name`). It takes the focus when
/// the page opens; `word` is the word for error.
#[must_use]
pub fn error_summary(word: &str, heading: &str, errors: &[NavItem]) -> Markup {
    html! {
        div .alert.alert-error.pj-error-summary role="alert" aria-labelledby="error-summary-title"
            tabindex="-1" autofocus data-error-summary {
            (icon_with_word(Icon::Error, "alert-icon", word))
            div .alert-body {
                h2 .alert-heading #error-summary-title { (heading) }
                ul .alert-text.nobullet-list {
                    @for error in errors {
                        li { a href=(error.href) { (error.text) } }
                    }
                }
            }
        }
    }
}

/// Where an autosaved form says when it was saved; `failed` is shown when it could not be and is tried
/// again, `stopped` when trying is over.
#[must_use]
pub fn autosave_status(failed: &str, stopped: &str) -> Markup {
    html! {
        p .pj-autosave role="status" data-autosave-status data-failed=(failed) data-stopped=(stopped) {}
    }
}

/// Offers what was typed here before and never saved; script shows it where there is any, and says it aloud in the
/// form's line about saving.
#[must_use]
pub fn kept_offer(word: &str, text: &str, (restore, drop): (&str, &str)) -> Markup {
    html! {
        div .alert.alert-warning hidden data-kept {
            (icon_with_word(Icon::Warning, "alert-icon", word))
            div .alert-body {
                p .alert-text { (text) }
                div .button-group.pj-buttons {
                    button .button.button-primary type="button" data-kept-restore { (restore) }
                    button .button.button-secondary type="button" data-kept-drop { (drop) }
                }
            }
        }
    }
}

/// What script puts at a question that somebody else has answered meanwhile; once a form, because nearly all
/// questions go without.
#[must_use]
pub fn conflict_template(word: &str) -> Markup {
    html! { template data-conflict-template { (conflict("", word, "")) } }
}

/// Tells at a question that somebody else answered it meanwhile.
#[must_use]
pub fn conflict(question: &str, word: &str, message: &str) -> Markup {
    html! {
        div .alert.alert-warning role="alert" data-conflict-for=(question) {
            (icon_with_word(Icon::Warning, "alert-icon", word))
            div .alert-body { p .alert-text data-conflict-text { (message) } }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_error_summary_can_take_focus_and_links_to_fields() {
        let errors = [NavItem { href: "#q2", text: "Spørgsmål 2: vælg <et> svar" }];
        let html = error_summary("Fejl", "Der mangler svar", &errors).into_string();
        assert!(html.contains("tabindex=\"-1\" autofocus"));
        assert!(html.contains("aria-labelledby=\"error-summary-title\""));
        assert!(html.contains("<a href=\"#q2\">Spørgsmål 2: vælg &lt;et&gt; svar</a>"));
    }

    #[test]
    fn every_alert_has_an_icon_with_a_word() {
        for kind in [Kind::Info, Kind::Success, Kind::Warning, Kind::Error] {
            let html = alert(kind, "Ordet", "Overskrift", html! { "Tekst" }).into_string();
            assert!(html.contains("aria-label=\"Ordet\""), "{kind:?}");
            assert!(html.contains(&format!("#{}\"", kind.name())), "{kind:?}");
        }
    }

    #[test]
    fn only_warnings_and_errors_interrupt() {
        let says = |kind| alert(kind, "", "", html! {}).into_string().contains("role=\"alert\"");
        assert!(says(Kind::Warning) && says(Kind::Error));
        assert!(!says(Kind::Info) && !says(Kind::Success));
    }

    #[test]
    fn the_status_of_saving_is_announced() {
        let html = autosave_status("Ikke gemt", "Linket virker ikke").into_string();
        assert!(html.contains("role=\"status\"") && html.contains("data-failed=\"Ikke gemt\""));
        assert!(html.contains("data-stopped=\"Linket virker ikke\""));
    }

    #[test]
    fn what_script_tells_of_a_conflict_looks_as_what_the_page_tells() {
        let told = conflict("", "Advarsel", "").into_string();
        assert_eq!(
            conflict_template("Advarsel").into_string(),
            format!("<template data-conflict-template>{told}</template>")
        );
        assert!(told.contains("role=\"alert\"") && told.contains("data-conflict-for"));
    }
}
