//! The pages of accounts for administrators.

use maud::{Markup, html};

use crate::domain::access::staff::{Role, Scope, Staff, StaffId, Standing};
use crate::domain::{Language, MunicipalityCode};
use crate::texts::instant;
use crate::views::shell;
use crate::views::shell::Frame;
use crate::views::ui::{self, Button, CaptionPlace, Column, Kind, NavItem, Table};

mod form;
mod one;

pub use form::{Mistake, Typed, invitation, rights};
pub use one::{Done, One, disabling, one};

/// How many municipalities a list names before it only counts.
const NAMED: usize = 3;

/// All accounts; `secured` are those with a second factor.
pub fn list(frame: &Frame, accounts: &[Staff], secured: &[StaffId]) -> Markup {
    let language = frame.language;
    let heading = tr!(language, "accounts-title");
    let labels = [
        tr!(language, "accounts-email"),
        tr!(language, "accounts-role"),
        tr!(language, "accounts-municipalities"),
        tr!(language, "accounts-standing"),
        tr!(language, "accounts-factor"),
        tr!(language, "accounts-seen"),
    ];
    let columns = labels.each_ref().map(|label| Column { label, ..Column::default() });
    let row = |account: &Staff| {
        vec![
            html! { a href={ "/staff/" (account.id) } { (account.email) } },
            html! { (role(account.role, language)) },
            html! { (municipalities(account, language)) },
            standing(account.standing(), language),
            html! {
                @if secured.contains(&account.id) { (tr!(language, "accounts-factor-on")) }
                @else { (tr!(language, "accounts-factor-off")) }
            },
            html! { (seen(account, language)) },
        ]
    };
    let rows: Vec<Vec<Markup>> = accounts.iter().map(row).collect();
    let table = Table {
        caption: &heading,
        caption_place: CaptionPlace::ForScreenReaders,
        columns: &columns,
        ..Table::default()
    };
    let main = html! {
        (ui::page_heading_with_lead(&heading, html! { (tr!(language, "accounts-lead")) }))
        (ui::button_group(ui::link_button(
            Button::Primary,
            NavItem { href: "/staff/new", text: &tr!(language, "accounts-invite") },
        )))
        (ui::table(&table, &rows))
    };
    shell::page(frame, &heading, main)
}

/// What a role is called.
pub fn role(role: Role, language: Language) -> String {
    match role {
        Role::Admin => tr!(language, "role-admin"),
        Role::Consultant => tr!(language, "role-consultant"),
        Role::Coordinator => tr!(language, "role-coordinator"),
    }
}

/// What an account may see, in a few words.
fn municipalities(account: &Staff, language: Language) -> String {
    match account.scope() {
        Scope::All => tr!(language, "accounts-all-municipalities"),
        Scope::Some(codes) if codes.len() > NAMED => {
            let count = codes.len();
            tr!(language, "accounts-municipality-count", count = count)
        }
        Scope::Some(codes) => names(&codes),
    }
}

fn names(codes: &[MunicipalityCode]) -> String {
    codes.iter().map(MunicipalityCode::name).collect::<Vec<&str>>().join(", ")
}

fn standing(standing: Standing, language: Language) -> Markup {
    match standing {
        Standing::Invited => ui::badge(Kind::Info, &tr!(language, "accounts-invited")),
        Standing::Active => ui::badge(Kind::Success, &tr!(language, "accounts-active")),
        Standing::Disabled => ui::plain_badge(&tr!(language, "accounts-disabled")),
    }
}

fn seen(account: &Staff, language: Language) -> String {
    account.seen_at.map_or_else(|| tr!(language, "accounts-never-seen"), |seen| instant(seen, language))
}

/// The way down to a page below the list.
fn way(below: Option<&Staff>, here: &str, language: Language) -> Markup {
    let list = tr!(language, "accounts-title");
    let account = below.map(|account| (format!("/staff/{}", account.id), account.email.as_str()));
    let above: Vec<NavItem> = std::iter::once(NavItem { href: "/staff", text: &list })
        .chain(account.iter().map(|(href, text)| NavItem { href, text }))
        .collect();
    ui::breadcrumbs(&tr!(language, "breadcrumbs"), &above, here)
}
