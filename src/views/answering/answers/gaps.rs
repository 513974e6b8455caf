//! Markup that is drawn once and put together with the rest afterwards. This is the only module that takes a text
//! for markup, and every text it takes came out of markup.

use maud::{Markup, PreEscaped};

/// Stands for a question's number where something is drawn once for all questions of a page. No text holds this
/// control character: our own do not, and an edition's are refused for it.
pub(super) const NUMBER: &str = "\u{1}";

/// Where the questions stand in the page around them. No text holds this, because `<` is escaped in all.
pub(super) const QUESTIONS: PreEscaped<&str> = PreEscaped("<questions>");

/// The bytes of a question, about.
const A_QUESTION: usize = 4096;

/// Markup with gaps for a question's number.
pub(super) struct Gapped(Vec<String>);

impl Gapped {
    pub(super) fn of(markup: Markup) -> Gapped {
        Gapped(markup.into_string().split(NUMBER).map(str::to_owned).collect())
    }

    pub(super) fn with(&self, number: &str) -> Markup {
        PreEscaped(self.0.join(number))
    }
}

/// The page with its questions. They are nearly all of it, so they are put into it once it is whole, and not
/// copied by everything that surrounds them.
pub(super) fn filled(page: Markup, questions: impl ExactSizeIterator<Item = Markup>) -> Markup {
    let page = page.into_string();
    let Some((before, after)) = page.split_once(QUESTIONS.0) else { return PreEscaped(page) };
    let mut whole = String::with_capacity(page.len() + questions.len() * A_QUESTION);
    whole.push_str(before);
    questions.for_each(|question| whole.push_str(&question.into_string()));
    whole.push_str(after);
    PreEscaped(whole)
}

#[cfg(test)]
mod tests {
    use maud::html;

    use super::*;

    #[test]
    fn a_number_comes_into_every_gap() {
        let gapped = Gapped::of(html! { label for={ "k" (NUMBER) } { "<" } input id={ "k" (NUMBER) }; });
        assert_eq!(gapped.with("7").into_string(), "<label for=\"k7\">&lt;</label><input id=\"k7\">");
    }

    #[test]
    fn questions_come_into_their_place_and_no_text_makes_another() {
        let page = html! { p { "<questions>" } form { (QUESTIONS) } };
        let questions = ["a", "b<questions>"].map(|text| html! { (text) });
        let whole = filled(page, questions.into_iter()).into_string();
        assert_eq!(whole, "<p>&lt;questions&gt;</p><form>ab&lt;questions&gt;</form>");
        assert_eq!(filled(html! { p {} }, [].into_iter()).into_string(), "<p></p>");
    }
}
