//! What somebody types to set a shop up, checked once.

use super::{AlertRules, Hours, Languages, ShopSettings, Spans};
use crate::{
    clock::ShopClock,
    handover::HandoverRulesDraft,
    language::Language,
    text,
    validation::{Field, Reason, ValidationErrors},
};

/// The longest name of a shop, in characters.
pub const MAX_SHOP_NAME: usize = 60;
/// The longest address, in characters.
pub const MAX_ADDRESS: usize = 200;
/// The longest time for which personal data is kept, where it is not kept for ever, in days.
pub const MAX_PERSONAL_DAYS: u32 = 3_650;

/// Settings as they were typed, with nothing checked yet.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct SettingsDraft {
    /// The shop's name.
    pub name: String,
    /// Where it is; possibly nothing.
    pub address: String,
    /// The number to call; possibly nothing.
    pub phone: String,
    /// The time zone by its name (IANA).
    pub time_zone: String,
    /// The currency by its code (ISO 4217).
    pub currency: String,
    /// The languages by their codes.
    pub languages: Vec<String>,
    /// Whether the shop closes at all; the week counts only then.
    pub closes: bool,
    /// The hours of each weekday, Monday first.
    pub week: [String; 7],
    /// Days that are otherwise, a line each.
    pub exceptions: String,
    /// How many days personal data of orders is kept; blank for ever.
    pub personal_days: String,
    /// How and when orders are handed over; `None` where nothing was said of that.
    pub handover: Option<HandoverRulesDraft>,
}

impl SettingsDraft {
    /// Checks what was typed. `clock` knows which time zones there are.
    ///
    /// # Errors
    /// Every fault, each at its field.
    pub fn parse(&self, clock: &dyn ShopClock) -> Result<ShopSettings, ValidationErrors> {
        let mut faults = ValidationErrors::default();
        let name = faults.check(Field::ShopName, text::line(&self.name, MAX_SHOP_NAME));
        let address = text::paragraph(&self.address, MAX_ADDRESS);
        let address = faults.check(Field::Address, address);
        let phone = match self.phone.trim() {
            "" => Ok(String::new()),
            phone => text::phone(phone),
        };
        let phone = faults.check(Field::ShopPhone, phone);
        let zone = self.time_zone.trim();
        let zone = match clock.knows_zone(zone) {
            true => Ok(zone.to_owned()),
            false => Err(Reason::NotATimeZone),
        };
        let time_zone = faults.check(Field::TimeZone, zone);
        let currency = self.currency.trim().to_uppercase().parse();
        let currency = faults.check(Field::Currency, currency.map_err(|_| Reason::NotACurrency));
        let languages = faults.check(Field::Languages, self.languages());
        let hours = self.hours(&mut faults);
        let personal_days = faults.check(Field::PersonalDays, self.personal_days());
        let handover = self.handover.as_ref();
        let handover = handover.and_then(|typed| typed.parse(&mut faults));
        match (name, address, phone, time_zone, currency, languages) {
            (
                Some(name),
                Some(address),
                Some(phone),
                Some(time_zone),
                Some(currency),
                Some(languages),
            ) if faults.is_empty() => Ok(ShopSettings {
                name,
                address,
                phone,
                time_zone,
                currency,
                languages,
                hours,
                personal_days: personal_days.flatten(),
                pause: None,
                alerts: AlertRules::default(),
                handover: handover.unwrap_or_default(),
                payment_pictures: Vec::new(),
                version: 0,
            }),
            _ => Err(faults),
        }
    }

    fn languages(&self) -> Result<Languages, Reason> {
        let known = self.languages.iter().map(|code| Language::from_tag(code));
        let known: Option<Vec<_>> = known.collect();
        let known = known.ok_or(Reason::NotAChoice)?;
        Languages::try_from(known).map_err(|_| Reason::NothingChosen)
    }

    fn personal_days(&self) -> Result<Option<u32>, Reason> {
        let max = MAX_PERSONAL_DAYS;
        match self.personal_days.trim() {
            "" => Ok(None),
            days => match days.parse() {
                Ok(days) if (1..=max).contains(&days) => Ok(Some(days)),
                _ => Err(Reason::OutOfRange { max }),
            },
        }
    }

    fn hours(&self, faults: &mut ValidationErrors) -> Hours {
        let mut week: [Spans; 7] = Default::default();
        for (weekday, (typed, spans)) in (0..).zip(self.week.iter().zip(&mut week)) {
            let parsed = typed.parse().map_err(|_| Reason::NotHours);
            *spans = faults
                .check(Field::Weekday(weekday), parsed)
                .unwrap_or_default();
        }
        let lines = self.exceptions.lines().map(str::trim);
        let lines = lines.filter(|line| !line.is_empty()).map(str::parse);
        let exceptions: Result<Vec<_>, _> = lines.collect();
        let exceptions = exceptions.map_err(|_| Reason::NotHours);
        Hours {
            week: self.closes.then_some(week),
            exceptions: faults
                .check(Field::Exceptions, exceptions)
                .unwrap_or_default(),
        }
    }
}
