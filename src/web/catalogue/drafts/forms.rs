//! From what is written about a thing to the fields of its form.

use crate::domain::Text;
use crate::domain::catalogue::drafts::{Content, Item, Place};
use crate::domain::catalogue::sources::Source;
use crate::domain::catalogue::{About, Worth};
use crate::views::catalogue::drafts::Typed;

/// The form filled with what is written.
pub(super) fn typed(content: &Content) -> Typed {
    match content {
        Content::Facts(facts) => {
            let day = facts.published_on.map_or_else(String::new, |day| day.to_string());
            let typed = both(Typed::default(), "title", &facts.title);
            let typed = facts.reason.iter().fold(typed, |typed, reason| both(typed, "correction", reason));
            source(typed, &facts.source).with("published_on", &day)
        }
        Content::Areas(areas) => areas.iter().fold(Typed::default(), |typed, one| {
            let typed = typed.with(&format!("area-{}", one.area), "yes");
            let typed = typed.with(&format!("label-{}", one.area), &one.label.da);
            typed.with(&format!("label_en-{}", one.area), one.label.en.as_deref().unwrap_or_default())
        }),
        Content::Package(package) => {
            let typed = Typed::default().with("key", &package.key);
            let typed = both(typed, "title", &package.title).with("link", package.link.as_deref().unwrap_or_default());
            source(typed, &package.source)
        }
        Content::Recommendation(one) => {
            let typed = Typed::default().with("key", &one.key).with("package", &one.package);
            let typed = both(typed, "title", &one.title).with("category", &one.category);
            let typed = typed.with("level", one.level.as_deref().unwrap_or_default());
            source(typed.with("central", if one.central { "yes" } else { "" }), &one.source)
        }
        Content::Question(question) => {
            let typed = Typed::default().with("key", &question.key).with("place", &place(&question.place));
            let typed = both(typed, "text", &question.text);
            let typed = both(typed, "hint", &question.hint.clone().unwrap_or_default());
            let typed = question.help.iter().fold(typed, |typed, help| {
                let typed = typed.with(&format!("help-{}", help.option), &help.text.da);
                typed.with(&format!("help_en-{}", help.option), help.text.en.as_deref().unwrap_or_default())
            });
            let typed = typed.with("about", question.about.as_ref().map_or("", About::as_str));
            let typed = typed.with("measure", question.measure.as_str()).with("scale", &question.scale);
            let typed = question.areas.iter().fold(typed, |typed, area| typed.with("areas", area.as_str()));
            let typed = question.key_areas.iter().fold(typed, |typed, area| typed.with("key_areas", area.as_str()));
            source(typed, &question.source)
        }
        Content::Option(option) => {
            let typed = Typed::default().with("key", &option.key).with("scale", &option.scale);
            let typed =
                both(typed, "label", &option.label).with("reason", if option.reason_required { "yes" } else { "" });
            match option.worth {
                Worth::Points(points) => typed.with("worth", "points").with("points", &points.to_string()),
                Worth::Blank(blank) => typed.with("worth", blank.as_str()),
            }
        }
        Content::Scale(one) | Content::Category(one) | Content::Level(one) => {
            both(Typed::default().with("key", &one.key), "label", &one.label)
        }
    }
}

fn both(typed: Typed, name: &str, text: &Text) -> Typed {
    typed.with(name, &text.da).with(&format!("{name}_en"), text.en.as_deref().unwrap_or_default())
}

fn source(typed: Typed, source: &Source) -> Typed {
    let typed = typed.with("status", source.status.map_or("", |status| status.as_str()));
    let typed = typed.with("source", source.da.as_deref().unwrap_or_default());
    typed.with("source_en", source.en.as_deref().unwrap_or_default())
}

/// A place as a choice names it: nothing, a package, or a package and a recommendation.
pub(super) fn place(place: &Place) -> String {
    match place {
        Place::Edition => String::new(),
        Place::Package(key) => key.clone(),
        Place::Recommendation(package, key) => Item::Recommendation(package.clone(), key.clone()).key(),
    }
}
