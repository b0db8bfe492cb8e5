//! Fields of a URL's query that are taken as they are, whatever else stands there.

use axum::{extract::Query, http::Uri};

/// The last field of that name.
pub(super) fn last_of(uri: &Uri, name: &str) -> Option<String> {
    let query = Query::<Vec<(String, String)>>::try_from_uri(uri);
    let Query(fields) = query.ok()?;
    let field = fields.into_iter().rfind(|(field, _)| field == name);
    field.map(|(_, value)| value)
}
