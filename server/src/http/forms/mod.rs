//! What browsers send by themselves, without scripts: the forms of the pages.

mod fields;
mod file_forms;
mod language;
mod menu_table;
mod order;
mod order_table;
mod page_forms;

pub(super) use file_forms::routes as file_routes;

use super::state::AppState;
use axum::{
    Router,
    response::Redirect,
    routing::{get, post},
};

/// Every form but those that send files, and the ones that a session begins and ends with.
pub(super) fn routes() -> Router<AppState> {
    page_forms::routes()
        // Where the browser stands after its form was refused.
        .route("/order", get(to_shop).post(order::place))
        .route("/cart", get(to_shop).post(order::keep))
        .route("/cart/again", get(to_shop).post(order::again))
        .route("/language", post(language::choose))
        .route("/admin/menu/export", get(menu_table::export))
        .route("/admin/orders.csv", get(order_table::export))
}

async fn to_shop() -> Redirect {
    Redirect::to("/")
}
