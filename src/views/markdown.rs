//! Markdown as elements: the parser's events become markup here, piece by piece, so that every text is escaped and
//! nothing that was written is taken for an element. HTML stands as the text it is, pictures as what they show, and a
//! link that leads neither to the web nor to an address as its text.

use maud::{Markup, html};
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag};

/// The deepest that elements may stand in each other; deeper ones are left out, because there is only so much stack.
const DEEPEST: usize = 12;

/// A text as part of a page whose `h1` stands above it: its own headings begin at `h2`.
pub fn markdown(text: &str) -> Markup {
    let mut events = Parser::new_ext(text, Options::empty());
    inside(&mut events, 0)
}

/// What stands until the element around it ends.
fn inside(events: &mut Parser, depth: usize) -> Markup {
    let mut parts: Vec<Markup> = Vec::new();
    while let Some(event) = events.next() {
        match event {
            Event::End(_) => break,
            Event::Start(_) if depth == DEEPEST => skip(events),
            Event::Start(tag) => {
                let content = inside(events, depth + 1);
                parts.push(element(&tag, content));
            }
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => parts.push(html! { (text) }),
            Event::Code(code) => parts.push(html! { code { (code) } }),
            Event::SoftBreak => parts.push(html! { "\n" }),
            Event::HardBreak => parts.push(html! { br; }),
            Event::Rule => parts.push(html! { hr; }),
            // None of these comes without its option.
            Event::FootnoteReference(_) | Event::TaskListMarker(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
    }
    html! { @for part in &parts { (part) } }
}

/// Passes over what stands until the element around it ends, without going down into it.
fn skip(events: &mut Parser) {
    let mut open = 1;
    while open > 0 {
        match events.next() {
            Some(Event::Start(_)) => open += 1,
            Some(Event::End(_)) => open -= 1,
            Some(_) => {}
            None => return,
        }
    }
}

fn element(tag: &Tag, content: Markup) -> Markup {
    match tag {
        Tag::Paragraph | Tag::HtmlBlock => html! { p { (content) } },
        Tag::Heading { level: HeadingLevel::H1, .. } => html! { h2 { (content) } },
        Tag::Heading { level: HeadingLevel::H2, .. } => html! { h3 { (content) } },
        Tag::Heading { .. } => html! { h4 { (content) } },
        Tag::BlockQuote(_) => html! { blockquote { (content) } },
        Tag::CodeBlock(_) => html! { pre { code { (content) } } },
        Tag::List(None) => html! { ul { (content) } },
        Tag::List(Some(start)) => html! { ol start=[(*start != 1).then_some(start)] { (content) } },
        Tag::Item => html! { li { (content) } },
        Tag::Emphasis => html! { em { (content) } },
        Tag::Strong => html! { strong { (content) } },
        Tag::Link { dest_url, .. } if leads_out(dest_url) => html! { a href=(dest_url) { (content) } },
        // What a picture shows stands in it as text; the content security policy would not load it.
        _ => content,
    }
}

/// Whether an address is one that a link of ours may lead to.
fn leads_out(address: &str) -> bool {
    let lower = address.to_ascii_lowercase();
    ["https://", "http://", "mailto:"].iter().any(|scheme| lower.starts_with(scheme))
        && !address.chars().any(char::is_control)
}

/// The addresses in a text that no link of ours may lead to, so that its writer is told.
pub fn refused_links(text: &str) -> Vec<String> {
    let links = Parser::new_ext(text, Options::empty()).filter_map(|event| match event {
        Event::Start(Tag::Link { dest_url, .. }) if !leads_out(&dest_url) => Some(dest_url.into_string()),
        _ => None,
    });
    links.collect()
}

/// Whether a text holds HTML, which is shown as text.
pub fn holds_html(text: &str) -> bool {
    Parser::new_ext(text, Options::empty()).any(|event| matches!(event, Event::Html(_) | Event::InlineHtml(_)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        markdown(text).into_string()
    }

    #[test]
    fn headings_begin_under_the_pages_own() {
        assert_eq!(shown("# A\n\n## B\n\n### C\n\n##### D"), "<h2>A</h2><h3>B</h3><h4>C</h4><h4>D</h4>");
    }

    #[test]
    fn paragraphs_lists_and_emphasis_are_elements() {
        let text = "En *vigtig* og **sikker** `ting`.\n\n- en\n- to\n\n3. tre\n4. fire\n\n> citat\n\n---\n";
        assert_eq!(
            shown(text),
            "<p>En <em>vigtig</em> og <strong>sikker</strong> <code>ting</code>.</p><ul><li>en</li><li>to</li></ul>\
             <ol start=\"3\"><li>tre</li><li>fire</li></ol><blockquote><p>citat</p></blockquote><hr>"
        );
    }

    #[test]
    fn html_stands_as_the_text_it_is() {
        let text = "<script>alert(1)</script>\n\nHej <img src=x onerror=alert(1)> & <b>du</b>";
        let html = shown(text);
        assert!(!html.contains("<script") && !html.contains("<img") && !html.contains("<b>"), "{html}");
        assert!(html.contains("<p>&lt;script&gt;") && html.contains("&amp; &lt;b&gt;"), "{html}");
        assert!(holds_html(text) && !holds_html("1 < 2"));
    }

    #[test]
    fn links_lead_to_the_web_or_an_address_and_nowhere_else() {
        let html = shown("[a](https://example.org/?x=\"1\") [b](mailto:a@example.org) <https://example.org>");
        assert_eq!(html.matches("<a href=").count(), 3, "{html}");
        assert!(html.contains("x=&quot;1&quot;"), "{html}");
        for bad in ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "/rounds", "//example.org", "x.y"]
        {
            let text = format!("[tekst]({bad})");
            assert_eq!(shown(&text), "<p>tekst</p>", "{bad}");
            assert_eq!(refused_links(&text), [bad]);
        }
        assert_eq!(shown("![et kort](https://example.org/a.png)"), "<p>et kort</p>");
        assert_eq!(shown("[tekst](java&#115;cript:alert(1))"), "<p>tekst</p>");
    }

    #[test]
    fn what_stands_too_deep_is_left_out() {
        let nested = ">".repeat(5_000) + "dybt";
        assert_eq!(shown(&nested).matches("<blockquote>").count(), DEEPEST);
        assert!(!shown(&nested).contains("dybt"));
        let lists: String = (0..200).map(|depth| format!("{}- x\n", "  ".repeat(depth))).collect();
        assert_eq!(shown(&(lists + "\nefter")).matches("<ul>").count(), DEEPEST / 2);
    }

    proptest::proptest! {
        #[test]
        fn whatever_is_written_nothing_but_our_elements_comes_out(text in "[-#*>`<a-c/!\\[\\]()\"'= \n&;:]{0,80}") {
            let html = shown(&text);
            let ours = [
                "p", "h2", "h3", "h4", "blockquote", "pre", "code", "ul", "ol", "li", "em", "strong", "a", "br", "hr",
            ];
            for tag in html.split('<').skip(1) {
                let name: String =
                    tag.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
                proptest::prop_assert!(ours.contains(&name.as_str()), "{}: {}", text, html);
            }
        }
    }
}
