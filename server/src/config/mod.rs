//! The command line, each option also as an environment variable.

mod serve;
mod streams;

pub(crate) use serve::{Serve, Settings, TlsOptions};
pub(crate) use streams::StreamOptions;

use crate::logging::LogOptions;
use clap::{Args, Parser, Subcommand};
use domain::{money::Currency, users::Role};
use jiff::tz::TimeZone;
use std::time::Duration;

/// Orderbell (来单铃): a shop's orders, live in the back office.
#[derive(Debug, Parser)]
#[command(version)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
    #[command(flatten)]
    pub(crate) log: LogOptions,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Runs the shop.
    Serve(Box<Serve>),
    /// Manages those who work in the back office.
    User {
        #[command(subcommand)]
        command: UserCommand,
    },
    /// Manages the keys of other programs.
    Key {
        #[command(subcommand)]
        command: KeyCommand,
    },
}

/// What to do about keys.
#[derive(Debug, Subcommand)]
pub(crate) enum KeyCommand {
    /// Makes a key with which a program may send messages, and prints it: this
    /// once, for it is not kept.
    Add {
        /// The program's name; readers see it.
        name: String,
        #[command(flatten)]
        shop: ShopOptions,
    },
    /// Sees to it that a key opens nothing any more.
    Revoke {
        /// The program's name.
        name: String,
        #[command(flatten)]
        shop: ShopOptions,
    },
}

/// What to do about users.
#[derive(Debug, Subcommand)]
pub(crate) enum UserCommand {
    /// Adds a user; takes the password from ORDERBELL_PASSWORD, or asks.
    Add {
        /// The name to sign in with.
        name: String,
        /// `owner` or `staff`.
        #[arg(long, default_value = "staff")]
        role: Role,
        #[command(flatten)]
        shop: ShopOptions,
    },
    /// Gives a user another password, taken as by `add`, and signs the user out.
    Password {
        /// The user's name.
        name: String,
        #[command(flatten)]
        shop: ShopOptions,
    },
    /// Signs a user out and keeps the user out.
    Disable {
        /// The user's name.
        name: String,
        #[command(flatten)]
        shop: ShopOptions,
    },
    /// Lets a user that was disabled in again.
    Enable {
        /// The user's name.
        name: String,
        #[command(flatten)]
        shop: ShopOptions,
    },
}

impl UserCommand {
    /// The shop whose users are meant.
    pub(crate) fn shop(&self) -> &ShopOptions {
        match self {
            Self::Add { shop, .. }
            | Self::Password { shop, .. }
            | Self::Disable { shop, .. }
            | Self::Enable { shop, .. } => shop,
        }
    }
}

/// What the shop is, whatever is done with it.
#[derive(Debug, Clone, Args)]
pub(crate) struct ShopOptions {
    /// The database: a file, which is created if there is none.
    #[arg(long, env = "ORDERBELL_DATABASE", default_value = "orderbell.db")]
    pub(crate) database: String,
    /// What prices are in: a code of ISO 4217. Fixed with the first order.
    #[arg(long, env = "ORDERBELL_CURRENCY", default_value = "CNY")]
    pub(crate) currency: Currency,
    /// The shop's time zone, such as Asia/Shanghai; the system's if not given.
    #[arg(long, env = "ORDERBELL_TIMEZONE", value_parser = time_zone)]
    pub(crate) timezone: Option<TimeZone>,
}

fn time_zone(name: &str) -> Result<TimeZone, String> {
    TimeZone::get(name).map_err(|_| format!("no time zone is called {name}"))
}

/// A time in seconds, such as `0.5`.
fn seconds(text: &str) -> Result<Duration, String> {
    let seconds: f64 = text
        .parse()
        .map_err(|_| "not a number of seconds".to_owned())?;
    match seconds {
        0.1..=86_400.0 => Ok(Duration::from_secs_f64(seconds)),
        _ => Err("not from 0.1 to 86400 seconds".to_owned()),
    }
}
