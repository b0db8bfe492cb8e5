//! What the program is told to do.

mod error;
mod keys;
mod open;
mod serve;
mod settings;
mod users;

use crate::{
    config::{Cli, Command},
    print,
};
use error::RunError;

/// Does what the command line says.
///
/// # Errors
/// See [`RunError`].
pub(crate) async fn run(cli: Cli) -> Result<(), RunError> {
    match cli.command {
        Command::Serve(options) => serve::run(*options).await,
        Command::Print(options) => Ok(print::run(*options).await?),
        Command::User { command } => users::run(command).await,
        Command::Key { command } => keys::run(command).await,
        Command::Settings { command } => settings::run(command).await,
    }
}
