//! What of the kitchen is shown: all of it stands in the address.

use crate::form::{
    Refused,
    fields::{self, Fields},
};
use domain::menu::CategoryId;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// The page.
pub const PAGE: &str = "/admin/kitchen";

/// The name of the station in the address.
const STATION: &str = "station";
/// The name of the order of things in the address.
const BY: &str = "by";
/// What stands there where orders are shown, and not dishes.
const ORDER: &str = "order";

/// What of the kitchen is shown.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct KitchenView {
    /// The station of that category alone.
    pub station: Option<CategoryId>,
    /// Order by order, and not dish by dish.
    pub by_order: bool,
}

impl KitchenView {
    /// What texts of an address or of a form say; what can't be read says nothing.
    pub fn read(text: impl Fn(&str) -> String) -> Self {
        Self {
            station: text(STATION).parse().ok(),
            by_order: text(BY) == ORDER,
        }
    }

    /// What the page that is drawn shows: a form that was refused says it itself.
    pub fn current() -> Self {
        match use_context::<Refused>() {
            Some(refused) => Self::read(|name| refused.typed(name).unwrap_or_default().to_owned()),
            None => use_query_map()
                .with_untracked(|query| Self::read(|name| query.get(name).unwrap_or_default())),
        }
    }

    /// What it says, by the names in the address.
    fn parts(self) -> Fields {
        let parts = [
            self.station.map(|id| (STATION, id.to_string())),
            self.by_order.then(|| (BY, ORDER.to_owned())),
        ];
        let parts = parts.into_iter().flatten();
        parts.map(|(name, text)| (name.to_owned(), text)).collect()
    }

    /// The address of the page.
    pub fn path(self) -> String {
        fields::to_address(PAGE, &self.parts())
    }

    /// The same as fields that nobody fills in.
    pub fn fields(self) -> impl IntoView {
        fields::hidden(self.parts())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_as_it_was_written() {
        let view = KitchenView {
            station: Some(CategoryId(3)),
            by_order: true,
        };
        assert_eq!(view.path(), "/admin/kitchen?station=3&by=order");
        assert_eq!(KitchenView::default().path(), PAGE);
        let text = |name: &str| match name {
            STATION => "3".to_owned(),
            _ => ORDER.to_owned(),
        };
        assert_eq!(KitchenView::read(text), view);
        assert_eq!(
            KitchenView::read(|_| "-".to_owned()),
            KitchenView::default()
        );
    }
}
