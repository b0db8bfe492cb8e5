//! The settings as a TOML file: what the settings' page has, by the same names.

use super::{
    faults::{Faults, WEEK},
    table::Keys,
};
use domain::{
    handover::HandoverRulesDraft,
    settings::{SettingsDraft, ShopSettings},
};
use serde::Serialize;
use toml::{Table, map::Map};

/// The settings, as they are written.
#[derive(Serialize)]
struct Written<'a> {
    shop_name: &'a str,
    address: &'a str,
    shop_phone: &'a str,
    time_zone: &'a str,
    currency: &'a str,
    languages: Vec<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    personal_days: Option<u32>,
    exceptions: Vec<String>,
    closes: bool,
    week: Map<String, toml::Value>,
    handover: WrittenHandover,
}

#[derive(Serialize)]
struct WrittenHandover {
    ways: Vec<&'static str>,
    wanted_times: bool,
    notice_minutes: u32,
}

/// The settings as a file.
///
/// # Errors
/// They have no form in TOML.
pub(super) fn write(settings: &ShopSettings) -> Result<String, toml::ser::Error> {
    let hours = &settings.hours;
    let exceptions = hours.exceptions.iter();
    let exceptions = exceptions.map(|day| day.to_string().trim().to_owned());
    let week = hours.week.clone().unwrap_or_default();
    let week = WEEK.into_iter().zip(week);
    let languages = settings.languages.all().iter();
    let rules = &settings.handover;
    let ways = rules.ways.all().iter();
    toml::to_string(&Written {
        shop_name: &settings.name,
        address: &settings.address,
        shop_phone: &settings.phone,
        time_zone: &settings.time_zone,
        currency: settings.currency.code(),
        languages: languages.map(|language| language.code()).collect(),
        personal_days: settings.personal_days,
        exceptions: exceptions.collect(),
        closes: hours.week.is_some(),
        week: week
            .map(|(day, spans)| (day.to_owned(), spans.to_string().into()))
            .collect(),
        handover: WrittenHandover {
            ways: ways.map(|way| way.as_str()).collect(),
            wanted_times: rules.wanted_times,
            notice_minutes: rules.notice_minutes,
        },
    })
}

/// What a file says, with nothing checked but its form, and what is wrong with that.
///
/// # Errors
/// It is no TOML.
pub(super) fn read(text: &str) -> Result<(SettingsDraft, Faults), toml::de::Error> {
    let table: Table = text.parse()?;
    let mut faults = Faults::default();
    let mut keys = Keys::new("", table, &mut faults);
    let mut draft = SettingsDraft {
        name: keys.text("shop_name"),
        address: keys.text("address"),
        phone: keys.text("shop_phone"),
        time_zone: keys.text("time_zone"),
        currency: keys.text("currency"),
        languages: keys.texts("languages"),
        closes: keys.flag("closes"),
        week: Default::default(),
        exceptions: keys.texts("exceptions").join("\n"),
        personal_days: keys.number("personal_days"),
        handover: None,
    };
    let week = keys.table("week");
    let handover = keys.optional_table("handover");
    keys.end();
    // Where there is none, that is the fault, and not each of its days.
    if !week.is_empty() {
        let mut days = Keys::new("week.", week, &mut faults);
        draft.week = WEEK.map(|day| days.text(day));
        days.end();
    }
    // A file of before has none, and leaves that as it is.
    if let Some(handover) = handover {
        let mut keys = Keys::new("handover.", handover, &mut faults);
        draft.handover = Some(HandoverRulesDraft {
            ways: keys.texts("ways"),
            wanted_times: keys.flag("wanted_times"),
            notice_minutes: keys.number("notice_minutes"),
        });
        keys.end();
    }
    Ok((draft, faults))
}
