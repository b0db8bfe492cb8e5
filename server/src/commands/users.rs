//! `orderbell user …`.

use super::{error::RunError, open::with_shop};
use crate::config::UserCommand;
use domain::{shop::Shop, users::UserChange};
use std::{
    env,
    io::{self, IsTerminal, Write},
};

/// Does what the command says.
///
/// # Errors
/// The database can't be opened, or the user can't be added or changed.
pub(crate) async fn run(command: UserCommand) -> Result<(), RunError> {
    let options = command.shop().clone();
    with_shop(&options, async |shop| obey(shop, command).await).await
}

async fn obey(shop: &Shop, command: UserCommand) -> Result<(), RunError> {
    match command {
        UserCommand::Add { name, role, .. } => {
            let password = password().map_err(RunError::Password)?;
            let added = shop.add_user(&name, role, &password).await;
            let user = added.map_err(RunError::AddUser)?;
            println!("added {} ({})", user.name, user.role.as_str());
        }
        UserCommand::Password { name, .. } => {
            let password = password().map_err(RunError::Password)?;
            shop.set_password(&name, &password).await?;
            println!("{name} has a new password and is signed out");
        }
        UserCommand::Disable { name, .. } => {
            shop.change_user(&name, UserChange::Disabled(true)).await?;
            println!("{name} is disabled and signed out");
        }
        UserCommand::Enable { name, .. } => {
            shop.change_user(&name, UserChange::Disabled(false)).await?;
            println!("{name} may come in");
        }
    }
    Ok(())
}

fn password() -> io::Result<String> {
    if let Ok(password) = env::var("ORDERBELL_PASSWORD") {
        return Ok(password);
    }
    if io::stdin().is_terminal() {
        eprint!("password (it is shown): ");
        io::stderr().flush()?;
    }
    let mut line = String::new();
    io::stdin().read_line(&mut line)?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}
