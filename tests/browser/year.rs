//! The administrator's desk: from the first start over an empty database to the comparison of two years, on pages alone
//! and while the clock goes on; by the mouse, and once more by keys.

mod beginning;
mod edition;
mod programme;
mod results;
mod service;

use std::collections::BTreeSet;

use crate::browser::{Care, Hands, Screen, Scripts, browse};
use service::Year;

#[test]
fn from_an_empty_database_to_the_comparison_of_two_years_by_mouse() {
    tell(Hands::Mouse, Care::Full);
}

#[test]
fn from_an_empty_database_to_the_comparison_of_two_years_by_keys() {
    tell(Hands::Keys, Care::None);
}

fn tell(hands: Hands, care: Care) {
    let Some(mut year) = Year::start(hands, care) else { return };
    year.meet(async |browser, year| {
        beginning::make_the_first_administrator(browser, year).await?;
        beginning::take_in_the_shipped_editions(browser, year).await?;
        beginning::bring_the_directory(browser, year).await?;
        programme::set_up(browser, year).await
    });

    year.go_to("2026-09-17T08:00:00");
    year.meet(async |browser, year| programme::find_the_draft(browser, year, "2018").await);
    year.go_to("2026-10-01T08:00:00");
    let first = year.new_link(&BTreeSet::new());
    year.meet(async |browser, _| programme::answer(browser, &first, "Rød", 3).await);
    year.go_to("2026-10-20T08:00:00");
    year.meet(async |browser, year| programme::find_it_closed(browser, year, "2026").await);

    year.go_to("2027-02-01T08:00:00");
    year.meet(async |browser, year| {
        edition::copy_the_newest(browser, year).await?;
        edition::add_a_recommendation(browser, year).await?;
        edition::reword_a_question(browser, year).await?;
        edition::retire_a_recommendation(browser, year).await?;
        edition::look_at_the_differences(browser, year).await?;
        edition::publish(browser, year).await
    });

    year.go_to("2027-09-17T08:00:00");
    year.meet(async |browser, year| programme::find_the_draft(browser, year, "2027").await);
    let known = year.links();
    year.go_to("2027-10-01T08:00:00");
    let second = year.new_link(&known);
    year.meet(async |browser, _| programme::answer_the_new(browser, &second).await);
    year.meet(async |browser, year| {
        programme::close(browser, year, "2027").await?;
        results::compare_all_but_what_is_new(browser, year).await
    });
}

impl Year {
    /// Somebody comes with a browser of their own.
    fn meet(
        &mut self,
        story: impl AsyncFnOnce(&crate::browser::Browser, &mut Year) -> thirtyfour::error::WebDriverResult<()>,
    ) {
        let (hands, care) = (self.hands, self.care);
        browse(Screen::Desktop, Scripts::On, async |browser| {
            story(&browser.with_care(care).with_hands(hands), self).await
        });
    }
}
