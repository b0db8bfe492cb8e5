//! What browsers send by themselves, without scripts: the forms of the pages.

mod fields;
mod file_forms;
mod language;
mod menu_table;
mod order;
mod order_table;
mod page_forms;

pub(super) use file_forms::routes as file_routes;
pub(super) use order::answer as answer_order;

use super::state::AppState;
use axum::{
    Router,
    routing::{get, post},
};

/// Every form but those that send files, the ones that a session begins and ends with,
/// and that of an order, which shares its path with a server function.
pub(super) fn routes() -> Router<AppState> {
    page_forms::routes()
        .route("/language", post(language::choose))
        .route("/admin/menu/export", get(menu_table::export))
        .route("/admin/orders.csv", get(order_table::export))
}
