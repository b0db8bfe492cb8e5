//! The menu, and what becomes of its changes.

use super::Kept;
use domain::{
    audit::AuditAction,
    events::{Event, EventKind},
    menu::{
        ItemId, MenuChange, MenuError, PhotoId,
        sheet::{ImportError, ImportPlan, Imported},
    },
    money::Currency,
    ports::AuditFilter,
};
use std::collections::HashSet;

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

pub(crate) async fn a_removed_photo_can_be_brought_back_for_a_while(kept: &Kept) {
    let li = kept.user("li").await;
    kept.with_menu(None).await;
    let id = kept.first_item().await.id;
    let (photo, other) = (PhotoId::from([1; 32]), PhotoId::from([2; 32]));
    let change = async |change| kept.store.change_menu(change, &li).await;
    let set = |photo: &PhotoId| MenuChange::SetPhoto(id, photo.clone());
    let in_use = async || kept.store.photos_in_use().await.unwrap();
    let (remove, restore) = (MenuChange::RemovePhoto(id), MenuChange::RestorePhoto(id));
    assert_eq!(change(remove.clone()).await, Err(MenuError::NotFound));
    change(set(&photo)).await.unwrap();
    let item = kept.first_item().await;
    // Whoever types what the dish is called is not disturbed.
    assert_eq!((item.photo.as_ref(), item.version), (Some(&photo), 1));
    change(remove.clone()).await.unwrap();
    assert_eq!(kept.first_item().await.photo, None);
    change(restore.clone()).await.unwrap();
    assert_eq!(kept.first_item().await.photo, Some(photo.clone()));
    assert_eq!(change(restore.clone()).await, Err(MenuError::NotFound));
    change(set(&other)).await.unwrap();
    assert_eq!(in_use().await, HashSet::from([other.clone()]));
    // A deleted item can come back, and its photo with it.
    change(MenuChange::DeleteItem(id)).await.unwrap();
    assert_eq!(in_use().await, HashSet::from([other.clone()]));
    change(MenuChange::RestoreItem(id)).await.unwrap();
    change(remove).await.unwrap();
    kept.clock.pass(3600);
    assert_eq!(change(restore).await, Err(MenuError::NotFound));
    assert_eq!(in_use().await, HashSet::from([other]));
    kept.clock.pass(3600);
    assert_eq!(in_use().await, HashSet::new());
    let entries = kept.store.audit(AuditFilter::default(), 1).await.unwrap();
    assert_eq!(entries[0].action, AuditAction::ItemPhotoRemoved);
    assert_eq!(kept.bell.rang().last().unwrap().name, "menu");
}

pub(crate) async fn a_table_is_imported_whole_or_not_at_all(kept: &Kept) {
    let li = kept.user("li").await;
    kept.with_menu(Some(5)).await;
    let item = kept.first_item().await;
    let plan = async |table: &str| {
        let menu = kept.store.menu().await.unwrap();
        ImportPlan::new(table, &menu, Currency::CNY, None).unwrap()
    };
    let table = format!(
        "id,name_zh,price,category_zh,hidden,stock\n{},B,40,Noodles,yes,5\n,T,3,茶,,7\n,G,4,茶,,\n",
        item.id
    );
    let import = plan(&table).await.import;
    let rang = kept.bell.rang().len();
    let imported = kept.store.import_menu(import.clone(), &li).await.unwrap();
    let expected = Imported {
        added: 2,
        changed: 1,
    };
    assert_eq!(imported, expected);
    assert_eq!(kept.bell.rang().len(), rang + 1);
    let menu = kept.store.menu().await.unwrap();
    assert_eq!(menu[0].items[0].version, item.version + 1);
    assert!(!menu[0].items[0].visible);
    assert_eq!(menu[0].items[0].fields.stock, Some(5));
    let tea: Vec<_> = menu[1]
        .items
        .iter()
        .map(|item| &*item.fields.name.zh)
        .collect();
    assert_eq!((&*menu[1].name.zh, tea), ("茶", vec!["T", "G"]));
    assert_eq!(menu[1].items[0].fields.stock, Some(7));
    assert!(
        plan(&table.replace(",T,", ",U,"))
            .await
            .import
            .changed
            .is_empty()
    );
    let entries = kept.store.audit(AuditFilter::default(), 1).await.unwrap();
    assert_eq!(entries[0].action, AuditAction::MenuImported);
    let late = kept.store.import_menu(import, &li).await;
    assert_eq!(late, Err(ImportError::Outdated));
    assert_eq!(kept.store.menu().await.unwrap(), menu);
}

pub(crate) async fn an_item_is_read_by_itself(kept: &Kept) {
    let li = kept.user("li").await;
    kept.with_menu(None).await;
    let item = kept.first_item().await;
    let read = async || kept.store.item(item.id).await.unwrap();
    assert_eq!(read().await, Some(item.clone()));
    let hide = MenuChange::ShowItem(item.id, false);
    kept.store.change_menu(hide, &li).await.unwrap();
    assert_eq!(read().await.map(|item| item.visible), Some(false));
    let delete = MenuChange::DeleteItem(item.id);
    kept.store.change_menu(delete, &li).await.unwrap();
    assert_eq!(read().await, None);
    let names = kept.store.category_names().await.unwrap();
    assert_eq!(
        (names[0].id, &*names[0].name.zh),
        (item.category, "Noodles")
    );
}

pub(crate) async fn what_is_put_elsewhere_stays_one_of_what_is_there(kept: &Kept) {
    let li = kept.user("li").await;
    kept.with_menu(None).await;
    let first = kept.first_item().await;
    let change = async |change| kept.store.change_menu(change, &li).await;
    let add = |category| MenuChange::AddItem(category, first.fields.clone());
    let second = change(add(first.category)).await.unwrap().unwrap();
    let third = change(add(first.category)).await.unwrap().unwrap();
    let name = first.fields.name.clone();
    change(MenuChange::AddCategory(name)).await.unwrap();
    let other = kept.store.category_names().await.unwrap()[1].id;
    let elsewhere = change(add(other)).await.unwrap().unwrap();
    let order = async || {
        let menu = kept.store.menu().await.unwrap();
        let ids = menu.iter().flat_map(|category| &category.items);
        ids.map(|item| item.id).collect::<Vec<_>>()
    };
    let put = |item, before| change(MenuChange::PlaceItem(item, before));
    put(third, Some(first.id)).await.unwrap();
    assert_eq!(order().await, [third, first.id, second, elsewhere]);
    put(third, None).await.unwrap();
    assert_eq!(order().await, [first.id, second, third, elsewhere]);
    for before in [elsewhere, ItemId(999)] {
        assert_eq!(put(first.id, Some(before)).await, Err(MenuError::NotFound));
    }
    change(MenuChange::DeleteItem(second)).await.unwrap();
    assert_eq!(put(first.id, Some(second)).await, Err(MenuError::NotFound));
    assert_eq!(order().await, [first.id, third, elsewhere]);
    let categories = MenuChange::PlaceCategory(other, Some(first.category));
    change(categories).await.unwrap();
    assert_eq!(order().await, [elsewhere, first.id, third]);
    let rang = kept.bell.rang();
    assert_eq!(rang.last().unwrap().name, "menu");
    let entries = kept.store.audit(AuditFilter::default(), 1).await.unwrap();
    assert_eq!(entries[0].action, AuditAction::CategoryMoved);
}
