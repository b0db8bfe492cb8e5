//! How an order shall be handed over, as it arrives.

use super::{Handover, Way};
use crate::{
    text,
    validation::{Field, Reason, ValidationErrors},
};
use serde::{Deserialize, Serialize};

/// The most characters of a table's number or name.
pub const MAX_TABLE: usize = 20;
/// The most characters of the address that an order is brought to.
pub const MAX_DELIVERY_ADDRESS: usize = 200;

/// How an order shall be handed over, with nothing checked yet.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct HandoverDraft {
    /// The way by its name; blank where it is picked up.
    pub way: String,
    /// The table; counts only where it is brought to one.
    pub table: String,
    /// The address; counts only where it is brought to one.
    pub address: String,
}

impl HandoverDraft {
    /// Checks its form, and notes each fault at its field; `None` where there is one.
    pub fn parse(&self, faults: &mut ValidationErrors) -> Option<Handover> {
        let way = match self.way.trim() {
            "" => Ok(Way::PickUp),
            way => way.parse().map_err(|_| Reason::NotAChoice),
        };
        let way = faults.check(Field::Way, way)?;
        let mut handover = Handover {
            way,
            ..Handover::default()
        };
        match way {
            Way::PickUp => {}
            Way::Table => {
                let table = text::line(&self.table, MAX_TABLE);
                handover.table = faults.check(Field::Table, table)?;
            }
            Way::Delivery => {
                let address = text::line(&one_line(&self.address), MAX_DELIVERY_ADDRESS);
                handover.address = faults.check(Field::DeliveryAddress, address)?;
            }
        }
        Some(handover)
    }
}

/// What was typed on several lines, on one: tickets and lists have one for it.
fn one_line(text: &str) -> String {
    let lines = text.lines().map(str::trim);
    let lines: Vec<_> = lines.filter(|line| !line.is_empty()).collect();
    lines.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(way: &str, table: &str, address: &str) -> Result<Handover, (Field, Reason)> {
        let draft = HandoverDraft {
            way: way.to_owned(),
            table: table.to_owned(),
            address: address.to_owned(),
        };
        let mut faults = ValidationErrors::default();
        let parsed = draft.parse(&mut faults);
        parsed.ok_or_else(|| (faults.0[0].field, faults.0[0].reason))
    }

    #[test]
    fn who_says_nothing_comes_for_it() {
        let picked_up = parse("", "7", "1 Noodle Street").unwrap();
        assert_eq!(picked_up, Handover::default());
        assert_eq!(picked_up.place(), "");
        assert_eq!(parse("pick_up", "", ""), Ok(picked_up));
        assert_eq!(
            parse("drone", "", ""),
            Err((Field::Way, Reason::NotAChoice))
        );
    }

    #[test]
    fn a_table_has_a_number_or_a_name() {
        assert_eq!(parse("table", " 窗边 ", "ignored").unwrap().place(), "窗边");
        assert_eq!(parse("table", " ", "x"), Err((Field::Table, Reason::Blank)));
        let long = parse("table", &"7".repeat(21), "");
        let max = MAX_TABLE;
        assert_eq!(long, Err((Field::Table, Reason::TooLong { max })));
    }

    #[test]
    fn what_is_brought_has_an_address() {
        let brought = parse("delivery", "7", " 1 Noodle Street\r\n\r\n 2nd floor ").unwrap();
        assert_eq!(brought.place(), "1 Noodle Street, 2nd floor");
        assert_eq!(brought.table, "");
        for (address, masked) in [
            ("1 Noodle Street", "••••reet"),
            ("漕溪北路", "••••路"),
            ("5", "••••"),
            ("", ""),
        ] {
            let address = address.to_owned();
            let shown = Handover {
                address,
                ..brought.clone()
            };
            assert_eq!(shown.with_masked_address().place(), masked);
        }
        assert_eq!(brought.without_address().place(), "");
        let field = Field::DeliveryAddress;
        assert_eq!(parse("delivery", "7", "\n"), Err((field, Reason::Blank)));
        let max = MAX_DELIVERY_ADDRESS;
        let long = parse("delivery", "", &"路".repeat(201));
        assert_eq!(long, Err((field, Reason::TooLong { max })));
    }

    #[test]
    fn what_is_kept_is_short_and_what_was_kept_is_read() {
        let table = parse("table", "7", "").unwrap();
        let json = serde_json::to_string(&table).unwrap();
        assert_eq!(json, r#"{"way":"table","table":"7"}"#);
        assert_eq!(serde_json::from_str::<Handover>(&json).unwrap(), table);
    }
}
