//! `orderbell settings …`.

mod faults;
mod file;
mod table;

use super::{error::RunError, open::with_shop};
use crate::config::SettingsCommand;
use domain::{settings::SettingsError, shop::Shop};
pub(crate) use faults::Faults;
use file::{read, write};
use std::{
    fs::File,
    io::{self, Read},
    path::Path,
};

/// The longest file that is taken, in bytes.
const MAX_BYTES: u64 = 1_000_000;

/// Does what the command says.
///
/// # Errors
/// The database can't be opened, or the settings can't be read or changed.
pub(crate) async fn run(command: SettingsCommand) -> Result<(), RunError> {
    let (SettingsCommand::Export { shop, .. } | SettingsCommand::Import { shop, .. }) = &command;
    with_shop(shop, async |shop| match &command {
        SettingsCommand::Export { .. } => {
            print!("{}", write(&shop.settings())?);
            Ok(())
        }
        SettingsCommand::Import { file, .. } => {
            let text = text_of(file).map_err(RunError::SettingsFile)?;
            import(shop, &text).await?;
            println!("the settings are changed; a running server has them within 15 seconds");
            Ok(())
        }
    })
    .await
}

/// Checks everything by the rules of the settings' page, and keeps all of it or nothing.
async fn import(shop: &Shop, text: &str) -> Result<(), RunError> {
    let currency = shop.settings().currency;
    let (draft, mut faults) = read(text)?;
    if let Err(wrong) = draft.parse(&*shop.clock) {
        faults.add(&wrong, currency);
    }
    if !faults.is_empty() {
        return Err(RunError::SettingsFaults(faults));
    }
    match shop.replace_settings(&draft).await {
        Err(SettingsError::Invalid(wrong)) => {
            let mut faults = Faults::default();
            faults.add(&wrong, currency);
            Err(RunError::SettingsFaults(faults))
        }
        kept => Ok(kept?),
    }
}

/// The text of a file, or of the standard input where that is `-`.
fn text_of(file: &Path) -> io::Result<String> {
    let source: Box<dyn Read> = match file.as_os_str() == "-" {
        true => Box::new(io::stdin()),
        false => Box::new(File::open(file)?),
    };
    let mut text = String::new();
    // One byte more says that there is more.
    source.take(MAX_BYTES + 1).read_to_string(&mut text)?;
    if text.len() as u64 > MAX_BYTES {
        let error = format!("it has more than {MAX_BYTES} bytes");
        return Err(io::Error::other(error));
    }
    Ok(text)
}
