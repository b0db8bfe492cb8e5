//! What somebody types of how and when orders are handed over, checked once.

use super::{HandoverRules, Way, Ways};
use crate::validation::{Field, Reason, ValidationErrors};

/// The longest notice that customers have to give, in minutes.
pub const MAX_NOTICE_MINUTES: u32 = 720;

/// Rules as they were typed, with nothing checked yet.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct HandoverRulesDraft {
    /// The ways by their names.
    pub ways: Vec<String>,
    /// Whether customers may say when they want an order.
    pub wanted_times: bool,
    /// How many minutes ahead they have to say it.
    pub notice_minutes: String,
}

impl HandoverRulesDraft {
    /// Checks what was typed, and notes each fault at its field; `None` where there is one.
    pub fn parse(&self, faults: &mut ValidationErrors) -> Option<HandoverRules> {
        let ways = faults.check(Field::Ways, self.ways());
        let max = MAX_NOTICE_MINUTES;
        let minutes = match self.notice_minutes.trim().parse() {
            Ok(minutes) if minutes <= max => Ok(minutes),
            _ => Err(Reason::NotMinutes { max }),
        };
        let minutes = faults.check(Field::NoticeMinutes, minutes);
        let (ways, notice_minutes) = ways.zip(minutes)?;
        Some(HandoverRules {
            ways,
            wanted_times: self.wanted_times,
            notice_minutes,
        })
    }

    fn ways(&self) -> Result<Ways, Reason> {
        let ways = self.ways.iter().map(|way| way.parse::<Way>());
        let ways: Result<Vec<_>, _> = ways.collect();
        let ways = ways.map_err(|_| Reason::NotAChoice)?;
        Ways::try_from(ways).map_err(|_| Reason::NothingChosen)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(ways: &[&str], minutes: &str) -> Result<HandoverRules, ValidationErrors> {
        let draft = HandoverRulesDraft {
            ways: ways.iter().map(|&way| way.to_owned()).collect(),
            wanted_times: true,
            notice_minutes: minutes.to_owned(),
        };
        let mut faults = ValidationErrors::default();
        draft.parse(&mut faults).ok_or(faults)
    }

    #[test]
    fn a_shop_offers_at_least_one_way_each_once() {
        let rules = parse(&["delivery", "pick_up", "delivery"], " 0 ").unwrap();
        assert_eq!(rules.ways.all(), [Way::PickUp, Way::Delivery]);
        assert!(rules.wanted_times && rules.notice_minutes == 0);
        let none = parse(&[], "15").unwrap_err();
        assert_eq!(none.of(Field::Ways), Some(Reason::NothingChosen));
        let unknown = parse(&["drone"], "15").unwrap_err();
        assert_eq!(unknown.of(Field::Ways), Some(Reason::NotAChoice));
    }

    #[test]
    fn the_notice_is_a_number_of_minutes() {
        let max = MAX_NOTICE_MINUTES;
        assert_eq!(parse(&["table"], "720").unwrap().notice_minutes, max);
        for minutes in ["", "soon", "-1", "721", "1.5"] {
            let fault = parse(&["table"], minutes).unwrap_err();
            let reason = fault.of(Field::NoticeMinutes);
            assert_eq!(reason, Some(Reason::NotMinutes { max }), "{minutes}");
        }
    }

    #[test]
    fn a_shop_of_before_lets_its_orders_be_picked_up() {
        let rules: HandoverRules = serde_json::from_str("{}").unwrap();
        assert_eq!(rules.ways.all(), [Way::PickUp]);
        assert!(!rules.wanted_times);
        assert_eq!(rules.notice_minutes, 15);
        assert!(serde_json::from_str::<Ways>("[]").is_err());
    }
}
