//! What is asked for: all of it stands in the address, and goes along with the forms.

use super::bulk_answer::AfterBulk;
use crate::{form::Refused, request};
use leptos::prelude::*;

/// The page.
pub const PAGE: &str = "/admin/orders";
/// Where the table is had.
pub const TABLE: &str = "/admin/orders.csv";
/// The page with tickets for paper.
pub const PRINT: &str = "/admin/orders/print";

/// Names and texts, as an address or a form has them.
pub type Fields = Vec<(String, String)>;

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

/// The address of a page with those fields.
pub fn write(page: &str, fields: &[(String, String)]) -> String {
    if fields.is_empty() {
        return page.to_owned();
    }
    let mut query = form_urlencoded::Serializer::new(format!("{page}?"));
    for (name, text) in fields {
        query.append_pair(name, text);
    }
    // What was there before counts as written.
    query.finish().replacen("?&", "?", 1)
}

/// All texts of that name.
pub fn all(fields: &[(String, String)], name: &str) -> Vec<String> {
    let found = fields.iter().filter(|(key, _)| key == name);
    found.map(|(_, text)| text.clone()).collect()
}

/// The last text of that name; nothing where there is none.
pub fn one<'a>(fields: &'a [(String, String)], name: &str) -> &'a str {
    let found = fields.iter().rev().find(|(key, _)| key == name);
    found.map_or("", |(_, text)| text)
}

/// The fields as those of a form that nobody fills in.
pub fn hidden(fields: Fields) -> impl IntoView {
    let fields = fields.into_iter().map(|(name, value)| {
        view! { <input type="hidden" name=name value=value /> }
    });
    fields.collect_view()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_as_it_was_written() {
        let fields = [("status", "placed"), ("status", "ready"), ("q", "50% & 面")];
        let fields: Fields = fields.map(|(a, b)| (a.to_owned(), b.to_owned())).into();
        let address = write(PAGE, &fields);
        let text = "/admin/orders?status=placed&status=ready&q=50%25+%26+%E9%9D%A2";
        assert_eq!(address, text);
        assert_eq!(write(PAGE, &[]), PAGE);
        assert_eq!(all(&fields, "status"), ["placed", "ready"]);
        assert_eq!((one(&fields, "status"), one(&fields, "to")), ("ready", ""));
    }
}
