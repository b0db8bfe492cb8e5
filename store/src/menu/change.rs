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
        Category, CategoryId, Item, ItemId, MenuChange, MenuChanged, MenuError, find_item, moved,
        placed,
    },
    users::User,
};

/// Does what [`domain::ports::Menu::change_menu`] says.
pub(super) async fn change(
    write: &mut Write<'_>,
    change: MenuChange,
    by: User,
) -> Result<Option<ItemId>, Failure<MenuError>> {
    let menu = read::menu(&mut *write.db, &*write.context.clock).await?;
    let done = match change {
        MenuChange::AddCategory(name) => categories::add(write, name).await?,
        MenuChange::RenameCategory(id, name) => {
            categories::rename(write, category(&menu, id)?, name).await?
        }
        MenuChange::MoveCategory(id, way) => {
            let known = category(&menu, id)?;
            categories::sort(write, known, &moved(ids(&menu), &id, way)).await?
        }
        MenuChange::PlaceCategory(id, before) => {
            let known = category(&menu, id)?;
            let order = placed(ids(&menu), &id, before.as_ref());
            categories::sort(write, known, &found(order)?).await?
        }
        MenuChange::DeleteCategory(id) => categories::delete(write, category(&menu, id)?).await?,
        MenuChange::AddItem(id, fields) => {
            items::add(write, category(&menu, id)?.id, fields).await?
        }
        MenuChange::EditItem {
            item: id,
            version,
            category: into,
            mut fields,
            keep_stock,
        } => {
            let known = item(&menu, id)?;
            if known.version != version {
                return Err(Failure::Refused(MenuError::Conflict(Box::new(
                    known.clone(),
                ))));
            }
            if keep_stock {
                fields.stock = known.fields.stock;
            }
            items::edit(write, known, category(&menu, into)?.id, fields).await?
        }
        MenuChange::MoveItem(id, way) => {
            let known = item(&menu, id)?;
            let beside = beside(category(&menu, known.category)?);
            items::sort(write, known, &moved(beside, &id, way)).await?
        }
        MenuChange::PlaceItem(id, before) => {
            let known = item(&menu, id)?;
            let beside = beside(category(&menu, known.category)?);
            let order = placed(beside, &id, before.as_ref());
            items::sort(write, known, &found(order)?).await?
        }
        MenuChange::ShowItem(id, visible) => items::show(write, item(&menu, id)?, visible).await?,
        MenuChange::SellOut(id, sold_out) => {
            items::sell_out(write, item(&menu, id)?, sold_out).await?
        }
        MenuChange::SetPhoto(id, photo) => photos::set(write, item(&menu, id)?, photo).await?,
        MenuChange::RemovePhoto(id) => photos::remove(write, item(&menu, id)?).await?,
        MenuChange::RestorePhoto(id) => photos::restore(write, item(&menu, id)?).await?,
        MenuChange::DeleteItem(id) => items::delete(write, item(&menu, id)?).await?,
        MenuChange::RestoreItem(id) => items::restore(write, id).await?,
    };
    let id = done.item;
    tell(write, done, by).await?;
    Ok(id)
}

fn category(menu: &[Category], id: CategoryId) -> Result<&Category, Failure<MenuError>> {
    found(menu.iter().find(|category| category.id == id))
}

fn item(menu: &[Category], id: ItemId) -> Result<&Item, Failure<MenuError>> {
    found(find_item(menu, id))
}

fn found<T>(found: Option<T>) -> Result<T, Failure<MenuError>> {
    found.ok_or(Failure::Refused(MenuError::NotFound))
}

/// The categories, in the shop's order.
fn ids(menu: &[Category]) -> Vec<CategoryId> {
    menu.iter().map(|category| category.id).collect()
}

/// The items of a category, in the shop's order.
fn beside(category: &Category) -> Vec<ItemId> {
    category.items.iter().map(|item| item.id).collect()
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
