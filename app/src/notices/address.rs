//! Which notices are shown: all of it stands in the address.

use crate::form::fields::{self, Fields};
use domain::{
    Seq,
    notices::{NoticeFilter, NoticeKind},
};
use leptos::prelude::*;

/// The page.
pub const PAGE: &str = "/admin/notices";

/// The name of the kind in the address.
pub const KIND: &str = "kind";
/// The name of that they are not read in the address.
pub const UNREAD: &str = "unread";
/// The name of the notice before which they stand in the address.
pub const BEFORE: &str = "before";

/// The filter that texts of an address or of a form say; what can't be read says nothing.
pub fn read(text: impl Fn(&str) -> String) -> NoticeFilter {
    NoticeFilter {
        kind: text(KIND).parse().ok(),
        unread: !text(UNREAD).is_empty(),
        before: text(BEFORE).parse().ok().map(Seq),
    }
}

/// What a filter says, by the names in the address.
fn parts(filter: NoticeFilter) -> Fields {
    let kind = filter.kind.map(NoticeKind::as_str);
    let parts = [
        kind.map(|kind| (KIND, kind.to_owned())),
        filter.unread.then(|| (UNREAD, "1".to_owned())),
        filter.before.map(|seq| (BEFORE, seq.to_string())),
    ];
    let parts = parts.into_iter().flatten();
    parts.map(|(name, text)| (name.to_owned(), text)).collect()
}

/// The address of the page with that filter.
pub fn write(filter: NoticeFilter) -> String {
    fields::to_address(PAGE, &parts(filter))
}

/// The filter as fields that nobody fills in.
pub fn fields(filter: NoticeFilter) -> impl IntoView {
    fields::hidden(parts(filter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_as_it_was_written() {
        let filter = NoticeFilter {
            kind: Some(NoticeKind::Cancel),
            unread: true,
            before: Some(Seq(7)),
        };
        assert_eq!(
            write(filter),
            "/admin/notices?kind=cancel&unread=1&before=7"
        );
        assert_eq!(write(NoticeFilter::default()), PAGE);
        let text = |name: &str| match name {
            KIND => "cancel".to_owned(),
            UNREAD => "1".to_owned(),
            _ => "7".to_owned(),
        };
        assert_eq!(read(text), filter);
        assert_eq!(read(|_| "-".to_owned()).kind, None);
    }
}
