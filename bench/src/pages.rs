//! The pages of the back office that list orders or count them: how long they take where
//! there are many.

use crate::{
    http::Request,
    report::table::Table,
    rivals::orderbell::{self, sign_in},
};
use anyhow::{Context, Result};
use rusqlite::Connection;
use std::time::{Duration, Instant};

/// How often each page is asked for.
const TIMES: usize = 20;

/// The pages. `FIRST` and `LAST` are days in the past, a month apart, `OLDEST` is before the
/// first order. Of the list of all orders each filter alone, and where all that there is has
/// to be read.
const PAGES: [(&str, &str); 23] = [
    ("all", ""),
    ("the last page", "sort=oldest"),
    ("far inside", "after=50000"),
    ("highest totals", "sort=highest"),
    ("far inside the highest totals", "sort=highest&after=50000"),
    ("a frequent status", "status=finished"),
    ("a rare status", "status=rejected"),
    (
        "open ones",
        "status=placed&status=accepted&status=preparing&status=ready",
    ),
    ("a month", "from=FIRST&to=LAST"),
    ("all days there are", "from=OLDEST"),
    ("a frequent dish", "q=dish"),
    ("a rare dish", "q=%E7%A8%80%E6%9C%89"),
    ("a part of a phone", "q=13000"),
    ("a number of the day", "q=%23120"),
    ("a text that there is not", "q=nowhere"),
    (
        "all at once",
        "q=nowhere&status=finished&status=rejected&from=OLDEST&sort=highest",
    ),
    ("an order", "/admin/orders/50000"),
    ("today", "/admin"),
    ("the kitchen", "/admin/kitchen"),
    ("the dashboard", "/admin/dashboard"),
    ("all days", "/admin/days"),
    ("a day", "/admin/days/FIRST"),
    ("notifications", "/admin/notices"),
];

/// Fills a shop with so many orders of three lines, and measures those pages, from the request to the end of the answer.
///
/// # Errors
/// The shop does not start, or a page is not answered.
pub(crate) fn measure(orders: u32) -> Result<String> {
    let shop = orderbell::start()?;
    eprintln!("{orders} orders are written");
    let db = Connection::open(shop.process.folder().join("shop.db"))?;
    fill(&db, orders)?;
    let day = |back: &str| db.query_row("select date('now', ?)", [back], |row| row.get(0));
    let (first, last): (String, String) = (day("-60 days")?, day("-30 days")?);
    let oldest: String = day("-10 years")?;
    drop(db);
    let cookie = sign_in(shop.address)?;
    let head = [
        format!("{orders} orders"),
        "median, ms".to_owned(),
        "worst, ms".to_owned(),
    ];
    let mut table = Table::new(head);
    for (label, page) in PAGES {
        let path = match page.starts_with('/') {
            true => page.to_owned(),
            false => format!("/admin/orders?{page}"),
        };
        let path = path.replace("FIRST", &first).replace("LAST", &last);
        let path = path.replace("OLDEST", &oldest);
        let request = Request::new(&format!("GET {path}"), shop.address);
        let request = request.header("cookie", &cookie);
        let mut took = Vec::new();
        for _ in 0..TIMES {
            let start = Instant::now();
            request.clone().send(shop.address, "").context(label)?;
            took.push(start.elapsed());
        }
        took.sort_unstable();
        let millis = |took: Duration| format!("{:.1}", took.as_secs_f64() * 1e3);
        table.row(label, [took[TIMES / 2], took[TIMES - 1]].map(millis));
    }
    Ok(table.to_string())
}

/// Writes the orders as if they had been placed, 300 a day, until now.
fn fill(db: &Connection, orders: u32) -> Result<()> {
    let rows = format!(
        r"
        begin immediate;
        insert into orders (
            id, token, request_id, day, number, status, version, currency, total,
            customer_name, customer_phone, note, placed_at
        )
        with recursive numbers (n) as (
            select 1 union all select n + 1 from numbers where n < {orders}
        )
        select
            n, printf('bench-token-%020d', n), printf('bench-request-%020d', n),
            date('now', '-' || (({orders} - n) / 300) || ' days'), n % 300 + 1,
            case
                when n > {orders} - 30 or n % 20000 = 77 then 'placed'
                when n % 1000 = 7 then 'rejected' when n % 50 = 0 then 'cancelled'
                else 'finished'
            end,
            2, 'CNY', 1000 + n * 7919 % 40000, '王小明 ' || (n % 9973),
            '13' || printf('%09d', (n * 7919) % 999999937), 'few onions',
            unixepoch('now') * 1000 - ({orders} - n) * 288000
        from numbers;
        insert into order_lines (
            order_id, position, item_id, name_zh, name_en, quantity, price
        )
        select
            id, position, 1,
            iif(id % 33333 = 5 and position = 0, '稀有汤', '菜品' || ((id * 7 + position * 13) % 60)),
            'Dish ' || ((id * 7 + position * 13) % 60), 1, 1000
        from orders, (select 0 as position union all select 1 union all select 2);
        insert into order_search (order_id, number, customer, dishes)
        select
            id, number, lower(customer_name || char(10) || customer_phone),
            lower((
                select group_concat(name_zh || char(10) || name_en, char(10))
                from order_lines where order_id = orders.id
            ))
        from orders;
        commit;
        pragma wal_checkpoint(truncate);
        "
    );
    Ok(db.execute_batch(&rows)?)
}
