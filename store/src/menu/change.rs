//! Changing the menu.

use super::{categories, done::Done, items, photos, read};
use crate::{
    audit::note,
    json::corrupt,
    log,
    writer::{Failure, Write},
};
use domain::{
    audit::{Author, NewAuditEntry},
    events::Event,
    language::Language,
    menu::{
        CategoryId, CategoryName, Item, ItemId, MenuChange, MenuChanged, MenuError, moved, placed,
    },
    users::User,
};
use std::iter;

/// Does what [`domain::ports::Menu::change_menu`] says.
pub(super) async fn change(
    write: &mut Write<'_>,
    change: MenuChange,
    by: User,
) -> Result<Option<ItemId>, Failure<MenuError>> {
    let done = match change {
        MenuChange::AddCategory(name) => categories::add(write, name).await?,
        MenuChange::EditCategory(id, fields) => {
            let known = category(write, id).await?;
            categories::edit(write, &known, fields).await?
        }
        MenuChange::MoveCategory(id, way) => {
            let (known, order) = category_in_order(write, id).await?;
            let order = moved(order, &id, way);
            categories::sort(write, &known, &order).await?
        }
        MenuChange::PlaceCategory(id, before) => {
            let (known, order) = category_in_order(write, id).await?;
            let order = placed(order, &id, before.as_ref());
            categories::sort(write, &known, &found(order)?).await?
        }
        MenuChange::DeleteCategory(id) => {
            let known = category(write, id).await?;
            categories::delete(write, &known).await?
        }
        MenuChange::AddItem(id, fields) => {
            let into = category(write, id).await?.id;
            items::add(write, into, fields).await?
        }
        MenuChange::EditItem {
            item: id,
            version,
            category: into,
            mut fields,
            keep_stock,
        } => {
            let known = item(write, id).await?;
            if known.version != version {
                return Err(Failure::Refused(MenuError::Conflict(Box::new(known))));
            }
            if keep_stock {
                fields.stock = known.fields.stock;
            }
            let into = category(write, into).await?.id;
            items::edit(write, &known, into, fields).await?
        }
        MenuChange::MoveItem(id, way) => {
            let known = item(write, id).await?;
            let beside = read::items_in(&mut *write.db, known.category).await?;
            items::sort(write, &known, &moved(beside, &id, way)).await?
        }
        MenuChange::PlaceItem(id, before) => {
            let known = item(write, id).await?;
            let beside = read::items_in(&mut *write.db, known.category).await?;
            let order = placed(beside, &id, before.as_ref());
            items::sort(write, &known, &found(order)?).await?
        }
        MenuChange::RestoreItem(id) => items::restore(write, id).await?,
        MenuChange::ShowItem(id, visible) => {
            let known = item(write, id).await?;
            items::show(write, &known, visible).await?
        }
        MenuChange::SellOut(id, sold_out) => {
            let known = item(write, id).await?;
            items::sell_out(write, &known, sold_out).await?
        }
        MenuChange::SetPhoto(id, photo) => {
            let known = item(write, id).await?;
            photos::set(write, &known, photo).await?
        }
        MenuChange::RemovePhoto(id) => {
            let known = item(write, id).await?;
            photos::remove(write, &known).await?
        }
        MenuChange::RestorePhoto(id) => {
            let known = item(write, id).await?;
            photos::restore(write, &known).await?
        }
        MenuChange::DeleteItem(id) => {
            let known = item(write, id).await?;
            items::delete(write, &known).await?
        }
    };
    let id = done.item;
    tell(write, done, by).await?;
    Ok(id)
}

async fn category(
    write: &mut Write<'_>,
    id: CategoryId,
) -> Result<CategoryName, Failure<MenuError>> {
    let (known, _) = category_in_order(write, id).await?;
    Ok(known)
}

/// A category, and all of them in the shop's order.
async fn category_in_order(
    write: &mut Write<'_>,
    id: CategoryId,
) -> Result<(CategoryName, Vec<CategoryId>), Failure<MenuError>> {
    let names = read::category_names(&mut *write.db).await?;
    let order = names.iter().map(|category| category.id).collect();
    let known = names.into_iter().find(|category| category.id == id);
    Ok((found(known)?, order))
}

async fn item(write: &mut Write<'_>, id: ItemId) -> Result<Item, Failure<MenuError>> {
    let items = read::items(&mut *write.db, &*write.context.clock, iter::once(id));
    found(items.await?.pop())
}

fn found<T>(found: Option<T>) -> Result<T, Failure<MenuError>> {
    found.ok_or(Failure::Refused(MenuError::NotFound))
}

/// Notes what was done, and tells it.
pub(super) async fn tell(write: &mut Write<'_>, done: Done, by: User) -> Result<(), sqlx::Error> {
    let entry = NewAuditEntry {
        by: Author::User(by.id),
        action: done.action,
        subject: done.subject.get(Language::default()).to_owned(),
        detail: done.detail,
    };
    note(write, entry).await?;
    let changed = read::items(&mut *write.db, &*write.context.clock, done.item.into_iter());
    let changed = changed.await?;
    let event = Event::Menu(MenuChanged {
        item: done.item,
        by: by.name,
        sold_out_today: changed.first().map(|item| item.sold_out_today),
    });
    let now = write.context.clock.now();
    log::append(write, vec![event.encode(None).map_err(corrupt)?], now).await?;
    Ok(())
}
