//! The menu of a noodle shop, to begin with or to try the program with.

use super::NewMenu;

/// Reads the menu that is part of the program.
///
/// # Errors
/// It can't be read.
pub fn example() -> Result<NewMenu, serde_json::Error> {
    serde_json::from_str(include_str!("example.json"))
}

#[cfg(test)]
mod tests {
    #[test]
    fn it_can_be_read_and_names_options_that_there_are() {
        let menu = super::example().unwrap();
        let items = menu.categories.iter().flat_map(|category| &category.items);
        let named: Vec<_> = items.flat_map(|item| &item.options).collect();
        assert!(!named.is_empty());
        let groups = 1..=i64::try_from(menu.option_groups.len()).unwrap();
        assert!(named.iter().all(|id| groups.contains(&id.0)));
    }
}
