//! What the program says on standard error: little, unless more is asked for, and
//! nothing that opens a door or tells of a person.

use clap::{Args, ValueEnum};
use std::io::{self, IsTerminal};
use tracing_subscriber::{EnvFilter, filter::ParseError};

/// What is logged, and how.
#[derive(Debug, Args)]
pub(crate) struct LogOptions {
    /// What is logged: a level, or a list such as `info,orderbell=debug`.
    #[arg(long, global = true, env = "ORDERBELL_LOG", default_value = "info,sqlx=warn", value_parser = filter)]
    log: String,
    /// How lines of the log look.
    #[arg(
        long,
        global = true,
        env = "ORDERBELL_LOG_FORMAT",
        default_value = "text"
    )]
    log_format: LogFormat,
}

fn filter(text: &str) -> Result<String, ParseError> {
    EnvFilter::builder().parse(text).map(|_| text.to_owned())
}

/// How lines of the log look.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum LogFormat {
    /// For people.
    Text,
    /// One JSON object in each line, for programs.
    Json,
}

/// Begins to log.
pub(crate) fn start(options: &LogOptions) {
    let log = tracing_subscriber::fmt()
        .with_env_filter(EnvFilter::new(&options.log))
        .with_writer(io::stderr)
        .with_ansi(io::stderr().is_terminal());
    match options.log_format {
        LogFormat::Text => log.init(),
        LogFormat::Json => log.json().flatten_event(true).init(),
    }
}
