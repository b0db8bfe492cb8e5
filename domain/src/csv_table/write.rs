//! Rows, written.

use super::cell::guarded;
use csv::{Error, Terminator, WriterBuilder};

/// Rows of a table, as spreadsheets open it; no cell is computed. A mark of UTF-8 stands
/// before them where they are the first.
///
/// # Errors
/// There is no memory left to write into.
pub fn to_csv_rows<Row: IntoIterator<Item = String>>(
    rows: impl IntoIterator<Item = Row>,
    are_first: bool,
) -> Result<Vec<u8>, Error> {
    let mark = if are_first { "\u{feff}" } else { "" };
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .from_writer(mark.as_bytes().to_vec());
    for row in rows {
        writer.write_record(row.into_iter().map(|cell| guarded(&cell)))?;
    }
    writer
        .into_inner()
        .map_err(|error| error.into_error().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_no_formula() {
        let row = ["=1+1".to_owned(), "a\nb".to_owned()];
        let csv = to_csv_rows([row.clone()], true).unwrap();
        assert_eq!(
            String::from_utf8(csv).unwrap(),
            "\u{feff}'=1+1,\"a\nb\"\r\n"
        );
        let csv = to_csv_rows([row], false).unwrap();
        assert!(csv.starts_with(b"'=1+1"));
    }
}
