//! `orderbell user …`.

use crate::{
    config::UserCommand,
    order_limit::OrdersPerMinute,
    serve::{OpenShop, RunError, open},
    sse::hub::Hub,
};
use std::{
    env,
    io::{self, IsTerminal, Write},
};

/// Does what the command says.
///
/// # Errors
/// The database can't be opened, or the user can't be added.
pub(crate) async fn run(command: UserCommand) -> Result<(), RunError> {
    let UserCommand::Add { name, role, shop } = command;
    let password = password().map_err(RunError::Password)?;
    // Nobody listens here; a server that runs on the same file needs no word of
    // a new user.
    let OpenShop {
        shop,
        store,
        writer,
    } = open(&shop, OrdersPerMinute::new(0), Hub::new(1)).await?;
    let user = shop
        .add_user(&name, role, password)
        .await
        .map_err(RunError::AddUser)?;
    println!("added {} ({})", user.name, user.role.as_str());
    drop((shop, store));
    let _ = writer.await;
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
