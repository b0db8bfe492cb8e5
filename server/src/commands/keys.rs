//! `orderbell key …`.

use super::{error::RunError, open::with_shop};
use crate::config::KeyCommand;

/// Does what the command says.
///
/// # Errors
/// The database can't be opened, or the key can't be added or revoked.
pub(crate) async fn run(command: KeyCommand) -> Result<(), RunError> {
    let (KeyCommand::Add { shop, .. } | KeyCommand::Revoke { shop, .. }) = &command;
    with_shop(shop, async |shop| {
        match &command {
            KeyCommand::Add { name, may, .. } => println!("{}", shop.add_key(name, *may).await?),
            KeyCommand::Revoke { name, .. } => shop.store.revoke_key(name.trim()).await?,
        }
        Ok(())
    })
    .await
}
