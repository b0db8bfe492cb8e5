//! What there is to do in the kitchen.

use crate::{SqliteStore, diagnostics::failed, json::json, menu, orders};
use domain::{
    ShopClock, Timestamp, Unavailable,
    kitchen::{KitchenLine, KitchenNow, KitchenOrder, stations},
    menu::CategoryId,
    orders::{Handled, Order},
};
use sqlx::SqliteConnection;
use std::collections::HashMap;

/// The most orders that the kitchen sees.
const SHOWN: i64 = 200;

/// Where a line stands in the menu, and who made it.
type About = (Option<CategoryId>, Option<Handled>);

/// Does what [`domain::ports::Kitchen::kitchen`] says.
pub(super) async fn kitchen(store: &SqliteStore) -> Result<KitchenNow, Unavailable> {
    let failed = failed("read what is to be made");
    // One transaction, so that orders and ticks are of one moment.
    let mut db = store.readers.begin().await.map_err(&failed)?;
    let clock = &*store.clock;
    let orders = in_kitchen(&mut db, clock).await.map_err(&failed)?;
    let categories = menu::category_names(&mut db).await.map_err(&failed)?;
    Ok(KitchenNow {
        orders,
        stations: stations(&categories),
    })
}

async fn in_kitchen(
    db: &mut SqliteConnection,
    clock: &dyn ShopClock,
) -> Result<Vec<KitchenOrder>, sqlx::Error> {
    // The first condition is that of the index.
    let ids = sqlx::query_scalar!(
        r"
        select id from orders
        where status in ('placed', 'accepted', 'preparing', 'ready')
            and status in ('accepted', 'preparing')
        order by id limit ?
        ",
        SHOWN,
    )
    .fetch_all(&mut *db)
    .await?;
    let mut lines = lines(&mut *db, clock, &ids).await?;
    let orders = orders::load(db, clock, &ids).await?;
    let orders = orders.into_iter().rev();
    let orders = orders.map(|order| {
        let about = lines.remove(&order.id.0).unwrap_or_default();
        of_kitchen(order, about)
    });
    Ok(orders.collect())
}

fn of_kitchen(order: Order, about: Vec<(u32, About)>) -> KitchenOrder {
    let lines = about.into_iter().zip(order.lines);
    let lines = lines.map(|((place, (category, made)), line)| KitchenLine {
        place,
        line,
        category,
        made,
    });
    KitchenOrder {
        id: order.id,
        number: order.number,
        status: order.status,
        version: order.version,
        note: order.note,
        handover: order.handover.without_address(),
        wanted: order.wanted,
        placed_at: order.placed_at,
        lines: lines.collect(),
    }
}

/// What is known of the lines of those orders, in the order of their lines.
async fn lines(
    db: &mut SqliteConnection,
    clock: &dyn ShopClock,
    ids: &[i64],
) -> Result<HashMap<i64, Vec<(u32, About)>>, sqlx::Error> {
    let ids = json(&ids)?;
    let rows = sqlx::query!(
        r#"
        select
            lines.order_id, lines.position as "place: u32", items.category_id as "category?: i64",
            users.name as "by?: String", ticks.at as "at?: i64"
        from order_lines as lines
        left join items on items.id = lines.item_id
        left join line_ticks as ticks
            on ticks.order_id = lines.order_id and ticks.line = lines.position
        left join users on users.id = ticks.user_id
        where lines.order_id in (select value from json_each(?))
        order by lines.order_id, lines.position
        "#,
        ids,
    )
    .fetch_all(db)
    .await?;
    let mut lines: HashMap<i64, Vec<_>> = HashMap::new();
    for row in rows {
        let made = row.by.zip(row.at.map(Timestamp::from_millis));
        let made = made.map(|(by, at)| Handled::new(by, at, clock));
        let about = (row.category.map(CategoryId), made);
        let of_order = lines.entry(row.order_id).or_default();
        of_order.push((row.place, about));
    }
    Ok(lines)
}
