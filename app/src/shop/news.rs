//! What the customer has to know of a line before ordering: what became another since it was
//! chosen.

use super::{Dish, LineFields};
use domain::{
    language::Language,
    money::{Currency, Money},
};

/// What became of a dish since it was chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LineNews {
    /// Nothing is left of it.
    SoldOut,
    /// Fewer are left than are chosen.
    TooFewLeft(u32),
    /// There is something else to choose of it.
    Options,
    /// Another price of one, without options, in minor units.
    Price(Money),
}

/// What is new of a line of which `known` of the choices can still be had; `all` are wanted of
/// its dish.
pub(super) fn of_line(dish: &Dish, all: u32, fields: &LineFields, known: usize) -> Vec<LineNews> {
    let mut news = Vec::new();
    match dish.left {
        Some(0) => news.push(LineNews::SoldOut),
        Some(left) if left < all => news.push(LineNews::TooFewLeft(left)),
        _ => {}
    }
    if !fields.was_sent() {
        return news;
    }
    let choices = dish.options.iter().flat_map(|group| &group.choices);
    let other_price = |choice| fields.has_chosen(choice) && !fields.knows_price(choice);
    if fields.options.len() != known || choices.into_iter().any(other_price) {
        news.push(LineNews::Options);
    }
    if fields.price.trim() != dish.price.minor().to_string() {
        news.push(LineNews::Price(dish.price));
    }
    news
}

impl LineNews {
    /// In words, of that dish.
    pub(super) fn text(&self, language: Language, currency: Currency, dish: &str) -> String {
        let text = match self {
            Self::SoldOut => tr!(language, "shop.now_sold_out", dish = dish),
            Self::TooFewLeft(left) => {
                tr!(language, "shop.now_too_few_left", dish = dish, left = left)
            }
            Self::Price(price) => {
                let price = price.display(currency);
                tr!(language, "shop.now_costs", dish = dish, price = price)
            }
            Self::Options => tr!(language, "shop.now_options", dish = dish),
        };
        text.into_owned()
    }
}

/// What stands at a dish that can't be ordered so often.
pub(super) fn warning(language: Language, dish: &Dish, chosen: u32) -> Option<String> {
    let text = match dish.left? {
        0 if chosen > 0 => tr!(language, "shop.sold_out_chosen"),
        0 => tr!(language, "shop.sold_out"),
        left if left < chosen => tr!(language, "invalid.too_few_left", left = left),
        _ => return None,
    };
    Some(text.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::menu::ItemId;

    fn dish(price: i64, left: Option<u32>) -> Dish {
        Dish {
            id: ItemId(1),
            name: "Noodles".to_owned(),
            description: String::new(),
            price: Money::from_minor(price),
            left,
            marks: Vec::new(),
            options: Vec::new(),
            photo: None,
        }
    }

    /// What is new of a dish of which two are chosen, at 1.00 each.
    fn of_two(dish: &Dish) -> Vec<LineNews> {
        let fields = LineFields {
            quantity: "2".to_owned(),
            price: "100".to_owned(),
            ..LineFields::default()
        };
        of_line(dish, 2, &fields, 0)
    }

    #[test]
    fn what_became_another_since_it_was_chosen_is_said() {
        assert_eq!(of_two(&dish(100, None)), []);
        assert_eq!(of_two(&dish(100, Some(2))), []);
        assert_eq!(of_two(&dish(100, Some(1))), [LineNews::TooFewLeft(1)]);
        assert_eq!(of_two(&dish(100, Some(0))), [LineNews::SoldOut]);
        let dearer = LineNews::Price(Money::from_minor(120));
        assert_eq!(of_two(&dish(120, None)), [dearer]);
    }

    #[test]
    fn a_choice_that_is_gone_is_said() {
        let options = [("g1".to_owned(), "1-1:0".to_owned())];
        let fields = LineFields {
            price: "100".to_owned(),
            options: options.into(),
            ..LineFields::default()
        };
        let news = of_line(&dish(100, None), 1, &fields, 0);
        assert_eq!(news, [LineNews::Options]);
    }

    #[test]
    fn it_stands_at_the_dish() {
        let warning = |left, chosen| warning(Language::English, &dish(100, left), chosen);
        assert_eq!(warning(None, 99), None);
        assert_eq!(warning(Some(3), 3), None);
        assert_eq!(warning(Some(3), 4).unwrap(), "Only 3 left.");
        assert_eq!(warning(Some(0), 0).unwrap(), "Sold out today");
        assert!(warning(Some(0), 1).unwrap().contains("take it off"));
    }
}
