//! `orderbell key …`.

use crate::{
    config::KeyCommand,
    serve::{OpenShop, RunError, open_quietly},
};

/// Does what the command says.
///
/// # Errors
/// The database can't be opened, or the key can't be added or revoked.
pub(crate) async fn run(command: KeyCommand) -> Result<(), RunError> {
    let (KeyCommand::Add { shop, .. } | KeyCommand::Revoke { shop, .. }) = &command;
    // Nobody listens here. A server that runs on the same file asks the file
    // which keys there are.
    let OpenShop {
        shop,
        store,
        writer,
    } = open_quietly(shop).await?;
    match command {
        KeyCommand::Add { name, .. } => println!("{}", shop.add_key(&name).await?),
        KeyCommand::Revoke { name, .. } => shop.store.revoke_key(name.trim()).await?,
    }
    drop((shop, store));
    let _ = writer.await;
    Ok(())
}
