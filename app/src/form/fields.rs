//! Names and texts, as an address or a form has them.

use leptos::prelude::*;

/// Names and texts, as an address or a form has them.
pub type Fields = Vec<(String, String)>;

/// The address of a page with those fields.
pub fn to_address(page: &str, fields: &[(String, String)]) -> String {
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
        let address = to_address("/admin/orders", &fields);
        let text = "/admin/orders?status=placed&status=ready&q=50%25+%26+%E9%9D%A2";
        assert_eq!(address, text);
        assert_eq!(to_address("/admin/orders", &[]), "/admin/orders");
        assert_eq!(all(&fields, "status"), ["placed", "ready"]);
        assert_eq!((one(&fields, "status"), one(&fields, "to")), ("ready", ""));
    }
}
