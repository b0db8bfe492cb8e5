//! Where orders come from, and where they are printed: the options of `orderbell print`.

use super::parse::seconds;
use crate::origin::origin;
use axum::http::HeaderValue;
use clap::{Args, ValueEnum};
use domain::language::Language;
use std::{fmt, path::PathBuf, str::FromStr, time::Duration};

/// How orders are printed.
#[derive(Debug, Args)]
pub(crate) struct Print {
    /// Where the shop is: `https://shop.example`.
    #[arg(long, env = "ORDERBELL_SHOP", value_parser = origin)]
    pub(crate) shop: HeaderValue,
    /// The key, from `orderbell key add NAME --may print`.
    #[arg(long, env = "ORDERBELL_KEY", hide_env_values = true)]
    pub(crate) key: String,
    /// Where the printer is: `tcp://192.168.1.50:9100`.
    #[arg(long, env = "ORDERBELL_PRINTER")]
    pub(crate) printer: PrinterAddress,
    /// How wide its paper is, in millimetres.
    #[arg(long, env = "ORDERBELL_PRINT_WIDTH", value_enum, default_value = "80")]
    pub(crate) width: Width,
    /// The language of what it prints: `zh` or `en`.
    #[arg(long, env = "ORDERBELL_PRINT_LANGUAGE", default_value = "zh", value_parser = language)]
    pub(crate) language: Language,
    /// When an order is printed.
    #[arg(
        long,
        env = "ORDERBELL_PRINT_WHEN",
        value_enum,
        default_value = "accepted"
    )]
    pub(crate) when: When,
    /// The file that says what was printed: one for each printer.
    #[arg(
        long,
        env = "ORDERBELL_PRINT_STATE",
        default_value = "orderbell-print.json"
    )]
    pub(crate) state: PathBuf,
    /// How long a printer that can't print is left alone before it is tried again, in
    /// seconds.
    #[arg(long, env = "ORDERBELL_PRINT_RETRY", default_value = "3", value_parser = seconds)]
    pub(crate) retry: Duration,
}

/// How wide the paper is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Width {
    /// 58 mm: 32 columns.
    #[value(name = "58")]
    Narrow,
    /// 80 mm: 48 columns.
    #[value(name = "80")]
    Wide,
}

impl Width {
    /// How many letters stand in a line.
    pub(crate) const fn columns(self) -> usize {
        match self {
            Self::Narrow => 32,
            Self::Wide => 48,
        }
    }
}

/// When an order is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum When {
    /// When somebody has accepted it.
    Accepted,
    /// When it comes.
    New,
}

/// Where a printer is: a host and a port.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PrinterAddress(String);

impl PrinterAddress {
    /// The host with the port: `192.168.1.50:9100`.
    pub(crate) fn host_and_port(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for PrinterAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "tcp://{}", self.0)
    }
}

/// The text is no address of a printer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a printer's address is written as tcp://192.168.1.50:9100")]
pub(crate) struct NotAPrinter;

impl FromStr for PrinterAddress {
    type Err = NotAPrinter;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let address = text.strip_prefix("tcp://").ok_or(NotAPrinter)?;
        let address = address.strip_suffix('/').unwrap_or(address);
        let (host, port) = address.rsplit_once(':').ok_or(NotAPrinter)?;
        let is_host = !host.is_empty() && !host.contains(['/', '@', ' ']);
        match (is_host, port.parse()) {
            (true, Ok(1_u16..)) => Ok(Self(address.to_owned())),
            _ => Err(NotAPrinter),
        }
    }
}

fn language(text: &str) -> Result<Language, String> {
    let mut all = Language::ALL.into_iter();
    let found = all.find(|language| language.code() == text);
    found.ok_or_else(|| "a language is zh or en".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_printer_has_a_host_and_a_port() {
        for text in ["tcp://192.168.1.50:9100", "tcp://printer.lan:9100/"] {
            assert!(text.parse::<PrinterAddress>().is_ok(), "{text}");
        }
        for text in [
            "",
            "192.168.1.50:9100",
            "tcp://printer",
            "tcp://:9100",
            "tcp://printer:0",
            "tcp://printer:http",
            "tcp://printer/9100:1",
        ] {
            assert_eq!(text.parse::<PrinterAddress>(), Err(NotAPrinter), "{text}");
        }
    }
}
