//! What is asked for: all of it stands in the address, and goes along with the forms.

use super::bulk_answer::AfterBulk;
use crate::{
    form::{Refused, fields::Fields},
    request,
};
use leptos::prelude::*;

/// The page.
pub const PAGE: &str = "/admin/orders";
/// Where the table is had.
pub const TABLE: &str = "/admin/orders.csv";
/// The page with tickets for paper.
pub const PRINT: &str = "/admin/orders/print";

/// What the address of the page says that is drawn, or else the form that it answers.
pub fn asked() -> Fields {
    if let Some(after) = use_context::<AfterBulk>() {
        return after.fields;
    }
    if let Some(refused) = use_context::<Refused>() {
        return refused.fields;
    }
    let address = request::address();
    let query = address.split_once('?').map_or("", |(_, query)| query);
    form_urlencoded::parse(query.as_bytes())
        .into_owned()
        .collect()
}
