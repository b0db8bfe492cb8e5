//! What is asked for, as an address says it.

use super::{OrderFilter, Period, RecentPeriod, SearchText};
use crate::{
    orders::{OrderId, OrderStatus},
    validation::{Field, ValidationErrors},
};
use strum::{EnumString, IntoStaticStr, VariantArray};

const STATUS: &str = "status";
const PERIOD: &str = "period";
const SORT: &str = "sort";
const UNTIL: &str = "until";
const AFTER: &str = "after";
const BEFORE: &str = "before";

/// In which order they stand.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum OrderSort {
    /// The newest first.
    #[default]
    Newest,
    /// The oldest first.
    Oldest,
    /// The one with the highest total first; of equal ones the newer.
    Highest,
}

/// Where a page begins or ends.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// It begins where all begin.
    #[default]
    Start,
    /// It begins after that order.
    After(OrderId),
    /// It ends before that order.
    Before(OrderId),
}

/// What is asked for.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct OrderQuery {
    /// Which orders.
    pub filter: OrderFilter,
    /// In which order.
    pub sort: OrderSort,
    /// The newest order that may be among them; `None` where that is the newest of all.
    pub until: Option<OrderId>,
    /// Which page of them.
    pub place: Place,
}

impl OrderSort {
    /// The name in an address.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

impl OrderQuery {
    /// What an address or a form says, by names and texts. Choices that can't be read say
    /// nothing.
    ///
    /// # Errors
    /// What is wrong with what was typed.
    pub fn parse(fields: &[(String, String)]) -> Result<Self, ValidationErrors> {
        let all = |name: &str| {
            let found = fields.iter().filter(move |(key, _)| key == name);
            found.map(|(_, text)| text.as_str()).collect::<Vec<_>>()
        };
        let one = |name: &str| all(name).last().copied().unwrap_or_default();
        let typed = |field: Field| one(&field.to_string());
        let order = |name: &str| one(name).parse().ok().map(OrderId);
        let wanted: Vec<OrderStatus> = all(STATUS).iter().filter_map(|s| s.parse().ok()).collect();
        // Each once, and always in the same order.
        let statuses = OrderStatus::ALL.into_iter();
        let statuses = statuses.filter(|status| wanted.contains(status)).collect();
        let mut faults = ValidationErrors::default();
        let text = SearchText::parse(typed(Field::SearchText));
        let text = faults.check(Field::SearchText, text).flatten();
        let period = Period::parse(typed(Field::FromDay), typed(Field::ToDay), one(PERIOD));
        let period = period.unwrap_or_else(|wrong| {
            faults.0.extend(wrong.0);
            Period::Any
        });
        if !faults.is_empty() {
            return Err(faults);
        }
        Ok(Self {
            filter: OrderFilter {
                statuses,
                period,
                text,
            },
            sort: one(SORT).parse().unwrap_or_default(),
            until: order(UNTIL),
            place: match (order(AFTER), order(BEFORE)) {
                (Some(id), _) => Place::After(id),
                (None, Some(id)) => Place::Before(id),
                (None, None) => Place::Start,
            },
        })
    }

    /// What it says, by the names of [`Self::parse`].
    pub fn fields(&self) -> Vec<(String, String)> {
        let mut fields = self.view_fields();
        let mut add = |name: &str, id: OrderId| fields.push((name.to_owned(), id.to_string()));
        if let Some(id) = self.until {
            add(UNTIL, id);
        }
        match self.place {
            Place::Start => {}
            Place::After(id) => add(AFTER, id),
            Place::Before(id) => add(BEFORE, id),
        }
        fields
    }

    /// The filter and the sorting alone: what does not change as orders come.
    pub fn view_fields(&self) -> Vec<(String, String)> {
        let filter = &self.filter;
        let mut fields = Vec::new();
        let mut add = |name: String, text: &str| fields.push((name, text.to_owned()));
        for status in &filter.statuses {
            add(STATUS.to_owned(), status.as_str());
        }
        match &filter.period {
            Period::Any => {}
            Period::Recent(recent) => add(PERIOD.to_owned(), recent.as_str()),
            Period::Days(days) => {
                if let Some(from) = &days.from {
                    add(Field::FromDay.to_string(), from);
                }
                if let Some(to) = &days.to {
                    add(Field::ToDay.to_string(), to);
                }
            }
        }
        if let Some(text) = &filter.text {
            add(Field::SearchText.to_string(), text.as_str());
        }
        if self.sort != OrderSort::default() {
            add(SORT.to_owned(), self.sort.as_str());
        }
        fields
    }

    /// The same filter and sorting, from their beginning as it is now.
    pub fn from_start(&self) -> Self {
        Self {
            until: None,
            place: Place::Start,
            ..self.clone()
        }
    }

    /// The same with other days, from their beginning.
    pub fn with_recent(&self, recent: Option<RecentPeriod>) -> Self {
        let mut query = self.from_start();
        query.filter.period = recent.map_or(Period::Any, Period::Recent);
        query
    }

    /// What it says, for those who read who did what. A text that is looked for may be
    /// somebody's name or phone, so that is left out.
    pub fn told(&self) -> String {
        let text = Field::SearchText.to_string();
        let told = self.view_fields().into_iter().map(|(name, value)| {
            let value = if name == text { "…" } else { &*value };
            format!("{name}={value}")
        });
        told.collect::<Vec<_>>().join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(query: &[(&str, &str)]) -> Vec<(String, String)> {
        let owned = |(name, text): &(&str, &str)| ((*name).to_owned(), (*text).to_owned());
        query.iter().map(owned).collect()
    }

    #[test]
    fn an_address_is_read_as_it_was_written() {
        for query in [
            &[][..],
            &[("status", "placed"), ("status", "ready"), ("q", "50% & 面")],
            &[("period", "week"), ("sort", "highest"), ("until", "9")],
            &[("from", "2026-11-01"), ("to", "2026-11-30"), ("after", "7")],
            &[("sort", "oldest"), ("before", "7")],
        ] {
            let query = fields(query);
            let parsed = OrderQuery::parse(&query).unwrap();
            assert_eq!(parsed.fields(), query);
            assert_eq!(OrderQuery::parse(&parsed.fields()), Ok(parsed));
        }
    }

    #[test]
    fn what_cannot_be_read_says_nothing() {
        let query = fields(&[
            ("status", "eaten"),
            ("period", "ever"),
            ("sort", "1"),
            ("until", "x"),
            ("after", "-"),
            ("q", "  "),
        ]);
        assert_eq!(OrderQuery::parse(&query), Ok(OrderQuery::default()));
        let twice = fields(&[
            ("status", "ready"),
            ("status", "ready"),
            ("status", "placed"),
        ]);
        let query = OrderQuery::parse(&twice).unwrap();
        let statuses = [OrderStatus::Placed, OrderStatus::Ready];
        assert_eq!(query.filter.statuses, statuses);
    }

    #[test]
    fn every_fault_is_told() {
        let long = "面".repeat(101);
        let query = fields(&[("q", &long), ("from", "x"), ("to", "y")]);
        let faults = OrderQuery::parse(&query).unwrap_err();
        assert_eq!(faults.0.len(), 3);
    }

    #[test]
    fn nobodys_name_is_told() {
        let query = fields(&[("status", "finished"), ("q", "Li"), ("until", "9")]);
        let query = OrderQuery::parse(&query).unwrap();
        assert_eq!(query.told(), "status=finished q=…");
        assert_eq!(query.from_start().until, None);
    }
}
