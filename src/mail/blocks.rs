//! What a letter is made of, written once and rendered twice: as plain text and as HTML.

use maud::{DOCTYPE, Markup, html};

use crate::domain::Language;

/// The accent of buttons; white on it has a contrast of more than 7 to 1.
const ACCENT: &str = "#00455c";

/// A part of a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Block {
    /// A heading.
    Heading(String),
    /// Running text.
    Paragraph(String),
    /// Text to be noticed.
    Strong(String),
    /// What to press, and where it leads.
    Button { text: String, href: String },
    /// A question with what was answered and what was written beside it.
    Answer { question: String, answer: String, comments: Vec<String> },
}

/// The letter as plain text; lines are left long for the reader's program to wrap.
pub(super) fn text(blocks: &[Block]) -> String {
    let paragraphs: Vec<String> = blocks
        .iter()
        .map(|block| match block {
            Block::Heading(text) => format!("{text}\n{}", "-".repeat(text.chars().count())),
            Block::Paragraph(text) | Block::Strong(text) => text.clone(),
            Block::Button { text, href } => format!("{text}:\n{href}"),
            Block::Answer { question, answer, comments } => {
                let mut lines = vec![question.clone(), format!("  {answer}")];
                lines.extend(comments.iter().map(|comment| format!("  {}", comment.replace('\n', "\n  "))));
                lines.join("\n")
            }
        })
        .collect();
    paragraphs.join("\n\n") + "\n"
}

/// The letter as HTML. Mail programs drop style sheets and hold on to old attributes, so it is laid
/// out by those; it loads nothing from elsewhere.
pub(super) fn page(language: Language, title: &str, blocks: &[Block]) -> String {
    let markup = html! {
        (DOCTYPE)
        html lang=(language.as_str()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width";
                title { (title) }
            }
            body bgcolor="#f5f5f5" {
                table role="presentation" width="100%" cellpadding="16" cellspacing="0" border="0" bgcolor="#f5f5f5" {
                    tr { td align="center" {
                        table role="presentation" width="100%" cellpadding="24" cellspacing="0" border="0" bgcolor="#ffffff" {
                            tr { td align="left" {
                                font face="Arial, Helvetica, sans-serif" color="#1a1a1a" {
                                    @for block in blocks { (markup_of(block)) }
                                }
                            } }
                        }
                    } }
                }
            }
        }
    };
    markup.into_string()
}

fn markup_of(block: &Block) -> Markup {
    html! {
        @match block {
            Block::Heading(text) => h2 { (text) },
            Block::Paragraph(text) => p { (text) },
            Block::Strong(text) => p { strong { (text) } },
            Block::Button { text, href } => {
                table role="presentation" cellpadding="14" cellspacing="0" border="0" {
                    tr { td bgcolor=(ACCENT) {
                        a href=(href) { font face="Arial, Helvetica, sans-serif" color="#ffffff" { strong { (text) } } }
                    } }
                }
                p { a href=(href) { (breakable(href)) } }
            }
            Block::Answer { question, answer, comments } => {
                p {
                    (question) br; strong { (answer) }
                    @for comment in comments { @for line in comment.lines() { br; (line) } }
                }
            }
        }
    }
}

/// The most letters of an address that stand together; two such pieces fit on the narrowest phone.
const PIECE: usize = 16;

/// An address that may be broken into lines, as no mail program would by itself.
fn breakable(address: &str) -> Markup {
    let letters: Vec<char> = address.chars().collect();
    html! { @for (place, piece) in letters.chunks(PIECE).enumerate() {
        @if place > 0 { wbr; }
        (piece.iter().collect::<String>())
    } }
}
