//! Markdown as the text of a letter that is read without HTML: what was written without its marks, each link with its
//! address, lists and quotations with the marks that people know.

use super::{DEEPEST, leads_out, skip};
use pulldown_cmark::{Event, Options, Parser, Tag};

/// A text without elements. Lines break where the writer broke them, and nothing stands at the end.
pub fn plain(text: &str) -> String {
    let mut events = Parser::new_ext(text, Options::empty());
    inside(&mut events, 0)
}

/// What stands until the element around it ends.
fn inside(events: &mut Parser, depth: usize) -> String {
    let mut written = String::new();
    while let Some(event) = events.next() {
        match event {
            Event::End(_) => break,
            Event::Start(_) if depth == DEEPEST => skip(events),
            Event::Start(Tag::List(start)) => {
                let gap = if depth == 0 { "\n\n" } else { "\n" };
                let items = list(events, start, depth + 1);
                append(&mut written, gap, &items);
            }
            Event::Start(tag) => {
                let content = inside(events, depth + 1);
                element(&mut written, &tag, &content);
            }
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
                written.push_str(&text);
            }
            Event::SoftBreak | Event::HardBreak => written.push('\n'),
            Event::Rule => append(&mut written, "\n\n", "---"),
            // None of these comes without its option.
            Event::FootnoteReference(_) | Event::TaskListMarker(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
    }
    written
}

/// The items of a list, a line each or more.
fn list(events: &mut Parser, start: Option<u64>, depth: usize) -> String {
    let mut items = Vec::new();
    while let Some(Event::Start(_)) = events.next() {
        if depth == DEEPEST {
            skip(events);
            continue;
        }
        let marker = match start {
            Some(first) => format!("{}. ", first + items.len() as u64),
            None => "- ".to_owned(),
        };
        let under = " ".repeat(marker.len());
        items.push(led(&inside(events, depth + 1), &marker, &under));
    }
    items.join("\n")
}

fn element(written: &mut String, tag: &Tag, content: &str) {
    match tag {
        Tag::Paragraph | Tag::Heading { .. } | Tag::CodeBlock(_) | Tag::HtmlBlock => append(written, "\n\n", content),
        Tag::BlockQuote(_) => append(written, "\n\n", &led(content, "> ", "> ")),
        Tag::Link { dest_url, .. } if leads_out(dest_url) => {
            let address = dest_url.strip_prefix("mailto:").unwrap_or(dest_url);
            written.push_str(content);
            if content != address {
                // The marks that mail programs take for the ends of an address.
                written.push_str(&format!(" <{address}>"));
            }
        }
        _ => written.push_str(content),
    }
}

/// Adds a block below what stands already.
fn append(written: &mut String, gap: &str, block: &str) {
    if !written.is_empty() {
        written.push_str(gap);
    }
    written.push_str(block.trim_end());
}

/// Lines with a mark before the first and one before each other; an empty line stays empty.
fn led(text: &str, first: &str, other: &str) -> String {
    let lines = text.lines().enumerate().map(|(index, line)| {
        let mark = if index == 0 { first } else { other };
        format!("{mark}{line}").trim_end().to_owned()
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn marks_go_and_blocks_stand_apart() {
        let text = "# Kære alle\n\nEn *vigtig* og\n**sikker** `ting` & 1 < 2.  \nSlut\n\n---\n\n    kode\n";
        assert_eq!(plain(text), "Kære alle\n\nEn vigtig og\nsikker ting & 1 < 2.\nSlut\n\n---\n\nkode");
    }

    #[test]
    fn links_stand_with_their_address() {
        assert_eq!(
            plain("[Svar her](https://example.org/s/1) eller skriv til [os](mailto:os@example.org)."),
            "Svar her <https://example.org/s/1> eller skriv til os <os@example.org>."
        );
        assert_eq!(plain("<https://example.org> <os@example.org>"), "https://example.org os@example.org");
        assert_eq!(plain("[tekst](javascript:alert)"), "tekst");
    }

    #[test]
    fn lists_and_quotations_keep_their_marks() {
        assert_eq!(
            plain("Husk:\n\n- en\n- to\n  linjer\n  - under\n\n9. ni\n10. ti\n\n> citat\n>\n> mere"),
            "Husk:\n\n- en\n- to\n  linjer\n  - under\n\n9. ni\n10. ti\n\n> citat\n>\n> mere"
        );
    }

    #[test]
    fn html_stands_as_the_text_it_is() {
        assert_eq!(plain("<b>fed</b>\n\n<div>\nblok\n</div>"), "<b>fed</b>\n\n<div>\nblok\n</div>");
    }
}
