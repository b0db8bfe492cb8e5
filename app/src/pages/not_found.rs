//! Where there is nothing.

use super::{language, notice};
use axum::http::StatusCode;
use leptos::prelude::*;

/// The page of every path that leads nowhere.
#[component]
pub fn NotFound() -> impl IntoView {
    notice(StatusCode::NOT_FOUND, tr!(language(), "page.not_found"))
}
