//! The floor of orders: SQLite by itself, writing the rows that the shop wrote,
//! just as safely.

use crate::{
    orders::placing::{order, request},
    rivals::orderbell,
};
use anyhow::{Result, ensure};
use rusqlite::{Connection, params_from_iter, types::Value};
use std::time::{Duration, Instant};

/// Orders written in a second, with so many in each transaction.
///
/// # Errors
/// The shop does not start, or its database can't be written.
pub(crate) fn write(batch: usize, time: Duration) -> Result<f64> {
    let shop = orderbell::start()?;
    request(shop.address).send(shop.address, &order(0))?;
    let database = shop.process.folder().join("shop.db");
    // The shop is open, but does nothing.
    let db = Connection::open(database)?;
    db.execute_batch("pragma synchronous = full; pragma foreign_keys = on")?;
    let template = Template::read(&db)?;
    let mut numbers = 2..;
    let (start, mut written) = (Instant::now(), 0);
    while start.elapsed() < time {
        db.execute_batch("begin immediate")?;
        for number in numbers.by_ref().take(batch) {
            template.write(&db, number)?;
            written += 1;
        }
        db.execute_batch("commit")?;
    }
    Ok(f64::from(written) / start.elapsed().as_secs_f64())
}

/// The rows of one order, as the shop wrote them.
struct Template(Vec<Row>);

struct Row {
    insert: String,
    columns: Vec<String>,
    values: Vec<Value>,
}

impl Template {
    fn read(db: &Connection) -> Result<Self> {
        let mut rows = Vec::new();
        for table in ["orders", "order_lines", "order_search", "events"] {
            let mut select = db.prepare(&format!("select * from {table}"))?;
            let columns: Vec<_> = select
                .column_names()
                .into_iter()
                .map(str::to_owned)
                .collect();
            let places = vec!["?"; columns.len()].join(", ");
            let mut found = select.query([])?;
            while let Some(row) = found.next()? {
                let values = (0..columns.len()).map(|column| row.get(column));
                rows.push(Row {
                    insert: format!("insert into {table} values ({places})"),
                    columns: columns.clone(),
                    values: values.collect::<Result<_, _>>()?,
                });
            }
        }
        // An order, two lines, what it is found by, an event.
        ensure!(rows.len() == 5, "an order was {} rows", rows.len());
        Ok(Self(rows))
    }

    /// Writes them again, as those of another order.
    fn write(&self, db: &Connection, number: i64) -> Result<()> {
        for row in &self.0 {
            let values = row.columns.iter().zip(&row.values);
            let values = values.map(|(column, value)| match column.as_str() {
                "id" | "order_id" | "number" => Value::Integer(number),
                "token" | "request_id" => Value::Text(format!("bench-{number:026}")),
                "seq" => Value::Null,
                _ => value.clone(),
            });
            let mut insert = db.prepare_cached(&row.insert)?;
            insert.execute(params_from_iter(values))?;
        }
        Ok(())
    }
}
