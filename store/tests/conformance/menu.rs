//! The menu, and what becomes of its changes.

use super::Kept;
use domain::{
    audit::AuditAction,
    events::{Event, EventKind},
    menu::{MenuChange, MenuError},
    ports::AuditFilter,
};

pub(crate) async fn a_change_of_the_menu_is_kept_told_and_noted_together(kept: &Kept) {
    let li = kept.user("li").await;
    kept.with_menu(None).await;
    let item = kept.first_item().await;
    let change = MenuChange::SellOut(item.id, true);
    let about = kept.store.change_menu(change, &li).await.unwrap();
    assert_eq!(about, Some(item.id));
    assert!(kept.first_item().await.sold_out_today);
    let rang = kept.bell.rang();
    let told = Event::decode(EventKind::Menu, &rang.last().unwrap().data).unwrap();
    let Event::Menu(told) = told else {
        panic!("{told:?}");
    };
    assert_eq!((&*told.by, told.item), ("li", Some(item.id)));
    assert_eq!(told.sold_out_today, Some(true));
    let entries = kept.store.audit(AuditFilter::default(), 1).await.unwrap();
    assert_eq!(
        (entries[0].action, &*entries[0].name),
        (AuditAction::ItemSoldOut, "li")
    );
    // It ends by itself with the shop's day.
    kept.clock.pass(86_400);
    assert!(!kept.first_item().await.sold_out_today);
}

pub(crate) async fn an_old_version_changes_nothing(kept: &Kept) {
    let li = kept.user("li").await;
    kept.with_menu(Some(5)).await;
    let item = kept.first_item().await;
    let edit = |price| {
        let mut fields = item.fields.clone();
        fields.price = domain::money::Money::from_minor(price);
        MenuChange::EditItem {
            item: item.id,
            version: item.version,
            category: item.category,
            fields,
            keep_stock: true,
        }
    };
    kept.store.change_menu(edit(100), &li).await.unwrap();
    let now = kept.first_item().await;
    let late = kept.store.change_menu(edit(200), &li).await;
    assert_eq!(late, Err(MenuError::Conflict(Box::new(now.clone()))));
    assert_eq!(kept.first_item().await, now);
}

pub(crate) async fn a_deleted_item_comes_back_where_it_was(kept: &Kept) {
    let li = kept.user("li").await;
    kept.with_menu(None).await;
    let item = kept.first_item().await;
    let full = MenuChange::DeleteCategory(item.category);
    let refused = kept.store.change_menu(full, &li).await;
    assert_eq!(refused, Err(MenuError::NotEmpty));
    let delete = MenuChange::DeleteItem(item.id);
    kept.store.change_menu(delete.clone(), &li).await.unwrap();
    assert!(kept.store.menu().await.unwrap()[0].items.is_empty());
    let again = kept.store.change_menu(delete, &li).await;
    assert_eq!(again, Err(MenuError::NotFound));
    let restore = MenuChange::RestoreItem(item.id);
    kept.store.change_menu(restore, &li).await.unwrap();
    assert_eq!(kept.first_item().await, item);
}
