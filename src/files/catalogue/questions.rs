//! The questions of an edition, wherever in the document they stand.

use super::{Reading, sources};
use crate::domain::base::import_errors::{ImportError, Problem};
use crate::domain::catalogue::{KeyQuestion, OptionHelp, Question};
use crate::domain::{Area, Text};
use crate::files::fields::{self, Fields};
use crate::files::yaml::{Kind, Node};

const QUESTION: &[&str] = &[
    "key",
    "text",
    "text_en",
    "hint",
    "hint_en",
    "about",
    "help",
    "help_en",
    "source",
    "source_en",
    "status",
    "measure",
    "scale",
    "areas",
];

const KEY_QUESTION: &[&str] = &["question", "area"];

impl Reading {
    /// Reads the questions of a recommendation, of a package, or of the edition itself.
    pub(super) fn questions(&mut self, nodes: &[Node], package: Option<usize>, recommendation: Option<usize>) {
        for node in nodes {
            if let Some(question) = self.question(node) {
                self.edition.questions.push(Question { package, recommendation, ..question });
            }
        }
    }

    fn question(&mut self, node: &Node) -> Option<Question> {
        let fields = fields::mapping(node, "questions", QUESTION, &mut self.faults)?;
        let key = fields.unique_key("key", &mut self.question_lines, &mut self.faults);
        let text = fields.text("text", &mut self.faults);
        let hint = fields.get("hint").map(|_| fields.text("hint", &mut self.faults));
        let about = fields.get("about").and_then(|node| fields::word(node, "about", &mut self.faults));
        let source = sources::read(&fields, &mut self.faults);
        let measure = fields.word("measure", &mut self.faults);
        let scale = self.scale(&fields);
        let help = self.help(&fields, scale);
        let areas = self.areas(&fields);
        Some(Question {
            key: key?,
            text,
            hint,
            about,
            help,
            source,
            measure: measure?,
            scale: scale?,
            areas,
            package: None,
            recommendation: None,
        })
    }

    /// A question that the country's page shows first, in one of the areas that it is put to.
    pub(super) fn key_question(&mut self, node: &Node) {
        let Some(fields) = fields::mapping(node, "key_questions", KEY_QUESTION, &mut self.faults) else { return };
        let key = fields.required("question", &mut self.faults).and_then(|node| {
            let key = fields::key_like(node, "question", &mut self.faults)?;
            Some((node.line, key))
        });
        let (Some((line, key)), Some(area)) = (key, fields.word::<Area>("area", &mut self.faults)) else { return };
        let found = self.edition.find_question(&key).map(|index| (index, &self.edition.questions[index]));
        match found {
            Some((question, one)) if one.areas.contains(&area) => {
                self.edition.key_questions.push(KeyQuestion { question, area });
            }
            Some((question, one)) => {
                let problem = Problem::unknown(area.as_str(), one.areas.iter().map(Area::as_str));
                self.faults.push(ImportError::new(fields.line_of("area"), "area", problem));
                // Kept, because a draft may be so.
                self.edition.key_questions.push(KeyQuestion { question, area });
            }
            // Where the question itself was refused, that has been said already.
            None if self.question_lines.contains_key(&key) => {}
            None => self.faults.push(ImportError::new(line, "question", Problem::unknown(&key, []))),
        }
    }

    /// What options mean for the question: texts by the option's key, under `help` and in English under `help_en`.
    fn help(&mut self, fields: &Fields, scale: Option<usize>) -> Vec<OptionHelp> {
        let mut maps = ["help", "help_en"].map(|name| {
            let fields = fields.get(name).and_then(|node| fields::any_mapping(node, name, &mut self.faults));
            (name, fields)
        });
        let mut help: Vec<OptionHelp> = Vec::new();
        for (name, map) in &mut maps {
            for (key, line) in map.iter().flat_map(Fields::keys) {
                let known = scale.map(|scale| &self.edition.scales[scale]);
                if let Some(known) = known.filter(|known| known.find_option(key).is_none()) {
                    let options = known.options.iter().map(|option| option.key.as_str());
                    self.faults.push(ImportError::new(line, name, Problem::unknown(key, options)));
                }
                if help.iter().all(|one| one.option != key) {
                    help.push(OptionHelp { option: key.to_owned(), text: Text::default() });
                }
            }
        }
        let [(_, danish), (_, english)] = maps;
        for one in &mut help {
            one.text.da = danish.and_then(|map| map.line_of_text(&one.option, &mut self.faults)).unwrap_or_default();
            one.text.en = english.and_then(|map| map.optional_text(&one.option, &mut self.faults));
        }
        help
    }

    fn scale(&mut self, fields: &Fields) -> Option<usize> {
        let node = fields.required("scale", &mut self.faults)?;
        let key = fields::scalar(node, "scale", &mut self.faults)?;
        let index = self.edition.scales.iter().position(|scale| scale.key == key);
        if index.is_none() {
            let known = self.edition.scales.iter().map(|scale| scale.key.as_str());
            self.faults.push(ImportError::new(node.line, "scale", Problem::unknown(key, known)));
        }
        index
    }

    /// The areas a question is put to; each must be on the fixed list and among the edition's own.
    fn areas(&mut self, fields: &Fields) -> Vec<Area> {
        let nodes = fields.list("areas", &mut self.faults);
        let is_list = fields.get("areas").is_none_or(|node| matches!(node.kind, Kind::List(_)));
        if nodes.is_empty() && is_list {
            self.faults.push(ImportError::new(fields.line_of("areas"), "areas", Problem::QuestionWithoutArea));
        }
        let mut areas: Vec<Area> = Vec::new();
        for node in nodes {
            let Some(area) = fields::word::<Area>(node, "areas", &mut self.faults) else { continue };
            let own = &self.edition.areas;
            if areas.contains(&area) {
                self.faults.push(ImportError::new(node.line, "areas", Problem::repeated(area.as_str(), node.line)));
            } else if !own.is_empty() && own.iter().all(|entry| entry.area != area) {
                let known = own.iter().map(|entry| entry.area.as_str());
                self.faults.push(ImportError::new(node.line, "areas", Problem::unknown(area.as_str(), known)));
            }
            areas.push(area);
        }
        areas
    }
}
