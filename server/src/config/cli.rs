//! The command line, each option also as an environment variable.

use super::{print::Print, serve::Serve, shop::ShopOptions};
use crate::logging::LogOptions;
use clap::{Parser, Subcommand};
use domain::users::{KeyScope, Role};
use std::path::PathBuf;

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
    /// Prints each order once, on a printer in the network.
    Print(Box<Print>),
    /// Takes the shop's settings out, or brings them in.
    Settings {
        #[command(subcommand)]
        command: SettingsCommand,
    },
}

/// What to do about keys.
#[derive(Debug, Subcommand)]
pub(crate) enum KeyCommand {
    /// Makes a key with which a program may send messages, and shows it: this
    /// once, for it is not kept.
    Add {
        /// The program's name; readers see it.
        name: String,
        /// What the program may do: `send` messages, or `print`, which is to hear of
        /// orders and to send messages.
        #[arg(long, default_value = "send")]
        may: KeyScope,
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

/// What to do about settings.
#[derive(Debug, Subcommand)]
pub(crate) enum SettingsCommand {
    /// Prints the settings as TOML.
    Export {
        #[command(flatten)]
        shop: ShopOptions,
    },
    /// Takes all settings from a file, or none where something in it is wrong.
    Import {
        /// The file, as `export` prints it; `-` is the standard input.
        file: PathBuf,
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
        /// `owner`, `manager` or `staff`.
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
