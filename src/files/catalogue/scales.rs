//! The scales of an edition.

use std::collections::HashMap;

use crate::domain::base::import_errors::{ImportError, Problem};
use crate::domain::catalogue::{MOST_OPTIONS, Scale, ScaleOption, Worth};
use crate::files::fields::{self, Fields};
use crate::files::yaml::Node;

const SCALE: &[&str] = &["key", "label", "label_en", "options"];
const OPTION: &[&str] = &["key", "label", "label_en", "points", "blank", "reason"];

/// The scales in a list; a faulty one keeps its place, so that questions can still be held against it.
pub fn read(nodes: &[Node], faults: &mut Vec<ImportError>) -> Vec<Scale> {
    let mut seen = HashMap::new();
    let mut scale = |node| {
        let fields = fields::mapping(node, "scales", SCALE, faults)?;
        let key = fields.unique_key("key", &mut seen, faults).unwrap_or_default();
        let label = fields.text("label", faults);
        Some(Scale { key, label, options: options(&fields, faults) })
    };
    nodes.iter().filter_map(&mut scale).collect()
}

fn options(scale: &Fields, faults: &mut Vec<ImportError>) -> Vec<ScaleOption> {
    let nodes = scale.filled_list("options", faults);
    if nodes.is_empty() {
        return Vec::new();
    }
    if nodes.len() > MOST_OPTIONS {
        faults.push(ImportError::new(scale.line_of("options"), "options", Problem::TooManyOptions(MOST_OPTIONS)));
    }
    let faults_before = faults.len();
    let mut seen = HashMap::new();
    let options: Vec<ScaleOption> = nodes.iter().filter_map(|node| option(node, &mut seen, faults)).collect();
    let is_scored = options.iter().any(|option| option.points().is_some_and(|points| points > 0));
    if !is_scored && faults.len() == faults_before {
        faults.push(ImportError::new(scale.line, "options", Problem::ScaleWithoutPoints));
    }
    options
}

fn option(node: &Node, seen: &mut HashMap<String, usize>, faults: &mut Vec<ImportError>) -> Option<ScaleOption> {
    let fields = fields::mapping(node, "options", OPTION, faults)?;
    let key = fields.unique_key("key", seen, faults);
    let label = fields.text("label", faults);
    let reason_required = reason(&fields, faults);
    let worth = match (fields.get("points"), fields.get("blank")) {
        (Some(points), None) => Worth::Points(fields::whole_number(points, "points", faults)?),
        (None, Some(blank)) => Worth::Blank(fields::word(blank, "blank", faults)?),
        _ => {
            faults.push(ImportError::new(fields.line, "points", Problem::PointsOrBlank));
            return None;
        }
    };
    Some(ScaleOption { key: key?, label, worth, reason_required })
}

fn reason(fields: &Fields, faults: &mut Vec<ImportError>) -> bool {
    let Some(node) = fields.get("reason") else { return false };
    match fields::scalar(node, "reason", faults) {
        Some("required") => true,
        Some(other) => {
            faults.push(ImportError::new(node.line, "reason", Problem::unknown(other, ["required"])));
            false
        }
        None => false,
    }
}
