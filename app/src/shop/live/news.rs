//! What has to be said of a change of the menu to whoever has chosen something of it.

use crate::shop::{Dish, Section};
use domain::{
    language::Language,
    menu::ItemId,
    money::{Currency, Money},
};

/// Something that a customer has to know before ordering.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum News {
    /// Nothing is left of a dish that is chosen.
    SoldOut(String),
    /// Fewer are left than are chosen.
    TooFewLeft(String, u32),
    /// A dish that was sold out can be ordered again; it is chosen still.
    Back(String),
    /// There is something else to choose of a dish that is chosen.
    Options(String),
    /// Another price of a dish that is chosen.
    Price(String, Money),
    /// A dish that was chosen is not on the menu any more.
    Gone(String),
    /// The shop takes no orders any more, in words.
    Closed(String),
    /// The shop takes orders again.
    Open,
}

/// What is new of the dishes that are chosen.
pub(super) fn news(
    count: impl Fn(ItemId) -> u32,
    before: &[Section],
    after: &[Section],
) -> Vec<News> {
    let mut news = Vec::new();
    for was in dishes(before) {
        let chosen = count(was.id);
        if chosen == 0 {
            continue;
        }
        let Some(is) = dishes(after).find(|dish| dish.id == was.id) else {
            news.push(News::Gone(was.name.clone()));
            continue;
        };
        let name = || is.name.clone();
        match (is.most(), was.most()) {
            (0, 1..) => news.push(News::SoldOut(name())),
            (1.., 0) => news.push(News::Back(name())),
            (left, before) if left < chosen && left < before => {
                news.push(News::TooFewLeft(name(), left));
            }
            _ => {}
        }
        if is.options != was.options {
            news.push(News::Options(name()));
        }
        if is.price != was.price {
            news.push(News::Price(name(), is.price));
        }
    }
    news
}

fn dishes(sections: &[Section]) -> impl Iterator<Item = &Dish> {
    sections.iter().flat_map(|section| &section.dishes)
}

/// A piece of news, in words.
pub(super) fn said(language: Language, currency: Currency, news: &News) -> String {
    let text = match news {
        News::SoldOut(dish) => tr!(language, "shop.now_sold_out", dish = dish),
        News::TooFewLeft(dish, left) => {
            tr!(language, "shop.now_too_few_left", dish = dish, left = left)
        }
        News::Back(dish) => tr!(language, "shop.now_back", dish = dish),
        News::Price(dish, price) => {
            let price = price.display(currency);
            tr!(language, "shop.now_costs", dish = dish, price = price)
        }
        News::Options(dish) => tr!(language, "shop.now_options", dish = dish),
        News::Gone(dish) => tr!(language, "shop.now_gone", dish = dish),
        News::Closed(text) => text.into(),
        News::Open => tr!(language, "shop.now_open"),
    };
    text.into_owned()
}

/// What stands at a dish that can't be ordered so often.
pub(in crate::shop) fn warning(language: Language, dish: &Dish, chosen: u32) -> Option<String> {
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
    use domain::menu::CategoryId;
    use std::slice;

    fn dish(id: i64, price: i64, left: Option<u32>) -> Dish {
        Dish {
            id: ItemId(id),
            name: format!("dish {id}"),
            description: String::new(),
            price: Money::from_minor(price),
            left,
            marks: Vec::new(),
            options: Vec::new(),
            photo: None,
        }
    }

    fn menu(dishes: &[Dish]) -> Vec<Section> {
        vec![Section {
            id: CategoryId(1),
            name: "Noodles".to_owned(),
            dishes: dishes.to_vec(),
        }]
    }

    /// What is new of a dish of which two are chosen.
    fn of_two(before: &Dish, after: Option<&Dish>) -> Vec<News> {
        let after: Vec<_> = after.into_iter().cloned().collect();
        news(|_| 2, &menu(slice::from_ref(before)), &menu(&after))
    }

    #[test]
    fn what_is_chosen_and_can_not_be_had_any_more_is_said() {
        let (many, three) = (dish(1, 100, None), dish(1, 100, Some(3)));
        let (one, none) = (dish(1, 100, Some(1)), dish(1, 100, Some(0)));
        let name = || "dish 1".to_owned();
        assert_eq!(of_two(&many, Some(&none)), [News::SoldOut(name())]);
        assert_eq!(of_two(&three, Some(&one)), [News::TooFewLeft(name(), 1)]);
        assert_eq!(of_two(&none, Some(&many)), [News::Back(name())]);
        assert_eq!(of_two(&many, None), [News::Gone(name())]);
        let dearer = dish(1, 120, None);
        let price = News::Price(name(), Money::from_minor(120));
        assert_eq!(of_two(&many, Some(&dearer)), [price]);
    }

    #[test]
    fn nothing_is_said_twice_or_of_what_is_not_chosen() {
        let (many, three) = (dish(1, 100, None), dish(1, 100, Some(3)));
        let none = dish(1, 100, Some(0));
        assert_eq!(of_two(&many, Some(&three)), []);
        assert_eq!(of_two(&none, Some(&none)), []);
        let (before, after) = (menu(&[many, dish(2, 100, None)]), menu(&[none]));
        assert_eq!(news(|_| 0, &before, &after), []);
    }

    #[test]
    fn it_stands_at_the_dish() {
        let warning = |left, chosen| warning(Language::English, &dish(1, 100, left), chosen);
        assert_eq!(warning(None, 99), None);
        assert_eq!(warning(Some(3), 3), None);
        assert_eq!(warning(Some(3), 4).unwrap(), "Only 3 left.");
        assert_eq!(warning(Some(0), 0).unwrap(), "Sold out today");
        assert!(warning(Some(0), 1).unwrap().contains("take it off"));
    }
}
