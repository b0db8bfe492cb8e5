//! Editing orders that nobody has answered.

use super::{Kept, new_order};
use domain::{
    events::{Event, EventKind},
    menu::{ItemId, MenuChanged},
    orders::{
        ChangeError, EditDraft, LineDraft, Order, OrderChange, OrderEdit, OrderStatus, What,
        search::{Days, OrderQuery},
    },
    users::User,
};

/// So many of the first line, and so many more of an item.
fn edit(order: &Order, quantity: i64, added: &[(i64, i64)]) -> OrderEdit {
    let added = added.iter().map(|&(item, quantity)| LineDraft {
        item: ItemId(item),
        place: 0,
        quantity,
        price: None,
        options: Vec::new(),
    });
    let draft = EditDraft {
        quantities: [(0, quantity)].into(),
        added: added.collect(),
        note: "no coriander".to_owned(),
    };
    OrderEdit::parse(order.id, order.version, &draft).unwrap()
}

/// An order of so many of the first item, of which there are four; and who edits it.
async fn placed(kept: &Kept, quantity: i64) -> (Order, User) {
    kept.with_menu(Some(4)).await;
    let placed = kept.store.place(new_order(1, quantity), "token".to_owned());
    (placed.await.unwrap().into_order(), kept.user("li").await)
}

async fn left(kept: &Kept) -> Option<u32> {
    kept.first_item().await.fields.stock
}

/// How many orders are found by that.
async fn found(kept: &Kept, text: &str) -> usize {
    let query = OrderQuery::parse(&[("q".to_owned(), text.to_owned())]).unwrap();
    let found = kept.store.find_orders(&query, &Days::default(), 9).await;
    found.unwrap().orders.len()
}

pub(crate) async fn an_edited_order_is_kept_told_and_written_down_together(kept: &Kept) {
    let (order, li) = placed(kept, 2).await;
    let edited = kept.store.edit(edit(&order, 3, &[]), &li).await.unwrap();
    assert_eq!((edited.version, edited.total.minor()), (2, 3 * 3200));
    assert_eq!((edited.lines[0].quantity, left(kept).await), (3, Some(1)));
    let (read, history) = kept.store.order_history(order.id).await.unwrap().unwrap();
    assert_eq!((&read, &*read.note), (&edited, "no coriander"));
    let what = What::Edit {
        total_before: order.total,
        total_after: edited.total,
    };
    assert_eq!((&*history[0].by, &history[0].what), ("li", &what));
    let rang = kept.bell.rang();
    let Event::Change(told) = Event::decode(EventKind::Change, &rang[1].data).unwrap() else {
        panic!("something else was told");
    };
    assert_eq!((&told.order, told.is_move()), (&edited, false));
    assert_eq!(rang.len(), 2);
    assert_eq!(found(kept, "beef").await, 1);
}

pub(crate) async fn an_edit_takes_the_last_of_a_stock_and_gives_it_back(kept: &Kept) {
    let (order, li) = placed(kept, 2).await;
    let all = kept.store.edit(edit(&order, 4, &[]), &li).await.unwrap();
    assert_eq!(left(kept).await, Some(0));
    let one = kept.store.edit(edit(&all, 1, &[]), &li).await.unwrap();
    assert_eq!((one.version, left(kept).await), (3, Some(3)));
    let rang = kept.bell.rang();
    let names: Vec<_> = rang.iter().map(|event| event.name).collect();
    assert_eq!(names, ["order", "change", "menu", "change", "menu"]);
    let told = Event::decode(EventKind::Menu, &rang[4].data).unwrap();
    assert_eq!(told, Event::Menu(MenuChanged::by_order(ItemId(1))));
}

pub(crate) async fn nothing_is_left_of_an_edit_that_was_refused(kept: &Kept) {
    let (order, li) = placed(kept, 2).await;
    let too_many = kept.store.edit(edit(&order, 5, &[]), &li).await;
    assert!(matches!(too_many, Err(ChangeError::Invalid(_))));
    let unknown = kept.store.edit(edit(&order, 0, &[(9, 1)]), &li).await;
    assert!(matches!(unknown, Err(ChangeError::Invalid(_))));
    let late = edit(&order, 1, &[]);
    let accept = OrderChange::status(order.id, OrderStatus::Accepted, 1);
    let accepted = kept.store.change(accept, &li).await.unwrap();
    for late in [late, edit(&accepted, 1, &[])] {
        let refused = kept.store.edit(late, &li).await;
        let Err(ChangeError::Conflict { status, handled }) = refused else {
            panic!("not refused: {refused:?}");
        };
        assert_eq!(status, OrderStatus::Accepted);
        assert_eq!(handled.unwrap().by, "li");
    }
    let read = kept.store.order("token").await.unwrap();
    assert_eq!((read, left(kept).await), (Some(accepted), Some(2)));
    assert_eq!(kept.bell.rang().len(), 2);
}
