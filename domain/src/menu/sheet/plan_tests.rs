//! What tables would change of a small menu.

use super::*;
use crate::{
    ids::{CategoryId, ItemId},
    language::Localized,
    menu::{Category, Item, ItemFields, Mark},
    money::{Currency, Money},
    validation::Reason,
};

fn text(zh: &str, en: &str) -> Localized {
    Localized {
        zh: zh.to_owned(),
        en: en.to_owned(),
    }
}

fn item(id: i64, zh: &str, en: &str) -> Item {
    Item {
        id: ItemId(id),
        category: CategoryId(1),
        fields: ItemFields {
            name: text(zh, en),
            description: text("", "two\nlines"),
            price: Money::from_minor(3250),
            stock: Some(5),
            marks: vec![Mark::Vegan, Mark::Spicy],
            options: Vec::new(),
        },
        photo: None,
        option_groups: Vec::new(),
        visible: true,
        sold_out_today: false,
        version: 3,
    }
}

fn menu() -> Vec<Category> {
    let category = |id, zh, en, items| Category {
        station: None,
        id: CategoryId(id),
        name: text(zh, en),
        items,
    };
    let noodles = vec![item(1, "牛肉面", "=Beef"), item(2, "凉皮", "")];
    vec![
        category(1, "面", "Noodles", noodles),
        category(2, "小吃", "", Vec::new()),
    ]
}

fn plan(table: &str) -> ImportPlan {
    ImportPlan::new(table, &menu(), Currency::CNY, None).unwrap()
}

fn exported() -> String {
    decode(&to_csv(&menu(), Currency::CNY).unwrap()).unwrap()
}

#[test]
fn what_is_exported_changes_nothing_when_it_comes_back() {
    let table = exported();
    assert!(table.contains(",'=Beef,"), "{table}");
    let plan = plan(&table);
    assert!(plan.is_empty() && plan.faults.is_empty(), "{plan:?}");
    assert_eq!(plan.unchanged.len(), 2);
    assert!(plan.import.categories.is_empty());
}

#[test]
fn dishes_are_added_and_changed_and_categories_come_with_them() {
    let plan = plan(
        "id;name_zh;name_en;price;category_zh;category_en;hidden\n\
         1;牛肉面;Beef;33,00;面;;yes\n\
         ;豆浆;;5;饮料;Drinks;\n\
         ;茶;Tea;3;;Drinks;no\n\
         2;凉皮;;32.5;小吃;;\n",
    );
    assert_eq!(plan.faults, []);
    let import = plan.import;
    assert_eq!(import.categories, [text("饮料", "Drinks")]);
    let places: Vec<_> = import.added.iter().map(|added| added.place).collect();
    assert_eq!(places, [Place::New(0), Place::New(0)]);
    let cells: Vec<Vec<_>> = import
        .changed
        .iter()
        .map(|changed| changed.cells.iter().map(|cell| cell.column).collect())
        .collect();
    use Column::{CategoryEn, CategoryZh, Hidden, NameEn, Price};
    assert_eq!(
        cells,
        [vec![NameEn, Price, Hidden], vec![CategoryZh, CategoryEn]]
    );
    // What has no column stays.
    assert_eq!(import.changed[0].fields.stock, Some(5));
    assert_eq!(import.changed[0].fields.description.en, "two\nlines");
    assert_eq!(import.changed[0].place, Place::Known(CategoryId(1)));
    assert!(import.changed[0].keep_stock);
}

#[test]
fn each_fault_is_told_at_its_line_and_column() {
    let plan = plan(
        "id,name_zh,price,stock,marks,hidden,category_zh\n\
         9,面,1,,,,面\n\
         1,,free,-1,tasty,maybe,面\n\
         x,面,1,,,,面\n\
         2,凉皮,1,,,,面\n\
         2,凉皮,2,,,,面\n\
         ,新,1,,,,\n\
         ,a,b\n",
    );
    let told: Vec<_> = plan
        .faults
        .iter()
        .map(|fault| (fault.line, fault.column, fault.reason))
        .collect();
    let value = RowReason::Value;
    let id = Some(Column::Id);
    let cells = RowReason::Cells {
        expected: 7,
        found: 3,
    };
    let stock = Reason::NotAStock { max: 9_999 };
    assert_eq!(
        told,
        [
            (2, id, RowReason::UnknownId),
            (3, Some(Column::Hidden), value(Reason::NotAChoice)),
            (3, Some(Column::Price), value(Reason::NotAPrice)),
            (3, Some(Column::Stock), value(stock)),
            (3, Some(Column::Marks), value(Reason::NotAChoice)),
            (4, id, RowReason::UnknownId),
            (6, id, RowReason::RepeatedId),
            (7, Some(Column::CategoryZh), value(Reason::Blank)),
            (8, None, cells),
        ]
    );
}

#[test]
fn what_was_agreed_to_is_done_and_nothing_else() {
    let table = "id,price,stock\n1,40,5\n2,32.50,5\n";
    let agreed = plan(table).import;
    let mut now = menu();
    // An order came, and a colleague has changed the dish that was to stay.
    now[0].items[0].fields.stock = Some(3);
    now[0].items[1].fields.price = Money::from_minor(1);
    now[0].items[1].version = 4;
    agreed.seen.check(&now).unwrap();
    let again = ImportPlan::new(table, &now, Currency::CNY, Some(&agreed.seen));
    assert_eq!(again.unwrap().import, agreed);
    assert!(agreed.changed[0].keep_stock);
    for change in [
        |menu: &mut Vec<Category>| menu[0].items[0].version = 4,
        |menu: &mut Vec<Category>| menu[0].items[0].visible = false,
        |menu: &mut Vec<Category>| menu[1].name.en = "Snacks".to_owned(),
        |menu: &mut Vec<Category>| menu[0].items.clear(),
        |menu: &mut Vec<Category>| menu[1].items.push(item(3, "新", "")),
    ] {
        let mut changed = menu();
        change(&mut changed);
        let refused = agreed.seen.check(&changed);
        assert_eq!(refused, Err(ImportError::Outdated));
    }
}
