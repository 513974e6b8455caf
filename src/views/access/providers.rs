//! What somebody reads for whom signing in by the provider came to nothing, or who has signed out here only.

use maud::{Markup, html};

use crate::domain::Language;
use crate::domain::access::sign_in_faults::SignInFault;
use crate::views::shell;
use crate::views::shell::Frame;
use crate::views::ui::{self, Button, NavItem};

/// A sign-in that came to nothing.
#[derive(Debug, Clone, Copy)]
pub struct Failed<'a> {
    /// Why.
    pub fault: SignInFault,
    /// What the provider is called.
    pub provider: &'a str,
    /// Who is asked for help.
    pub contact: &'a str,
}

/// The page of a sign-in that came to nothing: why, what to do, and whom to ask for what.
pub fn failed(frame: &Frame, failed: &Failed) -> Markup {
    let language = frame.language;
    let heading = match failed.fault.is_refusal() {
        true => tr!(language, "provider-not-let-in"),
        false => tr!(language, "provider-failed"),
    };
    let again = tr!(language, "provider-again");
    let main = html! {
        (ui::page_heading(&heading))
        p { (cure(failed.fault, language)) }
        @if let Some(asked) = asked(failed.fault, failed.provider, language) { p { (asked) } }
        p { (tr!(language, "provider-contact")) " " a href={ "mailto:" (failed.contact) } { (failed.contact) } "." }
        (ui::button_group(ui::link_button(Button::Primary, NavItem { href: "/login", text: &again })))
    };
    shell::page(frame, &heading, main)
}

/// What happened and what to do, in a sentence or two.
pub fn cure(fault: SignInFault, language: Language) -> String {
    match fault {
        SignInFault::NotBegun => tr!(language, "provider-fault-not-begun"),
        SignInFault::Denied => tr!(language, "provider-fault-denied"),
        SignInFault::Away => tr!(language, "provider-fault-away"),
        SignInFault::Unusable => tr!(language, "provider-fault-unusable"),
        SignInFault::ClocksApart => tr!(language, "provider-fault-clocks"),
        SignInFault::NoRole => tr!(language, "provider-fault-no-role"),
        SignInFault::NoMunicipality => tr!(language, "provider-fault-no-municipality"),
        SignInFault::NoAccount => tr!(language, "provider-fault-no-account"),
        SignInFault::NoAddress => tr!(language, "provider-fault-no-address"),
        SignInFault::AddressNotVerified => tr!(language, "provider-fault-not-verified"),
        SignInFault::AddressTaken => tr!(language, "provider-fault-taken"),
        SignInFault::Disabled => tr!(language, "provider-fault-disabled"),
    }
}

/// Whom to ask for what, where somebody else must act.
fn asked(fault: SignInFault, provider: &str, language: Language) -> Option<String> {
    match fault {
        SignInFault::NoRole
        | SignInFault::NoMunicipality
        | SignInFault::NoAddress
        | SignInFault::AddressNotVerified => Some(tr!(language, "provider-ask-directory", provider = provider)),
        SignInFault::NoAccount | SignInFault::AddressTaken | SignInFault::Disabled => {
            Some(tr!(language, "provider-ask-administrator"))
        }
        SignInFault::Unusable | SignInFault::ClocksApart => {
            Some(tr!(language, "provider-ask-operator", provider = provider))
        }
        SignInFault::NotBegun | SignInFault::Denied | SignInFault::Away => None,
    }
}

/// The page after signing out of a session that the provider vouched for: one is still signed in there.
pub fn signed_out(frame: &Frame, provider: &str, address: &str) -> Markup {
    let language = frame.language;
    let heading = tr!(language, "provider-signed-out");
    let main = html! {
        (ui::page_heading(&heading))
        p { (tr!(language, "provider-signed-out-still", provider = provider)) }
        (ui::button_group(html! {
            (ui::link_button(
                Button::Primary,
                NavItem { href: address, text: &tr!(language, "provider-sign-out", provider = provider) },
            ))
            (ui::link_button(Button::Secondary, NavItem { href: "/login", text: &tr!(language, "forgotten-back") }))
        }))
    };
    shell::page(frame, &heading, main)
}
