//! The queries. Each reads along an index or a table from where it has to begin, and stops
//! when the page is full: at the worst it reads a narrow row of each order there ever was.
//! `bench/src/order_list` measures that.

use super::span::{self, Span};
use crate::json::json;
use domain::orders::{
    OrderStatus,
    search::{Days, OrderQuery, OrderSort, Place, SearchText},
};
use sqlx::SqliteConnection;

/// Queries orders by all but their text: `$what` of them, and `$rest` in which order. The
/// first five values are the span and the statuses.
macro_rules! plain {
    ($query:ident!($what:literal, $rest:literal, $($value:expr),+ $(,)?)) => {
        sqlx::$query!(
            $what + r"
            from orders as o indexed by orders_list
            where o.id between ?1 and ?2
                and o.day between ?3 and ?4
                and (?5 is null or o.status in (select value from json_each(?5)))
            " + $rest,
            $($value),+
        )
    };
}

/// The same by their text, which is read before the orders themselves: values six to eight
/// are a number, a part of a customer, a part of a dish. There are no wildcards.
macro_rules! by_text {
    ($query:ident!($what:literal, $rest:literal, $($value:expr),+ $(,)?)) => {
        sqlx::$query!(
            $what + r"
            from order_search as s cross join orders as o on o.id = s.order_id
            where s.order_id between ?1 and ?2
                and (
                    s.number = ?6 or instr(s.customer, ?7) > 0 or instr(s.dishes, ?8) > 0
                )
                and o.day between ?3 and ?4
                and (?5 is null or o.status in (select value from json_each(?5)))
            " + $rest,
            $($value),+
        )
    };
}

/// In which order they are read.
enum Way {
    Newest,
    Oldest,
    Highest,
    Lowest,
}

impl Way {
    fn of(query: &OrderQuery) -> Self {
        let is_forwards = !matches!(query.place, Place::Before(_));
        match (query.sort, is_forwards) {
            (OrderSort::Newest, true) | (OrderSort::Oldest, false) => Self::Newest,
            (OrderSort::Oldest, true) | (OrderSort::Newest, false) => Self::Oldest,
            (OrderSort::Highest, true) => Self::Highest,
            (OrderSort::Highest, false) => Self::Lowest,
        }
    }
}

/// The statuses as JSON; `None` where all are asked for.
fn statuses(query: &OrderQuery) -> Result<Option<String>, sqlx::Error> {
    let statuses = query.filter.statuses.iter().copied();
    let names: Vec<_> = statuses.map(OrderStatus::as_str).collect();
    (!names.is_empty()).then(|| json(&names)).transpose()
}

/// The identities that one of the queries above finds, without a text or with one.
macro_rules! found {
    ($db:expr, $span:expr, $statuses:expr, $rest:literal, $($value:expr),+) => {
        plain!(query_scalar!(
            r#"select o.id as "id!: i64""#,
            $rest,
            $span.low, $span.high, $span.from, $span.to, $statuses, $($value),+
        ))
        .fetch_all($db)
        .await
    };
    ($db:expr, $span:expr, $statuses:expr, $text:expr, $rest:literal, $($value:expr),+) => {
        by_text!(query_scalar!(
            r#"select o.id as "id!: i64""#,
            $rest,
            $span.low, $span.high, $span.from, $span.to, $statuses,
            $text.0, $text.1, $text.2, $($value),+
        ))
        .fetch_all($db)
        .await
    };
}

/// The identities of up to `limit` orders, from the query's place on: where they stand
/// before it, the nearest comes first.
pub(super) async fn ids(
    db: &mut SqliteConnection,
    query: &OrderQuery,
    span: &Span,
    limit: u32,
) -> Result<Vec<i64>, sqlx::Error> {
    let st = statuses(query)?;
    let (total, id) = (span.total, span.id);
    let Some(text) = &query.filter.text else {
        return match Way::of(query) {
            Way::Newest => {
                found!(db, span, st, "order by o.id desc limit ?6", limit)
            }
            Way::Oldest => found!(db, span, st, "order by o.id limit ?6", limit),
            Way::Highest => found!(
                db,
                span,
                st,
                "and (o.total, o.id) < (?6, ?7) order by o.total desc, o.id desc limit ?8",
                total,
                id,
                limit
            ),
            Way::Lowest => found!(
                db,
                span,
                st,
                "and (o.total, o.id) > (?6, ?7) order by o.total, o.id limit ?8",
                total,
                id,
                limit
            ),
        };
    };
    let text = parts(text);
    match Way::of(query) {
        Way::Newest => {
            found!(
                db,
                span,
                st,
                text,
                "order by s.order_id desc limit ?9",
                limit
            )
        }
        Way::Oldest => found!(db, span, st, text, "order by s.order_id limit ?9", limit),
        Way::Highest => found!(
            db,
            span,
            st,
            text,
            "and (o.total, o.id) < (?9, ?10) order by o.total desc, o.id desc limit ?11",
            total,
            id,
            limit
        ),
        Way::Lowest => found!(
            db,
            span,
            st,
            text,
            "and (o.total, o.id) > (?9, ?10) order by o.total, o.id limit ?11",
            total,
            id,
            limit
        ),
    }
}

/// What a text may be: a number of the day, a part of a customer, a part of a dish.
fn parts(text: &SearchText) -> (Option<u32>, String, String) {
    (text.number(), text.customer(), text.dish())
}

/// How many orders after `until` the filter lets through, counted up to `limit`.
pub(super) async fn newer(
    db: &mut SqliteConnection,
    query: &OrderQuery,
    days: &Days,
    until: i64,
    limit: u32,
) -> Result<u32, sqlx::Error> {
    let statuses = statuses(query)?;
    let (low, high) = (until.saturating_add(1), i64::MAX);
    let (from, to) = span::bounds(days);
    // What is counted no further is read no further.
    match &query.filter.text {
        None => {
            plain!(query_scalar!(
                r#"select count(*) as "count!: u32" from (select 1"#,
                "order by o.id limit ?6)",
                low,
                high,
                from,
                to,
                statuses,
                limit,
            ))
            .fetch_one(db)
            .await
        }
        Some(text) => {
            let (number, customer, dish) = parts(text);
            by_text!(query_scalar!(
                r#"select count(*) as "count!: u32" from (select 1"#,
                "order by s.order_id limit ?9)",
                low,
                high,
                from,
                to,
                statuses,
                number,
                customer,
                dish,
                limit,
            ))
            .fetch_one(db)
            .await
        }
    }
}
