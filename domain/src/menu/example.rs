//! The menu of a noodle shop, to begin with or to try the program with.

use super::NewCategory;
use serde::Deserialize;

#[derive(Deserialize)]
struct Example {
    categories: Vec<NewCategory>,
}

/// Reads the menu that is part of the program.
///
/// # Errors
/// It can't be read.
pub fn example() -> Result<Vec<NewCategory>, serde_json::Error> {
    let example: Example = serde_json::from_str(include_str!("example.json"))?;
    Ok(example.categories)
}

#[cfg(test)]
mod tests {
    #[test]
    fn it_can_be_read() {
        assert!(super::example().is_ok_and(|menu| !menu.is_empty()));
    }
}
