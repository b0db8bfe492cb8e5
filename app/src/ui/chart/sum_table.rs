//! A table of sums.

use leptos::prelude::*;

/// A row of a table of sums.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SumRow {
    /// What the row is called in the table: another one in each row.
    pub key: String,
    /// What it is the sum of.
    pub name: String,
    /// Its cells, as many as the table has heads but for the first.
    pub cells: Vec<String>,
}

impl SumRow {
    /// A row whose name is its own.
    pub fn new(name: impl Into<String>, cells: Vec<String>) -> Self {
        let name = name.into();
        Self {
            key: name.clone(),
            name,
            cells,
        }
    }
}

/// A table of sums: names first, then numbers.
#[component]
pub fn SumTable(
    /// What it is about, above it.
    #[prop(into)]
    caption: String,
    /// The heads of its columns.
    heads: Vec<String>,
    /// Its rows.
    rows: Vec<SumRow>,
    /// What the table is called in the page.
    name: &'static str,
) -> impl IntoView {
    let heads = heads
        .into_iter()
        .map(|head| view! { <th scope="col">{head}</th> });
    let rows = rows.into_iter().map(|row| {
        let cells = row.cells.into_iter().map(|cell| view! { <td>{cell}</td> });
        view! {
            <tr data-key=format!("{name}-{}", row.key)>
                <th scope="row">{row.name}</th>
                {cells.collect_view()}
            </tr>
        }
    });
    view! {
        <table class="sums" data-sums=name>
            <caption>{caption}</caption>
            <thead>
                <tr>{heads.collect_view()}</tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
}
