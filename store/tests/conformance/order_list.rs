//! Finding orders, and filters that are kept.

use super::Kept;
use domain::{
    menu::ItemId,
    orders::{
        CustomerDraft, LineDraft, NewOrder, Order, OrderChange, OrderDraft, OrderId, OrderStatus,
        search::{Days, FoundOrders, MAX_VIEWS, OrderQuery, OrderViewId, Place, ViewError},
    },
    validation::{Field, Reason, ValidationErrors},
};

/// What a query finds of these fields.
async fn find(kept: &Kept, fields: &[(&str, &str)], limit: u32) -> FoundOrders {
    let query = query(fields);
    let days = query.filter.period.days(&*kept.clock);
    let found = kept.store.find_orders(&query, &days, limit).await;
    found.unwrap()
}

fn query(fields: &[(&str, &str)]) -> OrderQuery {
    let owned = |(name, text): &(&str, &str)| ((*name).to_owned(), (*text).to_owned());
    let fields: Vec<_> = fields.iter().map(owned).collect();
    OrderQuery::parse(&fields).unwrap()
}

fn ids(found: &FoundOrders) -> Vec<i64> {
    found.orders.iter().map(|order| order.id.0).collect()
}

async fn found(kept: &Kept, fields: &[(&str, &str)]) -> Vec<i64> {
    ids(&find(kept, fields, 9).await)
}

async fn place(kept: &Kept, name: &str, phone: &str, quantity: i64) -> Order {
    let draft = OrderDraft {
        request_id: format!("request-{name}-{quantity}").replace(' ', "-"),
        customer: CustomerDraft {
            name: name.to_owned(),
            phone: phone.to_owned(),
        },
        note: String::new(),
        lines: vec![LineDraft {
            item: ItemId(1),
            place: 0,
            quantity,
            price: None,
            options: Vec::new(),
        }],
        ..OrderDraft::default()
    };
    let order = NewOrder::parse(&draft).unwrap();
    let placed = kept.store.place(order, format!("token-{name}-{quantity}"));
    placed.await.unwrap().into_order()
}

/// Three orders, a day between each and the next: one, three, two of the item.
async fn three(kept: &Kept) -> [Order; 3] {
    kept.with_menu(None).await;
    let first = place(kept, "Li Wei", "13800138000", 1).await;
    kept.clock.pass(86_400);
    let second = place(kept, "Wang_5", "13900139000", 3).await;
    kept.clock.pass(86_400);
    [first, second, place(kept, "Zhang", "13800138111", 2).await]
}

pub(crate) async fn orders_are_found_by_each_part_of_a_filter(kept: &Kept) {
    let [first, second, _] = three(kept).await;
    let li = kept.user("li").await;
    let change = OrderChange::status(second.id, OrderStatus::Accepted, second.version);
    kept.store.change(change, &li).await.unwrap();
    for (fields, wanted) in [
        (&[][..], &[3, 2, 1][..]),
        (&[("status", "accepted")], &[2]),
        (&[("status", "accepted"), ("status", "placed")], &[3, 2, 1]),
        (&[("status", "ready")], &[]),
        (&[("from", &second.day)], &[3, 2]),
        (&[("to", &second.day)], &[2, 1]),
        (&[("from", &second.day), ("to", &second.day)], &[2]),
        (&[("period", "today")], &[3]),
        (&[("period", "week"), ("sort", "oldest")], &[1, 2, 3]),
        (&[("to", &first.day), ("status", "accepted")], &[]),
        (&[("sort", "highest")], &[2, 3, 1]),
        (&[("q", "li")], &[1]),
        (&[("q", "LI WEI")], &[1]),
        (&[("q", "138 0013")], &[3, 1]),
        (&[("q", "138-0013-8")], &[3, 1]),
        (&[("q", "0139")], &[2]),
        (&[("q", "bee")], &[3, 2, 1]),
        (&[("q", "beef"), ("sort", "highest")], &[2, 3, 1]),
        (&[("q", "beef"), ("status", "accepted")], &[2]),
        (&[("q", "#1")], &[3, 2, 1]),
        (&[("q", "#2")], &[]),
        // There are no wildcards.
        (&[("q", "g_")], &[2]),
        (&[("q", "%")], &[]),
    ] {
        assert_eq!(found(kept, fields).await, wanted, "{fields:?}");
    }
    let all = query(&[("sort", "highest"), ("until", "2"), ("after", "2")]);
    let all = kept.store.find_order_ids(&all, &Days::default(), 9).await;
    assert_eq!(all.unwrap(), [OrderId(2), OrderId(1)]);
    let some = [OrderId(1), OrderId(9), OrderId(3)];
    let some = kept.store.orders_of(&some).await.unwrap();
    assert_eq!(
        some.iter().map(|order| order.id.0).collect::<Vec<_>>(),
        [1, 3]
    );
}

pub(crate) async fn pages_keep_their_places_as_orders_come(kept: &Kept) {
    three(kept).await;
    let until = find(kept, &[], 2).await.until;
    assert_eq!(until, OrderId(3));
    for name in ["Sun", "Zhao"] {
        place(kept, name, "13800138000", 9).await;
    }
    for (sort, wanted) in [
        ("newest", [3, 2, 1]),
        ("oldest", [1, 2, 3]),
        ("highest", [2, 3, 1]),
    ] {
        for text in ["", "beef"] {
            let fields = [("sort", sort), ("until", "3"), ("q", text)];
            let first = find(kept, &fields, 2).await;
            assert_eq!(
                (ids(&first), first.newer),
                (wanted[..2].to_vec(), 2),
                "{sort}"
            );
            assert_eq!((first.has_before, first.has_after), (false, true));
            let mut next = query(&fields);
            next.place = Place::After(OrderId(wanted[1]));
            let days = Days::default();
            let last = kept.store.find_orders(&next, &days, 2).await.unwrap();
            assert_eq!(ids(&last), [wanted[2]], "{sort}");
            assert_eq!((last.has_before, last.has_after), (true, false));
            next.place = Place::Before(OrderId(wanted[2]));
            let back = kept.store.find_orders(&next, &days, 1).await.unwrap();
            assert_eq!(ids(&back), [wanted[1]], "{sort}");
            assert_eq!((back.has_before, back.has_after), (true, true));
            let back = kept.store.find_orders(&next, &days, 2).await.unwrap();
            assert_eq!(ids(&back), wanted[..2], "{sort}");
            assert!(!back.has_before);
        }
    }
    let newer = find(kept, &[("until", "3"), ("q", "sun")], 2).await;
    assert_eq!((ids(&newer), newer.newer), (Vec::new(), 1));
}

pub(crate) async fn a_forgotten_customer_is_not_found(kept: &Kept) {
    kept.with_menu(None).await;
    place(kept, "Li", "13800138000", 1).await;
    kept.clock.pass(86_400 * 9);
    kept.store.forget_customers(7).await.unwrap();
    for text in ["li", "13800138000"] {
        assert_eq!(found(kept, &[("q", text)]).await, [] as [i64; 0]);
    }
    assert_eq!(found(kept, &[("q", "beef")]).await, [1]);
}

pub(crate) async fn a_view_is_one_users_own(kept: &Kept) {
    let (li, wang) = (kept.user("li").await, kept.user("wang").await);
    let fields = vec![("q".to_owned(), "50%".to_owned())];
    let keep = |user, name: String| kept.store.keep_order_view(user, name, fields.clone());
    let id = keep(li.id, "b".to_owned()).await.unwrap();
    keep(li.id, "a".to_owned()).await.unwrap();
    let refused = |reason| Err(ValidationErrors::only(Field::ViewName, reason).into());
    assert_eq!(keep(li.id, "b".to_owned()).await, refused(Reason::Taken));
    keep(wang.id, "b".to_owned()).await.unwrap();
    let views = kept.store.order_views(li.id).await.unwrap();
    let named: Vec<_> = views.iter().map(|view| view.name.as_str()).collect();
    assert_eq!((named, &views[1].fields), (vec!["a", "b"], &fields));
    let delete = |user, id| kept.store.delete_order_view(user, id);
    assert_eq!(delete(wang.id, id).await, Err(ViewError::NotFound));
    assert_eq!(
        delete(li.id, OrderViewId(99)).await,
        Err(ViewError::NotFound)
    );
    assert_eq!(delete(li.id, id).await, Ok(()));
    for number in 1..MAX_VIEWS {
        keep(li.id, format!("view {number}")).await.unwrap();
    }
    let full = refused(Reason::NoMore { max: MAX_VIEWS });
    assert_eq!(keep(li.id, "one more".to_owned()).await, full);
}
