//! All servers in all scenarios, as a table.

use super::table::Table;
use crate::{
    orders::{
        placing::{self, Placed},
        replay::replay,
        rows, watchers,
    },
    rivals::{Rival, orderbell},
    scenario::{Measured, Scenario},
};
use anyhow::Result;
use std::{collections::BTreeSet, time::Duration};

/// A column for each server; what went wrong is told below.
pub(crate) fn of_streams(scenarios: &[Scenario], rivals: &[&Rival]) -> String {
    let names = rivals.iter().map(|rival| rival.name.to_owned());
    let mut table = Table::new(std::iter::once(String::new()).chain(names));
    let mut faults = BTreeSet::new();
    for scenario in scenarios {
        let mut results = Vec::new();
        for rival in rivals {
            eprintln!("{scenario}: {}", rival.name);
            // Back to back, so that all meet the same machine.
            let result = (rival.start)().and_then(|server| scenario.run(&server));
            match &result {
                Ok(measured) if measured.is_flawless() => {}
                Ok(measured) => {
                    faults.insert(format!("{}, {scenario}: {}", rival.name, measured.faults()));
                }
                Err(error) => {
                    faults.insert(format!("{}: {error:#}", rival.name));
                }
            }
            results.push(result.ok());
        }
        add_rows(&mut table, scenario, &results);
    }
    let mut text = table.to_string();
    if faults.is_empty() {
        text += "\nEvery event arrived once, in one order, on every stream.\n";
    }
    for fault in faults {
        text += &format!("\n- {fault}\n");
    }
    text
}

fn add_rows(table: &mut Table, scenario: &Scenario, results: &[Option<Measured>]) {
    let floor = results.first().and_then(Option::as_ref);
    let floor = floor.map(|floor| floor.cpu);
    let mut row = |label: &str, cell: &dyn Fn(&Measured) -> String| {
        let cell = |result: &Option<Measured>| result.as_ref().map_or_else(|| "–".to_owned(), cell);
        table.row(label, results.iter().map(cell));
    };
    row(&format!("**{scenario}**"), &|_| String::new());
    row("CPU per delivery, µs (× floor)", &|measured| {
        let cpu = measured.cpu;
        floor.map_or_else(
            || format!("{cpu:.1}"),
            |floor| format!("{cpu:.1} ({:.2})", cpu / floor),
        )
    });
    row("latency p50 / p99, ms", &|measured| {
        let millis = |part| measured.arrivals.latency.value_at_quantile(part) as f64 / 1e3;
        format!("{:.1} / {:.1}", millis(0.5), millis(0.99))
    });
    row("deliveries/s", &|measured| {
        let delivered = measured.arrivals.latency.len() as f64;
        format!("{:.0}", delivered / measured.took.as_secs_f64())
    });
    row("bytes per delivery, deliveries per read", &|measured| {
        let arrivals = &measured.arrivals;
        let delivered = arrivals.latency.len() as f64;
        let (bytes, reads) = (arrivals.bytes as f64, arrivals.reads as f64);
        format!("{:.0}, {:.1}", bytes / delivered, delivered / reads)
    });
    row("memory per idle stream, KiB; in all, MiB", &|measured| {
        let per_stream = measured.memory_per_stream as f64 / 1024.0;
        format!("{per_stream:.1}; {}", measured.memory >> 20)
    });
    if scenario.at_once {
        row("opened in, s", &|measured| {
            format!("{:.2}", measured.opening.took.as_secs_f64())
        });
        row("connections late, refused", &|measured| {
            let opening = &measured.opening;
            format!("{}, {}", opening.late, opening.refused)
        });
    }
}

/// Orders of the shop beside what SQLite does by itself.
///
/// # Errors
/// The shop fails.
pub(crate) fn of_orders(time: Duration, watching: u32) -> Result<String> {
    let head = ["orders", "a second", "p50 / p99, ms"];
    let mut table = Table::new(head.map(str::to_owned));
    let mut row =
        |label: &str, rate: f64, latency| table.row(label, [format!("{rate:.0}"), latency]);

    eprintln!("orders: orderbell");
    let shop = orderbell::start()?;
    let placed = placing::place(shop.address, time)?;
    row(
        "orderbell, 64 clients over HTTP",
        placed.per_second,
        latency(&placed),
    );
    let replayed = replay(&shop, placed.count)?;
    row(
        "orderbell, told from the log to one reader",
        replayed,
        String::new(),
    );
    drop(shop);

    eprintln!("orders: orderbell, {watching} watching");
    let shop = orderbell::start()?;
    let streams = watchers::open(shop.address, watching)?;
    let placed = placing::place(shop.address, time)?;
    let label = format!("orderbell, while {} customers watch theirs", streams.len());
    row(&label, placed.per_second, latency(&placed));
    drop(shop);

    for batch in [1, 10, 100] {
        eprintln!("orders: SQLite, {batch} in a transaction");
        let label = format!("SQLite alone, {batch} in a transaction");
        row(&label, rows::write(batch, time)?, String::new());
    }
    Ok(table.to_string())
}

fn latency(placed: &Placed) -> String {
    let millis = |part| placed.latency.value_at_quantile(part) as f64 / 1e3;
    format!("{:.1} / {:.1}", millis(0.5), millis(0.99))
}
