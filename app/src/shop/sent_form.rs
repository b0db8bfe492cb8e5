//! The order form, as a browser sends it by itself.

use super::PlaceOrder;

/// How deep the names of its fields go, at most: `lines[7][options][g3]`, and one more.
const DEPTH: usize = 5;

impl PlaceOrder {
    /// The form that was sent as that body; `None` where no browser sends such a one.
    pub fn decode(body: &str) -> Option<Self> {
        // Not strict: browsers write brackets by their numbers.
        let config = serde_qs::Config::new(DEPTH, false);
        config.deserialize_str(body).ok()
    }

    /// The form that was sent as those fields; the same.
    pub fn of_fields(fields: &[(String, String)]) -> Option<Self> {
        let mut body = form_urlencoded::Serializer::new(String::new());
        Self::decode(&body.extend_pairs(fields).finish())
    }
}
