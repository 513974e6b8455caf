//! How things stand: always an icon and a word, never colour alone.

use super::icon::{Icon, icon_classed};
use super::messages::Kind;
use maud::{Markup, html};

/// How far a section or an invitation has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Nothing is answered.
    NotStarted,
    /// Something is answered.
    Started,
    /// It is handed in.
    HandedIn,
}

/// A traffic light.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Light {
    /// Good.
    Green,
    /// Not there yet.
    Yellow,
    /// Bad.
    Red,
    /// Nothing to judge by.
    Off,
}

/// How far something has come, in a word.
#[must_use]
pub fn progress_badge(progress: Progress, word: &str) -> Markup {
    let (class, icon) = match progress {
        Progress::NotStarted => ("badge pj-badge pj-badge-open", Icon::Minus),
        Progress::Started => ("badge pj-badge badge-info", Icon::Edit),
        Progress::HandedIn => ("badge pj-badge badge-success", Icon::Check),
    };
    marked(class, icon, word)
}

/// A word with the icon and colour of its kind.
#[must_use]
pub fn badge(kind: Kind, word: &str) -> Markup {
    marked(&format!("badge pj-badge badge-{}", kind.name()), kind.icon(), word)
}

/// A word that stands out without judging.
#[must_use]
pub fn plain_badge(word: &str) -> Markup {
    html! { span .badge.pj-badge.pj-badge-open { (word) } }
}

/// A traffic light in a word; each light has a shape of its own.
#[must_use]
pub fn traffic_light(light: Light, word: &str) -> Markup {
    let (class, icon) = match light {
        Light::Green => ("pj-light pj-light-green", Icon::Success),
        Light::Yellow => ("pj-light pj-light-yellow", Icon::Warning),
        Light::Red => ("pj-light pj-light-red", Icon::Error),
        Light::Off => ("pj-light pj-light-off", Icon::Minus),
    };
    marked(class, icon, word)
}

/// How much of something is done, in words and as a bar.
#[must_use]
pub fn progress_text(text: &str, (done, of): (usize, usize)) -> Markup {
    html! {
        div .pj-progress {
            progress value=(done) max=(of.max(1)) aria-hidden="true" {}
            span { (text) }
        }
    }
}

/// The same on the page itself, where script counts on; `elsewhere` are done in other places.
#[must_use]
pub fn counted_progress(text: &str, (done, of): (usize, usize), elsewhere: usize) -> Markup {
    html! {
        div .pj-progress data-elsewhere=(elsewhere) {
            progress value=(done) max=(of.max(1)) aria-hidden="true" {}
            span { (text) }
        }
    }
}

fn marked(class: &str, icon: Icon, word: &str) -> Markup {
    html! { span class=(class) { (icon_classed(icon, "icon-svg")) (word) } }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_status_is_colour_alone() {
        let lights = [Light::Green, Light::Yellow, Light::Red, Light::Off];
        let mut seen: Vec<String> = lights
            .map(|light| traffic_light(light, "Ord & mærke").into_string())
            .into_iter()
            .inspect(|html| assert!(html.contains("Ord &amp; mærke</span>")))
            .filter_map(|html| Some(html.split("href=\"").nth(1)?.split('"').next()?.to_owned()))
            .collect();
        seen.sort();
        seen.dedup();
        assert_eq!(seen.len(), 4, "each light has its own icon");
    }

    #[test]
    fn progress_is_said_in_a_word() {
        let html = progress_badge(Progress::HandedIn, "Afleveret").into_string();
        assert!(html.contains("badge-success") && html.contains("Afleveret"));
    }

    #[test]
    fn the_progress_of_nothing_is_no_division_by_zero() {
        assert!(progress_text("0 af 0", (0, 0)).into_string().contains("max=\"1\""));
    }
}
