//! The program's log, on standard error.

use std::io::IsTerminal;

use tracing::level_filters::LevelFilter;
use tracing_subscriber::Layer;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::fmt::layer;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

use crate::config::Logs;

/// Logs as the settings say from now on, and from `usual` up where they say nothing. Libraries are
/// never heard below a warning: at finer levels they write what passes through them, addresses and
/// letters among it.
pub(super) fn begin(logs: Logs, usual: LevelFilter) {
    let level = logs.level.unwrap_or(usual);
    let heard = Targets::new().with_target("pejl", level).with_default(level.min(LevelFilter::WARN));
    let lines = layer().with_writer(std::io::stderr);
    let lines = if logs.is_json {
        lines.json().flatten_event(true).with_current_span(true).with_span_list(false).boxed()
    } else {
        lines.with_ansi(std::io::stderr().is_terminal()).boxed()
    };
    tracing_subscriber::registry().with(lines.with_filter(heard)).init();
}
