//! Texts in a table: a spreadsheet takes what begins with certain signs for a formula,
//! and would compute what somebody has written into the shop. An apostrophe before it
//! says that it is a text.

/// The text, so that no spreadsheet computes it.
pub(super) fn guarded(text: &str) -> String {
    match begins_formula(text) || is_guarded(text) {
        true => format!("'{text}"),
        false => text.to_owned(),
    }
}

/// The text that [`guarded`] was given.
pub(crate) fn unguarded(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if is_guarded(text) => rest,
        _ => text,
    }
}

/// Whether an apostrophe was put before it; one that belongs to the text, as in
/// `'t Hoekje`, is none of these.
fn is_guarded(text: &str) -> bool {
    let rest = text.strip_prefix('\'');
    rest.is_some_and(|rest| begins_formula(rest) || rest.starts_with('\''))
}

fn begins_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_formula_is_a_text() {
        for (text, written) in [
            ("=1+1", "'=1+1"),
            ("+49", "'+49"),
            ("-", "'-"),
            ("@SUM", "'@SUM"),
            ("\tx", "'\tx"),
            ("\rx", "'\rx"),
            ("'t Hoekje", "'t Hoekje"),
            ("'=x", "''=x"),
            ("面", "面"),
            ("", ""),
        ] {
            assert_eq!(guarded(text), written);
            assert_eq!(unguarded(written), text);
        }
    }

    proptest! {
        #[test]
        fn every_text_comes_back(text in "['=+@a-]{0,5}") {
            let written = guarded(&text);
            prop_assert!(!begins_formula(&written));
            prop_assert_eq!(unguarded(&written), text);
        }
    }
}
