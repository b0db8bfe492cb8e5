//! The category that a row names.

use crate::{
    ids::CategoryId,
    language::Localized,
    menu::{Category, category_name},
    validation::ValidationErrors,
};

/// The category in which a dish shall stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// One that there is.
    Known(CategoryId),
    /// One that is added, by its place among those.
    New(usize),
}

/// The categories that there are, and those that rows have named beside.
pub(super) struct Places<'a> {
    menu: &'a [Category],
    pub(super) new: Vec<Localized>,
}

impl<'a> Places<'a> {
    pub(super) fn new(menu: &'a [Category]) -> Self {
        let new = Vec::new();
        Self { menu, new }
    }

    /// The category of that name: the dish's own where that has it, or else the first
    /// one, or else a new one. One language is enough to name it.
    pub(super) fn find(
        &mut self,
        zh: &str,
        en: &str,
        own: Option<&Category>,
    ) -> Result<Place, ValidationErrors> {
        let name = category_name(zh, en)?;
        let is_meant = |known: &Localized| {
            let fits = |name: &str, known: &str| name.is_empty() || name == known;
            fits(&name.zh, &known.zh) && fits(&name.en, &known.en)
        };
        let mut known = own.into_iter().chain(self.menu);
        if let Some(category) = known.find(|category| is_meant(&category.name)) {
            return Ok(Place::Known(category.id));
        }
        let place = self.new.iter().position(is_meant);
        Ok(Place::New(place.unwrap_or_else(|| {
            self.new.push(name.clone());
            self.new.len() - 1
        })))
    }

    /// What a category is called.
    pub(super) fn name(&self, place: Place) -> Localized {
        let found = match place {
            Place::New(place) => self.new.get(place),
            Place::Known(id) => {
                let known = self.menu.iter().find(|category| category.id == id);
                known.map(|category| &category.name)
            }
        };
        found.cloned().unwrap_or_default()
    }
}
