//! The form of a dish.

use super::names::NameFields;
use crate::{
    form::{Checkboxes, Choice, Choices, Form, TextArea, TextInput},
    request::language,
    ui::ShopFront,
    words,
};
use domain::{
    menu::{CategoryName, Item, Mark, options::OptionGroup},
    validation::Field,
};
use leptos::prelude::*;
use strum::VariantArray;

/// All that the shop says of a dish, to write it anew or to change it.
#[component]
pub fn DishForm(
    /// All categories: a dish can go into any.
    categories: Vec<CategoryName>,
    /// All groups of options.
    groups: Vec<OptionGroup>,
    /// The category that is chosen at first.
    category: String,
    /// The dish; `None` for a new one.
    item: Option<Item>,
) -> impl IntoView {
    let language = language();
    let currency = ShopFront::current().currency;
    let action = match &item {
        Some(item) => format!("/admin/menu/dishes/{}", item.id),
        None => "/admin/menu/dishes/new".to_owned(),
    };
    let version = item.as_ref().map(|item| item.version.to_string());
    let fields = item.map(|item| item.fields);
    let price = fields.as_ref().map(|fields| fields.price.typed(currency));
    let stock = fields.as_ref().and_then(|fields| fields.stock);
    let stock_seen = stock.map(|stock| stock.to_string()).unwrap_or_default();
    let chosen = fields.as_ref().map_or_else(Vec::new, |fields| {
        let marks = fields.marks.iter();
        marks.map(|mark| mark.as_str().to_owned()).collect()
    });
    let has = fields.as_ref().map_or_else(Vec::new, |fields| {
        let groups = fields.options.iter();
        groups.map(ToString::to_string).collect()
    });
    let (name, description) = match &fields {
        Some(fields) => (fields.name.clone(), fields.description.clone()),
        None => Default::default(),
    };
    let categories = categories.iter().map(|category| Choice {
        value: category.id.to_string(),
        label: category.name.get(language).to_owned(),
    });
    let categories = categories.collect();
    let options = groups.into_iter().map(|group| Choice {
        value: group.id.to_string(),
        label: group.fields.name.get(language).to_owned(),
    });
    let options: Vec<_> = options.collect();
    view! {
        <Form action send=tr!(language, "form.save")>
            {version
                .map(|version| {
                    view! {
                        <input type="hidden" name=Field::Version.to_string() value=version />
                        <input
                            type="hidden"
                            name=Field::StockSeen.to_string()
                            value=stock_seen.clone()
                        />
                    }
                })}
            <NameFields name />
            <TextInput
                field=Field::Price
                label=tr!(language, "menu.price", currency = currency.code())
                value=price.unwrap_or_default()
                max=20
            />
            <Choices
                field=Field::Category
                label=tr!(language, "menu.category")
                value=category
                choices=categories
            />
            <TextArea
                field=Field::DescriptionZh
                label=tr!(language, "menu.description_zh")
                value=description.zh
            />
            <TextArea
                field=Field::DescriptionEn
                label=tr!(language, "menu.description_en")
                value=description.en
            />
            <Checkboxes field=Field::Marks label=tr!(language, "menu.marks") chosen choices=marks() />
            {(!options.is_empty())
                .then(|| {
                    view! {
                        <Checkboxes
                            field=Field::OptionGroups
                            label=tr!(language, "menu.options")
                            chosen=has
                            choices=options
                        />
                    }
                })}
            <TextInput
                field=Field::Stock
                label=tr!(language, "menu.stock")
                value=stock_seen.clone()
                max=6
                required=false
                hint=tr!(language, "menu.stock_hint").into_owned()
            />
        </Form>
    }
}

fn marks() -> Vec<Choice> {
    let labels = words::marks(language(), Mark::VARIANTS);
    let marks = Mark::VARIANTS.iter().zip(labels);
    let choice = |(mark, label): (&Mark, String)| Choice {
        value: mark.as_str().to_owned(),
        label,
    };
    marks.map(choice).collect()
}
