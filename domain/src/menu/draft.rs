//! What somebody types to change the menu, checked once.

use super::{CategoryFields, ItemFields, Mark};
use crate::{
    ids::CategoryId,
    language::Localized,
    money::{Currency, MAX_PRICE, Money, NotAnAmount},
    text,
    validation::{Field, Reason, ValidationErrors},
};

/// The longest name of an item or a category, in characters.
pub const MAX_ITEM_NAME: usize = 60;
/// The longest description of an item, in characters.
pub const MAX_DESCRIPTION: usize = 300;
/// The longest name of a station, in characters.
pub const MAX_STATION: usize = 20;
/// The largest stock.
pub const MAX_STOCK: u32 = 9_999;

/// An item as it was typed, with nothing checked yet.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct ItemDraft {
    /// The category, by its identity.
    pub category: String,
    /// The name in Chinese; blank for that in English.
    pub name_zh: String,
    /// The name in English; blank for that in Chinese.
    pub name_en: String,
    /// The description in Chinese; possibly nothing.
    pub description_zh: String,
    /// The description in English; possibly nothing.
    pub description_en: String,
    /// The price of one, in major units, as people write it.
    pub price: String,
    /// How many there are; blank for no limit.
    pub stock: String,
    /// The names of its marks.
    pub marks: Vec<String>,
    /// The identities of its groups of options.
    pub options: Vec<String>,
}

impl ItemDraft {
    /// Checks what was typed.
    ///
    /// # Errors
    /// Every fault, each at its field.
    pub fn parse(&self, currency: Currency) -> Result<(CategoryId, ItemFields), ValidationErrors> {
        let mut faults = ValidationErrors::default();
        let category = self.category.parse().map_err(|_| Reason::NotAChoice);
        let category = faults.check(Field::Category, category);
        let name = parse_name(&self.name_zh, &self.name_en, &mut faults);
        let zh = text::paragraph(&self.description_zh, MAX_DESCRIPTION);
        let zh = faults.check(Field::DescriptionZh, zh);
        let en = text::paragraph(&self.description_en, MAX_DESCRIPTION);
        let en = faults.check(Field::DescriptionEn, en);
        let price = faults.check(Field::Price, parse_price(&self.price, currency));
        let stock = faults.check(Field::Stock, parse_stock(&self.stock));
        let marks = self.marks.iter().map(|name| name.parse::<Mark>());
        let marks: Result<Vec<_>, _> = marks.collect();
        let marks = faults.check(Field::Marks, marks.map_err(|_| Reason::NotAChoice));
        let options: Result<Vec<_>, _> = self.options.iter().map(|id| id.parse()).collect();
        let options = faults.check(Field::OptionGroups, options.map_err(|_| Reason::NotAChoice));
        match (
            category,
            name,
            zh.zip(en),
            price.zip(stock),
            marks.zip(options),
        ) {
            (
                Some(category),
                Some(name),
                Some((zh, en)),
                Some((price, stock)),
                Some((marks, options)),
            ) => {
                let fields = ItemFields {
                    name,
                    description: Localized { zh, en },
                    price,
                    stock,
                    marks,
                    options,
                };
                Ok((category, fields))
            }
            _ => Err(faults),
        }
    }
}

/// The name of a category as it was typed.
///
/// # Errors
/// Every fault, each at its field.
pub fn category_name(zh: &str, en: &str) -> Result<Localized, ValidationErrors> {
    let mut faults = ValidationErrors::default();
    parse_name(zh, en, &mut faults).ok_or(faults)
}

/// What was typed of a category.
///
/// # Errors
/// Every fault, each at its field.
pub fn category_fields(
    zh: &str,
    en: &str,
    station: &str,
) -> Result<CategoryFields, ValidationErrors> {
    let mut faults = ValidationErrors::default();
    let name = parse_name(zh, en, &mut faults);
    let station = faults.check(Field::Station, parse_station(station));
    match name.zip(station) {
        Some((name, station)) => Ok(CategoryFields { name, station }),
        None => Err(faults),
    }
}

/// Where something is made; nothing where nothing was typed.
fn parse_station(text: &str) -> Result<Option<String>, Reason> {
    match text::line(text, MAX_STATION) {
        Err(Reason::Blank) => Ok(None),
        line => line.map(Some),
    }
}

/// A name in at least one language.
fn parse_name(zh: &str, en: &str, faults: &mut ValidationErrors) -> Option<Localized> {
    parse_name_at((Field::NameZh, Field::NameEn), (zh, en), faults)
}

/// A name in at least one language, which stands in those fields.
pub(super) fn parse_name_at(
    (zh_field, en_field): (Field, Field),
    (zh, en): (&str, &str),
    faults: &mut ValidationErrors,
) -> Option<Localized> {
    if zh.trim().is_empty() && en.trim().is_empty() {
        faults.add(zh_field, Reason::Blank);
        return None;
    }
    let line = |text: &str| match text::line(text, MAX_ITEM_NAME) {
        Err(Reason::Blank) => Ok(String::new()),
        line => line,
    };
    let zh = faults.check(zh_field, line(zh));
    let en = faults.check(en_field, line(en));
    let (zh, en) = zh.zip(en)?;
    Some(Localized { zh, en })
}

pub(super) fn parse_price(text: &str, currency: Currency) -> Result<Money, Reason> {
    if text.trim().is_empty() {
        return Err(Reason::Blank);
    }
    match Money::parse(text, currency) {
        Ok(price) if price <= MAX_PRICE => Ok(price),
        Err(NotAnAmount::Unreadable) => Err(Reason::NotAPrice),
        Ok(_) | Err(NotAnAmount::TooLarge) => Err(Reason::PriceTooHigh { max: MAX_PRICE }),
    }
}

fn parse_stock(text: &str) -> Result<Option<u32>, Reason> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    match text.parse() {
        Ok(stock @ 0..=MAX_STOCK) => Ok(Some(stock)),
        _ => Err(Reason::NotAStock { max: MAX_STOCK }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft() -> ItemDraft {
        ItemDraft {
            category: "3".to_owned(),
            name_zh: "牛肉面".to_owned(),
            price: "32,5".to_owned(),
            ..ItemDraft::default()
        }
    }

    #[test]
    fn one_language_is_enough_and_the_rest_may_be_blank() {
        let (category, fields) = draft().parse(Currency::CNY).unwrap();
        assert_eq!(category, CategoryId(3));
        assert_eq!(fields.price, Money::from_minor(3250));
        assert_eq!(fields.stock, None);
        assert_eq!(
            fields.name.get(crate::language::Language::English),
            "牛肉面"
        );
    }

    #[test]
    fn the_name_of_a_station_is_short_or_blank() {
        assert_eq!(parse_station(" "), Ok(None));
        assert_eq!(parse_station(" 炒锅 "), Ok(Some("炒锅".to_owned())));
        let long = Reason::TooLong { max: MAX_STATION };
        assert_eq!(parse_station(&"锅".repeat(21)), Err(long));
        let faults = category_fields(" ", "", "a\0").unwrap_err();
        let told: Vec<_> = faults.0.iter().map(|fault| fault.field).collect();
        assert_eq!(told, [Field::NameZh, Field::Station]);
    }

    #[test]
    fn each_fault_is_told_at_its_field() {
        let typed = ItemDraft {
            category: "none".to_owned(),
            name_zh: " ".to_owned(),
            name_en: "\u{3000}".to_owned(),
            description_zh: "长".repeat(301),
            description_en: "a\0".to_owned(),
            price: "free".to_owned(),
            stock: "-1".to_owned(),
            marks: vec!["tasty".to_owned()],
            options: vec!["size".to_owned()],
        };
        let faults = typed.parse(Currency::CNY).unwrap_err();
        let told: Vec<_> = faults.0.iter().map(|fault| fault.field).collect();
        assert_eq!(
            told,
            [
                Field::Category,
                Field::NameZh,
                Field::DescriptionZh,
                Field::DescriptionEn,
                Field::Price,
                Field::Stock,
                Field::Marks,
                Field::OptionGroups,
            ]
        );
    }
}
