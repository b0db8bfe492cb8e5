//! Where dishes are made.

use crate::{
    language::Localized,
    menu::{CategoryId, CategoryName},
};

/// A place in the kitchen, with the categories of the menu that are made there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Station {
    /// What it is called: the name that its categories give it, or that of the category
    /// that gives none.
    pub name: Localized,
    /// Its categories, in the shop's order; at least one.
    pub categories: Vec<CategoryId>,
}

impl Station {
    /// Whether dishes of that category are made there.
    pub fn makes(&self, category: CategoryId) -> bool {
        self.categories.contains(&category)
    }
}

/// The stations of a shop with those categories, in the order of its menu. Categories that
/// name one station share it.
pub fn stations(categories: &[CategoryName]) -> Vec<Station> {
    let mut stations: Vec<(Option<&str>, Station)> = Vec::new();
    for category in categories {
        let name = category.station.as_deref();
        let known = stations
            .iter_mut()
            .find(|(other, _)| name.is_some() && *other == name);
        if let Some((_, station)) = known {
            station.categories.push(category.id);
            continue;
        }
        let shown = match name {
            Some(name) => Localized {
                zh: name.to_owned(),
                en: name.to_owned(),
            },
            None => category.name.clone(),
        };
        let station = Station {
            name: shown,
            categories: vec![category.id],
        };
        stations.push((name, station));
    }
    stations.into_iter().map(|(_, station)| station).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kitchen::fixtures::category;

    #[test]
    fn a_category_without_a_station_is_one_itself() {
        let found = stations(&[
            category(1, Some("Wok")),
            category(2, None),
            category(3, Some("Wok")),
            category(4, None),
        ]);
        let ids: Vec<Vec<i64>> = found
            .iter()
            .map(|station| station.categories.iter().map(|id| id.0).collect())
            .collect();
        assert_eq!(ids, [vec![1, 3], vec![2], vec![4]]);
        assert_eq!((&*found[0].name.en, &*found[1].name.en), ("Wok", "C2"));
        assert!(found[0].makes(CategoryId(3)) && !found[0].makes(CategoryId(2)));
    }
}
