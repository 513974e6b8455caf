//! A questionnaire before anybody is asked: whose it is is chosen by areas or by a post of the directory.

use maud::{Markup, html};

use super::super::answering::answers::preview as questions;
use super::super::shell::{self, Frame};
use super::super::ui::{self, Button, Choice, Field, Kind, Level, NavItem, Slots};
use super::corrections;
use crate::domain::answering::respondents::{Pace, Respondent, minutes};
use crate::domain::answering::section_progress::SectionProgress;
use crate::domain::catalogue::Edition;
use crate::domain::rounds::directory::Post;
use crate::domain::{Area, Language, MunicipalityCode};

/// A questionnaire as its page shows it.
pub struct Preview<'a> {
    /// The edition.
    pub edition: &'a Edition,
    /// The areas that are chosen.
    pub areas: &'a [Area],
    /// Who sees it and what they are asked; none where the edition asks nothing about these areas.
    pub asked: Option<(Respondent, Vec<SectionProgress>)>,
    /// The area of the section that is shown.
    pub section: Option<Area>,
    /// The directory, for whoever may look in it.
    pub posts: Option<Posts>,
    /// How long a question takes.
    pub pace: Pace,
}

/// Posts to choose from.
pub struct Posts {
    /// The municipalities that one may look in, by name.
    pub municipalities: Vec<MunicipalityCode>,
    /// The one that is chosen.
    pub chosen: Option<MunicipalityCode>,
    /// Its posts.
    pub posts: Vec<Post>,
    /// The post that is shown.
    pub post: Option<Post>,
}

/// Where the questionnaire about some areas is seen.
pub fn address(edition: &str, areas: &[Area]) -> String {
    let query: Vec<String> = areas.iter().map(|area| format!("areas={area}")).collect();
    match query.is_empty() {
        true => format!("/catalogue/{edition}/preview"),
        false => format!("/catalogue/{edition}/preview?{}", query.join("&")),
    }
}

/// The page.
pub fn preview(frame: &Frame, page: &Preview) -> Markup {
    let language = frame.language;
    let key = page.edition.key.as_str();
    let sections = page.asked.as_ref().map(|(_, sections)| sections.as_slice()).unwrap_or_default();
    let count: usize = sections.iter().map(|section| section.questions.len()).sum();
    let short = tr!(language, "preview-short");
    let title = match count {
        0 => tr!(language, "preview-title", edition = key),
        count => {
            let minutes = minutes(count, page.pace.seconds());
            tr!(language, "preview-found", edition = key, questions = count, minutes = minutes)
        }
    };
    let main = html! {
        (ui::breadcrumbs(
            &tr!(language, "breadcrumbs"),
            &[
                NavItem { href: "/catalogue", text: &tr!(language, "catalogue-title") },
                NavItem { href: &format!("/catalogue/{key}"), text: key },
            ],
            &short,
        ))
        (ui::page_heading_with_lead(&title, html! { (tr!(language, "preview-lead")) }))
        (corrections::line(page.edition, language))
        @let chooser = chooser(page, language);
        @if page.areas.is_empty() { (chooser) } @else {
            p { (whose(page, language)) }
            (ui::details(&tr!(language, "preview-choose-another"), chooser))
        }
        @match &page.asked {
            Some((respondent, sections)) => (questionnaire(page, respondent, sections)),
            None if page.areas.is_empty() => {},
            None => (ui::notice(Kind::Info, &tr!(language, "word-info"), html! { (tr!(language, "preview-nothing")) })),
        }
    };
    shell::page(frame, &title, main)
}

/// Whose questionnaire it is.
fn whose(page: &Preview, language: Language) -> String {
    let names: Vec<&str> = page.areas.iter().map(|area| page.edition.area_name(*area, language)).collect();
    let areas = names.join(", ");
    match page.posts.as_ref().and_then(|posts| posts.post.as_ref()) {
        Some(post) => {
            let (title, municipality) = (post.title.as_str(), post.municipality_code.authority());
            tr!(language, "preview-of-post", post = title, municipality = municipality, areas = areas)
        }
        None => tr!(language, "preview-of-areas", areas = areas),
    }
}

fn questionnaire(page: &Preview, respondent: &Respondent, sections: &[SectionProgress]) -> Markup {
    let language = respondent.language;
    let shown = sections.iter().find(|section| Some(section.area()) == page.section).or(sections.first());
    let Some(shown) = shown else { return Markup::default() };
    let base = address(&page.edition.key, page.areas);
    let name = |section: &SectionProgress| page.edition.area_name(section.area(), language).to_owned();
    let texts: Vec<(String, String)> = sections
        .iter()
        .map(|section| {
            let (name, questions) = (name(section), section.questions.len());
            let text = tr!(language, "preview-section", area = name, questions = questions);
            (format!("{base}&section={}", section.area()), text)
        })
        .collect();
    let items: Vec<NavItem> = texts.iter().map(|(href, text)| NavItem { href, text }).collect();
    let active = format!("{base}&section={}", shown.area());
    html! {
        @if items.len() > 1 { (ui::tabs(&tr!(language, "preview-sections"), &items, &active)) }
        (ui::heading(Level::Two, "section", &name(shown)))
        (ui::notice(Kind::Info, &tr!(language, "word-info"), html! { (tr!(language, "preview-nothing-sent")) }))
        (questions(respondent, shown))
    }
}

/// The forms in which one chooses whose questionnaire to see.
fn chooser(page: &Preview, language: Language) -> Markup {
    let action = address(&page.edition.key, &[]);
    let areas: Vec<Choice> = page
        .edition
        .areas
        .iter()
        .map(|entry| Choice {
            value: entry.area.as_str(),
            label: entry.label.in_language(language),
            hint: None,
            chosen: page.areas.contains(&entry.area),
        })
        .collect();
    let label = tr!(language, "preview-areas");
    html! {
        (ui::query_form(&action, html! {
            (ui::checkboxes(&Field { name: "areas", label: &label, ..Field::default() }, &areas, &Slots::default()))
            (ui::button_group(ui::submit(Button::Primary, &tr!(language, "preview-show"))))
        }))
        @if let Some(posts) = &page.posts { (post_chooser(&action, posts, language)) }
    }
}

fn post_chooser(action: &str, posts: &Posts, language: Language) -> Markup {
    let choose = tr!(language, "preview-choose-municipality");
    let mut municipalities = vec![Choice { label: &choose, ..Choice::default() }];
    municipalities.extend(posts.municipalities.iter().map(|code| Choice {
        value: code.as_str(),
        label: code.name(),
        hint: None,
        chosen: posts.chosen.as_ref() == Some(code),
    }));
    let all: Vec<Choice> = posts
        .posts
        .iter()
        .map(|post| Choice {
            value: post.id.as_str(),
            label: &post.title,
            hint: None,
            chosen: posts.post.as_ref().is_some_and(|one| one.id == post.id),
        })
        .collect();
    let labels = [tr!(language, "preview-municipality"), tr!(language, "preview-post")];
    let [municipality, post] = &labels;
    html! {
        (ui::heading(Level::Two, "posts", &tr!(language, "preview-posts")))
        (ui::get_form(action, html! {
            (ui::select(&Field { name: "municipality", label: municipality, ..Field::default() }, &municipalities))
            @if !all.is_empty() {
                (ui::select(&Field { name: "post", label: post, ..Field::default() }, &all))
            }
            (ui::submit(Button::Secondary, &tr!(language, "preview-show")))
        }))
    }
}
