//! Icons of the design system's sprite.

use crate::assets::ICONS_SVG;
use maud::{Markup, html};

/// The icons we use, by their names in the sprite.
macro_rules! icons {
    ($($variant:ident = $name:literal,)*) => {
        /// An icon of the design system; add a line here to use one more of its hundred and fifty.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Icon { $(#[doc = $name] $variant,)* }

        impl Icon {
            /// Every icon we use.
            pub const ALL: &[Icon] = &[$(Icon::$variant,)*];

            /// Its name in the sprite.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Icon::$variant => $name,)* }
            }
        }
    };
}

icons! {
    Add = "plus",
    ArrowDown = "arrow-downward",
    ArrowForward = "arrow-forward",
    ArrowUp = "arrow-upward",
    Assignment = "assignment",
    Calendar = "calendar-month",
    Chart = "analytics",
    Check = "check",
    ChevronLeft = "chevron-left",
    ChevronRight = "chevron-right",
    Circle = "more-horiz",
    Close = "close",
    Copy = "copy",
    Delete = "delete",
    Download = "download",
    Edit = "edit",
    Email = "email",
    Error = "error",
    File = "file",
    Help = "help",
    Hourglass = "hourglass",
    Info = "info",
    Lock = "lock",
    Menu = "menu",
    Minus = "minus",
    OpenInNew = "open-in-new",
    Person = "person",
    Persons = "persons",
    Print = "print",
    Search = "search",
    Send = "send",
    Settings = "settings",
    SortAscending = "sort-table-ascending",
    SortDescending = "sort-table-descending",
    SortNone = "sort-table-none",
    Success = "success",
    Sync = "sync",
    Time = "time",
    Upload = "upload",
    Warning = "warning",
}

/// An icon beside a text that says the same; screen readers pass over it.
#[must_use]
pub fn icon(icon: Icon) -> Markup {
    icon_classed(icon, "icon-svg")
}

/// An icon that itself says something, with the word for it.
#[must_use]
pub fn icon_with_word(icon: Icon, class: &str, word: &str) -> Markup {
    html! {
        svg class={ "icon-svg " (class) } focusable="false" role="img" aria-label=(word) {
            use href=(address(icon)) {}
        }
    }
}

pub(super) fn icon_classed(icon: Icon, class: &str) -> Markup {
    html! {
        svg class=(class) focusable="false" aria-hidden="true" { use href=(address(icon)) {} }
    }
}

fn address(icon: Icon) -> String {
    format!("{ICONS_SVG}#{}", icon.name())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_icon_is_in_the_sprite() {
        let sprite = crate::assets::find(&ICONS_SVG[3..]).unwrap();
        let sprite = std::str::from_utf8(sprite.plain).unwrap();
        for icon in Icon::ALL {
            let id = format!("id=\"{}\"", icon.name());
            assert!(sprite.contains(&id), "{icon:?}");
        }
    }

    #[test]
    fn an_icon_is_hidden_from_screen_readers() {
        let html = icon(Icon::Check).into_string();
        assert!(html.contains("aria-hidden=\"true\""));
        assert!(html.contains("#check\""));
    }

    #[test]
    fn an_icon_with_a_word_says_it() {
        let html = icon_with_word(Icon::Error, "alert-icon", "Fejl").into_string();
        assert!(html.contains("aria-label=\"Fejl\"") && !html.contains("aria-hidden"));
    }
}
