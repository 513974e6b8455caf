//! Taking a text apart. Placeholders are found in what Markdown has left as text, so what is filled in later is never
//! read as Markdown.

use std::ops::Range;
use std::vec::IntoIter;

use pulldown_cmark::{Event, Options, Parser, Tag, TextMergeWithOffset};
use url::Url;

use super::{
    Block, Fault, Inline, MOST_OF_BODY, MOST_OF_SUBJECT, Placeholder, Problem, Target, Template, TextKind, Wording,
};
use crate::domain::Language;

/// How deep lists and quotations may lie within each other, counted in all that opens and closes.
const MOST_DEEP: usize = 16;

/// How much of a stray brace's surroundings is told, in characters.
const TOLD: usize = 20;

type Events<'a> = IntoIter<(Event<'a>, Range<usize>)>;

impl Template {
    /// Takes a text apart.
    ///
    /// # Errors
    /// Every fault of it: placeholders that are unknown or have nothing to say here, a link missing or twice, pictures.
    pub fn parse(kind: TextKind, language: Language, wording: &Wording) -> Result<Template, Vec<Fault>> {
        let mut reader = Reader::new(kind, language, wording);
        let subject = reader.subject(wording.subject.trim());
        let body = reader.body();
        match reader.faults.is_empty() {
            true => Ok(Template { kind, language, wording: wording.clone(), subject, body }),
            false => Err(reader.faults),
        }
    }
}

/// What is being read.
struct Reader<'a> {
    kind: TextKind,
    language: Language,
    source: &'a str,
    faults: Vec<Fault>,
    /// How often the personal link was met.
    links: usize,
    /// The same of the answers.
    answers: usize,
}

impl<'a> Reader<'a> {
    fn new(kind: TextKind, language: Language, wording: &'a Wording) -> Reader<'a> {
        Reader { kind, language, source: &wording.body, faults: Vec::new(), links: 0, answers: 0 }
    }

    fn subject(&mut self, subject: &str) -> Vec<Inline> {
        if subject.is_empty() {
            self.of_whole(Problem::NoSubject);
        }
        if subject.chars().count() > MOST_OF_SUBJECT {
            self.of_whole(Problem::SubjectTooLong(MOST_OF_SUBJECT));
        }
        let mut pieces = Vec::new();
        self.pieces(subject, None, &mut pieces);
        for placeholder in [Placeholder::Link, Placeholder::Answers] {
            if placeholder.is_in(self.kind) && pieces.contains(&Inline::Value(placeholder)) {
                self.of_whole(Problem::NotInSubject(placeholder.name(self.language)));
            }
        }
        (self.links, self.answers) = (0, 0);
        pieces
    }

    fn body(&mut self) -> Vec<Block> {
        if self.source.trim().is_empty() {
            self.of_whole(Problem::NoBody);
            return Vec::new();
        }
        if self.source.chars().count() > MOST_OF_BODY {
            self.of_whole(Problem::BodyTooLong(MOST_OF_BODY));
            return Vec::new();
        }
        let parser = Parser::new_ext(self.source, Options::empty());
        let events: Vec<(Event<'a>, Range<usize>)> = TextMergeWithOffset::new(parser.into_offset_iter()).collect();
        if depth(&events) > MOST_DEEP {
            self.of_whole(Problem::TooDeep);
            return Vec::new();
        }
        let blocks = self.blocks(&mut events.into_iter());
        if self.kind.brings_link() && self.links != 1 {
            self.of_whole(if self.links == 0 { Problem::NoLink } else { Problem::LinkTwice });
        }
        if self.kind == TextKind::Receipt {
            let alone = blocks.iter().filter(|block| **block == Block::Answers).count();
            match (self.answers, alone) {
                (1, 1) => {}
                (0, _) => self.of_whole(Problem::NoAnswers),
                _ => self.of_whole(Problem::AnswersNotAlone),
            }
        }
        blocks
    }

    /// What lies within one thing that was opened, up to where it closes.
    fn blocks(&mut self, events: &mut Events<'a>) -> Vec<Block> {
        let mut blocks = Vec::new();
        // The items of a list without empty lines between them hold text without a paragraph.
        let mut loose = Vec::new();
        while let Some((event, place)) = events.next() {
            let block = match event {
                Event::End(_) => break,
                Event::Start(Tag::Paragraph | Tag::CodeBlock(_) | Tag::HtmlBlock) => paragraph(self.inlines(events)),
                Event::Start(Tag::Heading { .. }) => Block::Heading(self.inlines(events)),
                Event::Start(Tag::BlockQuote(_)) => Block::Quote(self.blocks(events)),
                Event::Start(Tag::List(first)) => Block::List { first, items: self.items(events) },
                Event::Rule => Block::Rule,
                inline => {
                    self.inline(inline, place, events, &mut loose);
                    continue;
                }
            };
            blocks.extend(Some(std::mem::take(&mut loose)).filter(|loose| !loose.is_empty()).map(paragraph));
            blocks.push(block);
        }
        blocks.extend(Some(loose).filter(|loose| !loose.is_empty()).map(paragraph));
        blocks
    }

    fn items(&mut self, events: &mut Events<'a>) -> Vec<Vec<Block>> {
        let mut items = Vec::new();
        while let Some((Event::Start(Tag::Item), _)) = events.next() {
            items.push(self.blocks(events));
        }
        items
    }

    fn inlines(&mut self, events: &mut Events<'a>) -> Vec<Inline> {
        let mut inlines = Vec::new();
        while let Some((event, place)) = events.next() {
            if matches!(event, Event::End(_)) {
                break;
            }
            self.inline(event, place, events, &mut inlines);
        }
        inlines
    }

    fn inline(&mut self, event: Event<'a>, place: Range<usize>, events: &mut Events<'a>, into: &mut Vec<Inline>) {
        match event {
            Event::Text(text) | Event::Code(text) | Event::InlineHtml(text) | Event::Html(text) => {
                let line = Some(self.line(place.start));
                for (number, text) in text.trim_end_matches('\n').split('\n').enumerate() {
                    if number > 0 {
                        into.push(Inline::Break);
                    }
                    self.pieces(text, line.map(|line| line + number), into);
                }
                if text.ends_with('\n') && matches!(into.last(), Some(Inline::Text(_) | Inline::Value(_))) {
                    into.push(Inline::Break);
                }
            }
            // Whoever begins a new line wants one.
            Event::SoftBreak | Event::HardBreak => into.push(Inline::Break),
            Event::Start(Tag::Emphasis) => into.push(Inline::Emphasis(self.inlines(events))),
            Event::Start(Tag::Strong) => into.push(Inline::Strong(self.inlines(events))),
            Event::Start(Tag::Link { dest_url, .. }) => {
                let text = self.inlines(events);
                let target = self.target(&dest_url, self.line(place.start));
                into.extend(target.map(|to| Inline::Link { text, to }));
            }
            Event::Start(Tag::Image { .. }) => {
                self.faults.push(Fault { line: Some(self.line(place.start)), problem: Problem::Picture });
                self.inlines(events);
            }
            Event::Start(_) => into.extend(self.inlines(events)),
            _ => {}
        }
    }

    /// Where a link leads.
    fn target(&mut self, address: &str, line: usize) -> Option<Target> {
        if address == Placeholder::Link.written(self.language) {
            self.meet(Placeholder::Link, Some(line));
            return Some(Target::Personal);
        }
        let is_followed = |url: &Url| ["http", "https", "mailto"].contains(&url.scheme());
        if address.contains(['{', '}']) || !Url::parse(address).is_ok_and(|url| is_followed(&url)) {
            let problem = Problem::BadAddress(address.to_owned());
            self.faults.push(Fault { line: Some(line), problem });
            return None;
        }
        Some(Target::Address(address.to_owned()))
    }

    /// Text with its placeholders.
    fn pieces(&mut self, text: &str, line: Option<usize>, into: &mut Vec<Inline>) {
        let mut rest = text;
        while let Some(at) = rest.find(['{', '}']) {
            let (before, from) = rest.split_at(at);
            if !before.is_empty() {
                into.push(Inline::Text(before.to_owned()));
            }
            let written = from.strip_prefix('{').and_then(|inside| inside.split_once('}'));
            let Some((name, after)) = written.filter(|(name, _)| !name.contains('{')) else {
                let problem = Problem::StrayBrace(from.chars().take(TOLD).collect());
                self.faults.push(Fault { line, problem });
                return;
            };
            match Placeholder::find(name, self.language) {
                Some(placeholder) => {
                    self.meet(placeholder, line);
                    into.push(Inline::Value(placeholder));
                }
                None => {
                    let nearest = Placeholder::nearest(name, self.kind, self.language);
                    let problem = Problem::UnknownPlaceholder { written: name.to_owned(), nearest };
                    self.faults.push(Fault { line, problem });
                }
            }
            rest = after;
        }
        if !rest.is_empty() {
            into.push(Inline::Text(rest.to_owned()));
        }
    }

    fn meet(&mut self, placeholder: Placeholder, line: Option<usize>) {
        if !placeholder.is_in(self.kind) {
            let problem = Problem::NotInThisLetter(placeholder.name(self.language));
            self.faults.push(Fault { line, problem });
        }
        self.links += usize::from(placeholder == Placeholder::Link);
        self.answers += usize::from(placeholder == Placeholder::Answers);
    }

    fn of_whole(&mut self, problem: Problem) {
        self.faults.push(Fault { line: None, problem });
    }

    /// The line on which a byte of the text stands, from 1.
    fn line(&self, at: usize) -> usize {
        self.source.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1
    }
}

/// A paragraph; the link or the answers alone in one are more than text.
fn paragraph(mut inlines: Vec<Inline>) -> Block {
    while inlines.last() == Some(&Inline::Break) {
        inlines.pop();
    }
    if inlines == [Inline::Value(Placeholder::Answers)] {
        return Block::Answers;
    }
    if inlines == [Inline::Value(Placeholder::Link)] {
        return Block::Button(Vec::new());
    }
    match inlines.as_slice() {
        [Inline::Link { text, to: Target::Personal }] => Block::Button(text.clone()),
        _ => Block::Paragraph(inlines),
    }
}

/// How many things are open at once at most.
fn depth(events: &[(Event, Range<usize>)]) -> usize {
    let (mut open, mut most) = (0_usize, 0);
    for (event, _) in events {
        match event {
            Event::Start(_) => open += 1,
            Event::End(_) => open = open.saturating_sub(1),
            _ => {}
        }
        most = most.max(open);
    }
    most
}
