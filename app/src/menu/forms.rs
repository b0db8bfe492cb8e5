//! What the forms of these pages do.

use crate::{
    errors::ActionError,
    form::{Answer, Notice, PageForm, Sending, Submission},
};
use domain::{
    menu::{CategoryId, Direction, ItemDraft, ItemId, MenuChange, category_fields, category_name},
    policy::Action,
    validation::Field,
};
use std::str::FromStr;

/// The page of the menu.
const PAGE: &str = "/admin/menu";
/// The page of the menu with one category.
const CATEGORY: &str = "/admin/menu?category={id}";
/// The page of one dish.
const DISH: &str = "/admin/menu/dishes/{id}";

/// The field of what something shall stand before; blank where it shall be the last. A
/// script fills it in.
const BEFORE: &str = "before";

/// The forms of these pages.
pub const FORMS: &[PageForm] = &[
    PageForm::new("/admin/menu/example", PAGE, fill_in_example),
    PageForm::new("/admin/menu/categories", PAGE, add_category),
    PageForm::new(
        "/admin/menu/categories/{id}/rename",
        CATEGORY,
        edit_category,
    ),
    PageForm::new("/admin/menu/categories/{id}/up", CATEGORY, |sent| {
        category(sent, |id| MenuChange::MoveCategory(id, Direction::Up))
    }),
    PageForm::new("/admin/menu/categories/{id}/down", CATEGORY, |sent| {
        category(sent, |id| MenuChange::MoveCategory(id, Direction::Down))
    }),
    PageForm::new(
        "/admin/menu/categories/{id}/place",
        CATEGORY,
        place_category,
    ),
    PageForm::new(
        "/admin/menu/categories/{id}/delete",
        CATEGORY,
        delete_category,
    ),
    PageForm::new("/admin/menu/dishes/new", "/admin/menu/dishes/new", add_dish),
    PageForm::new("/admin/menu/dishes/{id}", DISH, edit_dish),
    PageForm::new("/admin/menu/dishes/{id}/up", PAGE, |sent| {
        dish(sent, |id| MenuChange::MoveItem(id, Direction::Up))
    }),
    PageForm::new("/admin/menu/dishes/{id}/down", PAGE, |sent| {
        dish(sent, |id| MenuChange::MoveItem(id, Direction::Down))
    }),
    PageForm::new("/admin/menu/dishes/{id}/place", PAGE, place_dish),
    PageForm::new("/admin/menu/dishes/{id}/show", PAGE, |sent| {
        dish(sent, |id| MenuChange::ShowItem(id, true))
    }),
    PageForm::new("/admin/menu/dishes/{id}/hide", PAGE, |sent| {
        dish(sent, |id| MenuChange::ShowItem(id, false))
    }),
    PageForm::new("/admin/menu/dishes/{id}/sold-out", PAGE, |sent| {
        dish(sent, |id| MenuChange::SellOut(id, true))
    }),
    PageForm::new("/admin/menu/dishes/{id}/back", PAGE, |sent| {
        dish(sent, |id| MenuChange::SellOut(id, false))
    }),
    PageForm::new("/admin/menu/dishes/{id}/delete", DISH, delete_dish),
    PageForm::new("/admin/menu/dishes/{id}/restore", PAGE, |sent| {
        dish(sent, MenuChange::RestoreItem)
    }),
];

fn fill_in_example(sent: Submission) -> Sending {
    Box::pin(async move {
        sent.shop.fill_in_example(sent.admin()?).await?;
        Ok(Answer::go_to(PAGE))
    })
}

fn add_category(sent: Submission) -> Sending {
    Box::pin(async move {
        let user = sent.allowed(Action::EditMenu)?;
        let name = category_name(sent.text(Field::NameZh), sent.text(Field::NameEn))?;
        let change = MenuChange::AddCategory(name);
        sent.shop.change_menu(change, user).await?;
        Ok(Answer::done(PAGE, Notice::Saved))
    })
}

fn edit_category(sent: Submission) -> Sending {
    Box::pin(async move {
        let user = sent.allowed(Action::EditMenu)?;
        let text = |field| sent.text(field);
        let (zh, en) = (text(Field::NameZh), text(Field::NameEn));
        let fields = category_fields(zh, en, text(Field::Station))?;
        let change = MenuChange::EditCategory(sent.id()?, fields);
        sent.shop.change_menu(change, user).await?;
        Ok(to_category(sent.id()?))
    })
}

fn category(sent: Submission, change: fn(CategoryId) -> MenuChange) -> Sending {
    Box::pin(async move {
        let id = sent.id()?;
        sent.shop.change_menu(change(id), sent.admin()?).await?;
        Ok(to_category(id))
    })
}

fn place_category(sent: Submission) -> Sending {
    Box::pin(async move {
        let user = sent.allowed(Action::EditMenu)?;
        let id = sent.id()?;
        let change = MenuChange::PlaceCategory(id, before(&sent)?);
        sent.shop.change_menu(change, user).await?;
        Ok(to_category(id))
    })
}

/// What something shall stand before; `None` where it shall be the last.
fn before<T: FromStr>(sent: &Submission) -> Result<Option<T>, ActionError> {
    match sent.hidden(BEFORE) {
        "" => Ok(None),
        id => id.parse().map(Some).map_err(|_| ActionError::NotFound),
    }
}

fn delete_category(sent: Submission) -> Sending {
    Box::pin(async move {
        let change = MenuChange::DeleteCategory(sent.id()?);
        sent.shop.change_menu(change, sent.admin()?).await?;
        Ok(Answer::done(PAGE, Notice::Saved))
    })
}

fn to_category(id: CategoryId) -> Answer {
    Answer::go_to(&format!("{PAGE}?category={id}"))
}

/// What was typed of a dish.
fn draft(sent: &Submission) -> ItemDraft {
    let text = |field| sent.text(field).to_owned();
    ItemDraft {
        category: text(Field::Category),
        name_zh: text(Field::NameZh),
        name_en: text(Field::NameEn),
        description_zh: text(Field::DescriptionZh),
        description_en: text(Field::DescriptionEn),
        price: text(Field::Price),
        stock: text(Field::Stock),
        marks: sent.texts(Field::Marks),
        options: sent.texts(Field::OptionGroups),
    }
}

fn add_dish(sent: Submission) -> Sending {
    Box::pin(async move {
        let user = sent.allowed(Action::EditMenu)?;
        let (category, fields) = draft(&sent).parse(sent.currency)?;
        let change = MenuChange::AddItem(category, fields);
        sent.shop.change_menu(change, user).await?;
        Ok(to_category(category))
    })
}

fn edit_dish(sent: Submission) -> Sending {
    Box::pin(async move {
        let user = sent.allowed(Action::EditMenu)?;
        let (category, fields) = draft(&sent).parse(sent.currency)?;
        let item: ItemId = sent.id()?;
        let change = MenuChange::EditItem {
            item,
            version: sent.version()?,
            category,
            fields,
            keep_stock: sent.text(Field::Stock).trim() == sent.text(Field::StockSeen),
        };
        sent.shop.change_menu(change, user).await?;
        Ok(to_dish(category, item))
    })
}

fn to_dish(category: CategoryId, dish: ItemId) -> Answer {
    Answer::go_to(&format!("{PAGE}?category={category}#dish-{dish}"))
}

fn dish(sent: Submission, change: fn(ItemId) -> MenuChange) -> Sending {
    Box::pin(async move { change_dish(&sent, change(sent.id()?)).await })
}

fn place_dish(sent: Submission) -> Sending {
    Box::pin(async move {
        sent.allowed(Action::EditMenu)?;
        let change = MenuChange::PlaceItem(sent.id()?, before(&sent)?);
        change_dish(&sent, change).await
    })
}

/// Changes a dish, and leads back to where it stands.
async fn change_dish(sent: &Submission, change: MenuChange) -> Result<Answer, ActionError> {
    let (id, user) = (sent.id()?, sent.admin()?);
    sent.shop.change_menu(change, user).await?;
    let dish = sent.shop.item(id, user).await?;
    Ok(to_dish(dish.category, id))
}

fn delete_dish(sent: Submission) -> Sending {
    Box::pin(async move {
        let id: ItemId = sent.id()?;
        let change = MenuChange::DeleteItem(id);
        sent.shop.change_menu(change, sent.admin()?).await?;
        Ok(Answer::done_to(PAGE, Notice::DishDeleted, id))
    })
}
