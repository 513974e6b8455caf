//! A letter's blocks, filled with their values and rendered twice: as plain text and as HTML.

use std::collections::HashMap;

use maud::{DOCTYPE, Markup, html};

use crate::domain::Language;
use crate::domain::mail::letter_texts::{Block, Inline, Placeholder, Target};
use crate::domain::mail::letters::one_line;
use crate::domain::site::Accent;

/// The colour of buttons where none was chosen; white on it has a contrast of more than 7 to 1.
const ACCENT: &str = "#00455c";

/// One answer on a receipt, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReceiptLine {
    /// The section it stands in.
    pub section: String,
    /// The question as it was put.
    pub question: String,
    /// The option chosen.
    pub answer: String,
    /// Reason and comments, each with what it is.
    pub comments: Vec<String>,
}

/// What is filled in.
#[derive(Debug, Default)]
pub(super) struct Values {
    /// What stands where a placeholder does.
    pub texts: HashMap<Placeholder, String>,
    /// Where the letter's own link leads, and what its button is called where the text does not say.
    pub link: (String, String),
    /// The answers of a receipt.
    pub answers: Vec<ReceiptLine>,
    /// The colour of its button, where one was chosen.
    pub accent: Option<Accent>,
}

impl Values {
    /// Values of placeholders; each stays on one line, so that none begins a paragraph of its own.
    pub(super) fn new(texts: impl IntoIterator<Item = (Placeholder, String)>) -> Values {
        let texts = texts.into_iter().map(|(placeholder, text)| (placeholder, one_line(&text))).collect();
        Values { texts, ..Values::default() }
    }

    /// What one placeholder is filled with.
    pub(super) fn of(&self, placeholder: Placeholder) -> &str {
        match placeholder {
            Placeholder::Link => &self.link.0,
            other => self.texts.get(&other).map_or("", String::as_str),
        }
    }

    fn href<'a>(&'a self, target: &'a Target) -> &'a str {
        match target {
            Target::Personal => &self.link.0,
            Target::Address(address) => address,
        }
    }
}

/// A line as plain text: what a subject says, too.
pub(super) fn line(inlines: &[Inline], values: &Values) -> String {
    let mut line = String::new();
    for inline in inlines {
        match inline {
            Inline::Text(text) => line.push_str(text),
            Inline::Value(placeholder) => line.push_str(values.of(*placeholder)),
            Inline::Strong(inside) | Inline::Emphasis(inside) => line.push_str(&self::line(inside, values)),
            Inline::Link { text, to } => {
                let (text, href) = (self::line(text, values), values.href(to));
                line.push_str(&if text == href || text.is_empty() {
                    href.to_owned()
                } else {
                    format!("{text} ({href})")
                });
            }
            Inline::Break => line.push('\n'),
        }
    }
    line
}

/// The letter as plain text; lines are left long for the reader's program to wrap.
pub(super) fn text(blocks: &[Block], values: &Values) -> String {
    together(blocks, values, "\n\n") + "\n"
}

fn together(blocks: &[Block], values: &Values, between: &str) -> String {
    blocks.iter().map(|block| text_of(block, values)).collect::<Vec<String>>().join(between)
}

fn text_of(block: &Block, values: &Values) -> String {
    match block {
        Block::Heading(inlines) => underlined(&line(inlines, values)),
        Block::Paragraph(inlines) => line(inlines, values),
        Block::List { first, items } => {
            let items = items.iter().zip(first.unwrap_or_default()..).map(|(item, number)| {
                let mark = if first.is_some() { format!("{number}. ") } else { "- ".to_owned() };
                let indent = format!("\n{}", " ".repeat(mark.len()));
                mark + &together(item, values, "\n").replace('\n', &indent)
            });
            items.collect::<Vec<String>>().join("\n")
        }
        Block::Quote(blocks) => format!("> {}", together(blocks, values, "\n\n").replace('\n', "\n> ")),
        Block::Rule => "-".repeat(20),
        Block::Button(label) => format!("{}:\n{}", button(label, values), values.link.0),
        Block::Answers => {
            let mut parts = Vec::new();
            for (section, answer) in with_sections(&values.answers) {
                parts.extend(section.map(underlined));
                let mut lines = vec![answer.question.clone(), format!("  {}", answer.answer)];
                lines.extend(answer.comments.iter().map(|comment| format!("  {}", comment.replace('\n', "\n  "))));
                parts.push(lines.join("\n"));
            }
            parts.join("\n\n")
        }
    }
}

fn underlined(heading: &str) -> String {
    format!("{heading}\n{}", "-".repeat(heading.chars().count()))
}

/// What the button is called.
fn button(label: &[Inline], values: &Values) -> String {
    if label.is_empty() { values.link.1.clone() } else { line(label, values) }
}

/// The answers, the first of each section with the section's name.
fn with_sections(answers: &[ReceiptLine]) -> impl Iterator<Item = (Option<&str>, &ReceiptLine)> {
    answers.iter().enumerate().map(|(place, answer)| {
        let before = place.checked_sub(1).and_then(|before| answers.get(before));
        let is_first = before.is_none_or(|before| before.section != answer.section);
        (is_first.then_some(answer.section.as_str()), answer)
    })
}

/// The colours on a dark screen, for mail programs that keep style sheets. Programs that invert colours by themselves
/// are told by the `color-scheme` that they need not.
const DARK: &str = "@media (prefers-color-scheme: dark) { \
    .ground { background: #171717 !important; } .paper { background: #262626 !important; } \
    .ink, .ink font { color: #f2f2f2 !important; } .ink a { color: #9ecbff !important; } \
    .ink .button { background: #9ecbff !important; } .ink .button a, .ink .button font { color: #00263a !important; } }";

/// The letter as HTML. Mail programs drop style sheets and hold on to old attributes, so it is laid
/// out by those; it loads nothing from elsewhere.
pub(super) fn page(language: Language, title: &str, (blocks, values): (&[Block], &Values)) -> String {
    let markup = html! {
        (DOCTYPE)
        html lang=(language.as_str()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width";
                meta name="color-scheme" content="light dark";
                meta name="supported-color-schemes" content="light dark";
                title { (title) }
                style { (DARK) }
            }
            body .ground bgcolor="#f5f5f5" {
                table .ground role="presentation" width="100%" cellpadding="16" cellspacing="0" border="0" bgcolor="#f5f5f5" {
                    tr { td align="center" {
                        table .paper role="presentation" width="100%" cellpadding="24" cellspacing="0" border="0" bgcolor="#ffffff" {
                            tr { td .ink align="left" {
                                font face="Arial, Helvetica, sans-serif" color="#1a1a1a" {
                                    @for block in blocks { (markup_of(block, values)) }
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

fn markup_of(block: &Block, values: &Values) -> Markup {
    html! {
        @match block {
            Block::Heading(inlines) => h2 { (inline(inlines, values)) },
            Block::Paragraph(inlines) => p { (inline(inlines, values)) },
            Block::List { first: None, items } => ul {
                @for item in items { li { (item_of(item, values)) } }
            },
            Block::List { first: Some(first), items } => ol start=(first) {
                @for item in items { li { (item_of(item, values)) } }
            },
            Block::Quote(blocks) => blockquote { @for block in blocks { (markup_of(block, values)) } },
            Block::Rule => hr;,
            Block::Button(label) => {
                table role="presentation" cellpadding="14" cellspacing="0" border="0" {
                    tr { td .button bgcolor=(values.accent.as_ref().map_or(ACCENT, Accent::as_str)) {
                        a href=(values.link.0) {
                            font face="Arial, Helvetica, sans-serif" color="#ffffff" { strong { (button(label, values)) } }
                        }
                    } }
                }
                p { a href=(values.link.0) { (breakable(&values.link.0)) } }
            }
            Block::Answers => {
                @for (section, answer) in with_sections(&values.answers) {
                    @if let Some(section) = section { h2 { (section) } }
                    p {
                        (answer.question) br; strong { (answer.answer) }
                        @for comment in &answer.comments { @for line in comment.lines() { br; (line) } }
                    }
                }
            }
        }
    }
}

/// What an item of a list holds: one paragraph alone stands in it as it is.
fn item_of(item: &[Block], values: &Values) -> Markup {
    html! {
        @match item {
            [Block::Paragraph(inlines)] => (inline(inlines, values)),
            blocks => { @for block in blocks { (markup_of(block, values)) } }
        }
    }
}

fn inline(inlines: &[Inline], values: &Values) -> Markup {
    html! {
        @for part in inlines {
            @match part {
                Inline::Text(text) => (text),
                Inline::Value(Placeholder::Link) => a href=(values.link.0) { (breakable(&values.link.0)) },
                Inline::Value(placeholder) => (values.of(*placeholder)),
                Inline::Strong(inside) => strong { (inline(inside, values)) },
                Inline::Emphasis(inside) => em { (inline(inside, values)) },
                Inline::Link { text, to } => a href=(values.href(to)) {
                    @if text.is_empty() { (breakable(values.href(to))) } @else { (inline(text, values)) }
                },
                Inline::Break => br;,
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
