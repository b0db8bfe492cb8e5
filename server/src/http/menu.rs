//! The menu, for programs.

use super::api_error::ApiError;
use app::visitor::Visitor;
use axum::{Extension, Json, extract::State};
use domain::{
    language::{Language, Localized},
    menu::{
        Category, ChoiceId, Item, ItemId, Mark, OptionGroupId, PhotoId, PhotoSize,
        options::{OptionGroup, Selection},
    },
    money::{Currency, Money},
    shop::Shop,
};
use serde::Serialize;

/// Answer of [`list`].
#[derive(Serialize)]
pub(crate) struct Menu {
    currency: Currency,
    items: Vec<MenuItem>,
}

/// An item in the caller's language.
#[derive(Serialize)]
struct MenuItem {
    id: ItemId,
    category: String,
    name: String,
    description: String,
    price: Money,
    /// Whether one can be ordered now.
    available: bool,
    /// How many are left; `null` where there is no limit.
    stock: Option<u32>,
    /// What guests want to know before they eat it.
    marks: Vec<Mark>,
    /// What can be chosen of it.
    options: Vec<MenuOptions>,
    /// Where its photo can be had; `null` where there is none.
    photo: Option<Photo>,
}

/// Where a photo can be had, by size (JPEG). What is there never changes.
#[derive(Serialize)]
struct Photo {
    /// Up to 160 pixels wide and high.
    small: String,
    /// Up to 640 pixels wide and high.
    large: String,
}

impl From<&PhotoId> for Photo {
    fn from(photo: &PhotoId) -> Self {
        Self {
            small: photo.url(PhotoSize::Small),
            large: photo.url(PhotoSize::Large),
        }
    }
}

/// A group of options in the caller's language.
#[derive(Serialize)]
struct MenuOptions {
    id: OptionGroupId,
    name: String,
    selection: Selection,
    required: bool,
    choices: Vec<MenuChoice>,
}

/// One choice of a group.
#[derive(Serialize)]
struct MenuChoice {
    /// What an order names.
    id: ChoiceId,
    name: String,
    /// What it adds to the price of one.
    price: Money,
    /// Whether the shop's page has it chosen at first.
    default: bool,
}

impl MenuOptions {
    fn new(group: &OptionGroup, language: Language) -> Self {
        let fields = &group.fields;
        let choices = fields.choices.iter().map(|choice| MenuChoice {
            id: group.choice_id(choice),
            name: choice.name.get(language).to_owned(),
            price: choice.price,
            default: choice.is_default,
        });
        Self {
            id: group.id,
            name: fields.name.get(language).to_owned(),
            selection: fields.selection,
            required: fields.required,
            choices: choices.collect(),
        }
    }
}

impl MenuItem {
    fn new(category: &Category, item: &Item, language: Language) -> Self {
        let options = item.option_groups.iter();
        let text = |text: &Localized| text.get(language).to_owned();
        Self {
            id: item.id,
            category: text(&category.name),
            name: text(&item.fields.name),
            description: text(&item.fields.description),
            price: item.fields.price,
            available: !item.is_sold_out(),
            stock: item.fields.stock,
            marks: item.fields.marks.clone(),
            options: options
                .map(|group| MenuOptions::new(group, language))
                .collect(),
            photo: item.photo.as_ref().map(Photo::from),
        }
    }
}

/// `GET /api/menu`: what can be ordered, in the shop's order.
pub(crate) async fn list(
    State(shop): State<Shop>,
    Extension(visitor): Extension<Visitor>,
) -> Result<Json<Menu>, ApiError> {
    let menu = shop.menu().await?;
    let items = menu.iter().flat_map(|category| {
        let items = category.items.iter();
        items.map(|item| MenuItem::new(category, item, visitor.language))
    });
    Ok(Json(Menu {
        currency: shop.settings().currency,
        items: items.collect(),
    }))
}
