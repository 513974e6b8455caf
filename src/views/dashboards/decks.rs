//! The figures of a whole meeting: one a slide of 16:9, to choose among, to print and to take along.

mod country;
mod municipality;
mod shared;
mod words;

use maud::{Markup, html};
use url::form_urlencoded::Serializer;

use crate::domain::Language;
use crate::views::shell::{self, Frame};
use crate::views::ui::{self, Button, Choice, Field, NavItem, Slots};

pub use country::{CountryDeck, of_country};
pub use municipality::{MunicipalityDeck, of_municipality};

/// The name of the boxes in the address, one for each slide that is chosen.
pub const FIELD: &str = "slide";

/// One slide.
#[derive(Debug, Clone)]
pub struct DeckSlide {
    /// What stands for it in addresses and names of files.
    pub word: String,
    /// What it is called.
    pub name: String,
    /// The page on which its figure stands with its table.
    pub leads_to: Option<String>,
    /// The slide itself.
    pub drawing: Markup,
}

/// All slides about somebody in a round.
#[derive(Debug, Clone)]
pub struct Deck {
    /// Key of the round.
    pub round: String,
    /// Whom they are about.
    pub about: String,
    /// The page of their figures.
    pub parent: String,
    /// The address of the page.
    pub address: String,
    /// Every slide there is.
    pub slides: Vec<DeckSlide>,
    /// The words of those that are chosen; none means all.
    pub chosen: Vec<String>,
}

impl Deck {
    fn is_chosen(&self, slide: &DeckSlide) -> bool {
        self.chosen.is_empty() || self.chosen.contains(&slide.word)
    }

    /// The slides that are chosen, in their order.
    pub fn shown(&self) -> impl Iterator<Item = &DeckSlide> {
        self.slides.iter().filter(|slide| self.is_chosen(slide))
    }

    /// The slides that are chosen as one archive of pictures.
    fn archive(&self) -> String {
        let mut query = Serializer::new(String::new());
        query.extend_pairs(self.chosen.iter().map(|word| (FIELD, word)));
        let query = query.finish();
        format!("{}.zip{}{query}", self.address, if query.is_empty() { "" } else { "?" })
    }
}

/// The page.
pub fn show(frame: &Frame, deck: &Deck) -> Markup {
    let language = frame.language;
    let (round, about) = (deck.round.as_str(), deck.about.as_str());
    let title = tr!(language, "deck-title", about = about, round = round);
    let (rounds, round_name) = (tr!(language, "menu-rounds"), tr!(language, "figure-round", round = round));
    let round_address = format!("/rounds/{round}");
    let above = [
        NavItem { href: "/rounds", text: &rounds },
        NavItem { href: &round_address, text: &round_name },
        NavItem { href: &deck.parent, text: about },
    ];
    let main = html! {
        (ui::beside_slides(html! {
            (ui::breadcrumbs(&tr!(language, "figure-breadcrumbs"), &above, &tr!(language, "deck-short")))
            (ui::page_heading_with_lead(&title, html! { (tr!(language, "deck-lead")) }))
            (choice(deck, language))
            p role="status" { (tr!(language, "deck-count", shown = deck.shown().count(), all = deck.slides.len())) }
            (ui::button_group(ui::print_button(&tr!(language, "deck-pdf"))))
            p { (tr!(language, "deck-pdf-explained")) }
            p {
                a href=(deck.archive()) download { (tr!(language, "deck-pictures")) } " "
                (tr!(language, "deck-pictures-explained"))
            }
        }))
        (ui::slides(&deck.shown().map(|slide| one(slide, language)).collect::<Vec<_>>()))
    };
    shell::page(frame, &title, main)
}

fn choice(deck: &Deck, language: Language) -> Markup {
    let boxes: Vec<Choice> = deck
        .slides
        .iter()
        .map(|slide| Choice { value: &slide.word, label: &slide.name, hint: None, chosen: deck.is_chosen(slide) })
        .collect();
    let label = tr!(language, "deck-choose");
    let field = Field { name: FIELD, label: &label, ..Field::default() };
    ui::query_form(
        &deck.address,
        html! {
            (ui::in_columns(ui::checkboxes(&field, &boxes, &Slots::default())))
            (ui::button_group(ui::submit(Button::Secondary, &tr!(language, "deck-show"))))
        },
    )
}

/// A slide with the way to its figure, which is for the screen alone.
fn one(slide: &DeckSlide, language: Language) -> (Markup, Markup) {
    let way = html! {
        @if let Some(page) = &slide.leads_to {
            a href=(page) { (tr!(language, "deck-behind")) (ui::for_screen_readers(&format!(": {}", slide.name))) }
        }
    };
    (slide.drawing.clone(), way)
}

/// A link to the slides from the page of their figures.
pub fn link(address: &str, language: Language) -> Markup {
    html! { p { a href=(address) { (tr!(language, "deck-link")) } } }
}
