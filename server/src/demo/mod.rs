//! The menu of a noodle shop, to try the program with.

use domain::menu::NewCategory;
use serde::Deserialize;

#[derive(Deserialize)]
struct DemoMenu {
    categories: Vec<NewCategory>,
}

/// Reads the menu that is part of the program.
///
/// # Errors
/// It can't be read.
pub(crate) fn menu() -> Result<Vec<NewCategory>, serde_json::Error> {
    let menu: DemoMenu = serde_json::from_str(include_str!("menu.json"))?;
    Ok(menu.categories)
}
