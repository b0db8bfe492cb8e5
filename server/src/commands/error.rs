//! Why a command was not done, in words for whoever gave it.

use super::settings::Faults;
use crate::{backend::BackendError, net::tls::TlsError, print::PrintError};
use domain::{
    Unavailable,
    settings::SettingsError,
    users::{AddUserError, ChangeUserError, KeyError},
};
use std::{io, net::SocketAddr};

/// A command was not done.
#[derive(Debug, thiserror::Error)]
pub(crate) enum RunError {
    #[error(transparent)]
    Open(#[from] BackendError),
    #[error("the system gives no random numbers: {0}")]
    Secrets(argon2::password_hash::Error),
    #[error("nobody can listen on {address}: {source}")]
    Bind {
        address: SocketAddr,
        source: io::Error,
    },
    #[error(transparent)]
    Tls(#[from] TlsError),
    #[error("the server can't make requests of its own: {0}")]
    Outbound(#[from] reqwest::Error),
    #[error("the demo menu can't be read: {0}")]
    Demo(serde_json::Error),
    #[error("the log can't be read: {0}")]
    Log(#[from] delivery::LogError),
    #[error("the first administrator was not created: {0}")]
    FirstAdmin(AddUserError),
    #[error("the user was not added: {0}")]
    AddUser(AddUserError),
    #[error("the user was not changed: {0}")]
    ChangeUser(#[from] ChangeUserError),
    #[error("the key was not added or revoked: {0}")]
    Key(#[from] KeyError),
    #[error("the file can't be read: {0}")]
    SettingsFile(io::Error),
    #[error("the file is no TOML: {0}")]
    SettingsSyntax(#[from] toml::de::Error),
    #[error("nothing was changed:{0}")]
    SettingsFaults(Faults),
    #[error("nothing was changed: {0}")]
    Settings(#[from] SettingsError),
    #[error("the settings can't be written as TOML: {0}")]
    SettingsWritten(#[from] toml::ser::Error),
    #[error(transparent)]
    Print(#[from] PrintError),
    #[error(transparent)]
    Store(#[from] Unavailable),
    #[error("the password can't be read: {0}")]
    Password(io::Error),
}
