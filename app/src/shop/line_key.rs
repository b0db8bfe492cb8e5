//! Which line of the form it is.

use domain::menu::ItemId;

/// The most lines of one dish in the form: a dish with options can be wanted in several
/// ways.
pub const MAX_PLACES: u8 = 3;

/// Which line of the form it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineKey {
    /// The dish.
    pub item: ItemId,
    /// Its place among the lines of the dish, from 0.
    pub place: u8,
}

impl LineKey {
    /// The name in the form of one of the line's fields.
    pub fn field(self, name: &str) -> String {
        match self.place {
            0 => format!("lines[{}][{name}]", self.item),
            _ => format!("more[{}][{name}]", self.further()),
        }
    }

    /// The name in the form of a choice, which chooses among those of the same name.
    pub fn option_field(self, name: &str) -> String {
        self.field(&format!("options][{name}"))
    }

    /// What the identities of its elements begin with.
    pub fn element_id(self) -> String {
        match self.place {
            0 => format!("dish-{}", self.item),
            place => format!("dish-{}-{place}", self.item),
        }
    }

    /// Its name among those lines that are not the first of their dishes: `p1-7`. What
    /// begins with a digit has to be a number, and numbers and names can't be keys of one
    /// map, for `serde_qs`.
    pub fn further(self) -> String {
        format!("p{}-{}", self.place, self.item)
    }

    /// The line of that name among those that are not the first of their dishes.
    pub fn of_further(name: &str) -> Option<Self> {
        let (place, item) = name.strip_prefix('p')?.split_once('-')?;
        Some(Self {
            item: item.parse().ok()?,
            place: place.parse().ok()?,
        })
    }
}
