//! How and when orders are handed over.

use super::{Kept, new_order};
use delivery::{Clock, Seq};
use domain::{
    ShopClock,
    events::Event,
    handover::{Handover, Way},
    orders::{EditDraft, NewOrder, Order, OrderChange, OrderEdit, OrderStatus},
};

const ADDRESS: &str = "1 Noodle Street";

/// An order that is brought to an address in an hour.
fn delivery(kept: &Kept, request: usize) -> NewOrder {
    NewOrder {
        handover: Handover {
            way: Way::Delivery,
            table: String::new(),
            address: ADDRESS.to_owned(),
        },
        wanted_at: Some(kept.clock.now().plus_seconds(3_600)),
        ..new_order(request, 1)
    }
}

async fn place(kept: &Kept, order: NewOrder, token: &str) -> Order {
    let placed = kept.store.place(order, token.to_owned()).await;
    placed.unwrap().into_order()
}

pub(crate) async fn how_and_when_an_order_is_handed_over_is_kept_and_told(kept: &Kept) {
    kept.with_menu(None).await;
    let new = delivery(kept, 1);
    let order = place(kept, new.clone(), "a").await;
    let wanted = order.wanted.as_ref().unwrap();
    assert_eq!(
        (&order.handover, Some(wanted.at)),
        (&new.handover, new.wanted_at)
    );
    assert_eq!(wanted.time, kept.clock.time(wanted.at));
    assert_eq!(kept.store.order("a").await.unwrap().as_ref(), Some(&order));
    let table = NewOrder {
        handover: Handover {
            way: Way::Table,
            table: "窗边".to_owned(),
            address: String::new(),
        },
        ..new_order(2, 1)
    };
    let table = place(kept, table, "b").await;
    let picked_up = place(kept, new_order(3, 1), "c").await;
    assert_eq!((table.handover.place(), &table.wanted), ("窗边", &None));
    assert_eq!(picked_up.handover, Handover::default());
    let told = kept.log.after(Seq(0), 9).await.unwrap();
    let told = told.iter().map(|event| {
        let kind = event.name.parse().unwrap();
        Event::decode(kind, &event.data).unwrap()
    });
    let placed = [order, table, picked_up].map(|order| Event::Order(Box::new(order)));
    assert_eq!(told.collect::<Vec<_>>(), placed);
}

pub(crate) async fn an_edit_leaves_how_and_when(kept: &Kept) {
    kept.with_menu(None).await;
    let li = kept.user("li").await;
    let order = place(kept, delivery(kept, 1), "a").await;
    let draft = EditDraft {
        quantities: [(0, 2)].into(),
        ..EditDraft::default()
    };
    let edit = OrderEdit::parse(order.id, order.version, &draft).unwrap();
    let edited = kept.store.edit(edit, &li).await.unwrap();
    assert_eq!(edited.lines[0].quantity, 2);
    let kept_of_it = (&edited.handover, &edited.wanted);
    assert_eq!(kept_of_it, (&order.handover, &order.wanted));
    assert_eq!(kept.store.order("a").await.unwrap(), Some(edited));
}

pub(crate) async fn the_board_calls_out_what_is_picked_up(kept: &Kept) {
    kept.with_menu(None).await;
    let li = kept.user("li").await;
    let brought = place(kept, delivery(kept, 1), "a").await;
    let picked_up = place(kept, new_order(2, 1), "b").await;
    for order in [&brought, &picked_up] {
        let accept = OrderChange::status(order.id, OrderStatus::Accepted, order.version);
        kept.store.change(accept, &li).await.unwrap();
    }
    let called_out = kept.store.board_orders().await.unwrap();
    let called_out: Vec<_> = called_out.iter().map(|order| order.number).collect();
    assert_eq!(called_out, [picked_up.number]);
}

pub(crate) async fn an_address_goes_with_the_name(kept: &Kept) {
    kept.with_menu(None).await;
    let li = kept.user("li").await;
    let order = place(kept, delivery(kept, 1), "a").await;
    let accept = OrderChange::status(order.id, OrderStatus::Accepted, order.version);
    kept.store.change(accept, &li).await.unwrap();
    kept.clock.pass(2 * 86_400);
    kept.store.forget_customers(1).await.unwrap();
    let emptied = kept.store.order("a").await.unwrap().unwrap();
    assert_eq!(
        (emptied.handover.way, emptied.handover.place()),
        (Way::Delivery, "")
    );
    assert_eq!(emptied.wanted, order.wanted);
    for event in kept.log.after(Seq(0), 9).await.unwrap() {
        let of_customer = event.topic.unwrap().data;
        for data in [event.data, of_customer] {
            // What of it a customer's page gets ends like this.
            assert!(!data.contains("reet"), "{data}");
        }
    }
}
