use super::*;
use crate::{
    handover::{HandoverRules, Way, Ways},
    money::Currency,
    settings::{Exception, set_clock::SetClock},
};

/// A Monday.
const MONDAY: i64 = 23;

/// A shop that is open in those spans on each day, or always, and takes wishes a quarter of an
/// hour ahead.
fn shop(spans: Option<&str>) -> ShopSettings {
    let mut shop = ShopSettings::new("Fulai", "UTC", Currency::CNY);
    shop.hours.week = spans.map(|spans| [0; 7].map(|_| spans.parse().unwrap()));
    shop.handover = HandoverRules {
        ways: Ways::default(),
        wanted_times: true,
        notice_minutes: 15,
    };
    shop
}

/// When an order is wanted that is placed on Monday at `now`, as the clock shows it.
fn agree(shop: &ShopSettings, now: &str, wanted: &str, of: WishOf) -> Result<String, Reason> {
    let clock = SetClock::default();
    let now = clock.set(MONDAY, now);
    let agreed = shop.agree(&Handover::default(), wanted, of, &clock, now);
    let reason = |faults: ValidationErrors| faults.of(Field::Wanted).unwrap();
    let shown =
        |at: Option<Timestamp>| at.map_or_else(|| "soon".to_owned(), |at| clock.day_and_time(at));
    agreed.map(shown).map_err(reason)
}

fn customer(shop: &ShopSettings, now: &str, wanted: &str) -> Result<String, Reason> {
    agree(shop, now, wanted, WishOf::Customer)
}

fn too_soon(earliest: &str) -> Result<String, Reason> {
    let earliest = earliest.parse().unwrap();
    Err(Reason::TooSoon { earliest })
}

fn at(day: i64, time: &str) -> Result<String, Reason> {
    Ok(format!("2026-11-{day} {time}"))
}

#[test]
fn who_wants_nothing_else_gets_it_as_soon_as_possible() {
    let mut shop = shop(Some("11:00-14:00"));
    assert_eq!(customer(&shop, "12:00", " "), Ok("soon".to_owned()));
    shop.handover.wanted_times = false;
    assert_eq!(customer(&shop, "12:00", ""), Ok("soon".to_owned()));
    let refused = customer(&shop, "12:00", "13:00");
    assert_eq!(refused, Err(Reason::NotOffered));
}

#[test]
fn a_time_is_far_enough_ahead_and_within_the_hours() {
    let shop = shop(Some("11:00-14:00, 17:00-22:00"));
    assert_eq!(customer(&shop, "12:00", "12:15"), at(MONDAY, "12:15"));
    assert_eq!(customer(&shop, "12:00", "18:00"), at(MONDAY, "18:00"));
    assert_eq!(customer(&shop, "12:00", "12:14"), too_soon("12:15"));
    assert_eq!(customer(&shop, "12:00", "11:59"), too_soon("12:15"));
    for closed in ["14:00", "16:59", "22:00", "23:59"] {
        let refused = customer(&shop, "12:00", closed);
        assert_eq!(refused, Err(Reason::ClosedThen), "{closed}");
    }
    assert_eq!(customer(&shop, "12:00", "soon"), Err(Reason::NotATime));
}

#[test]
fn the_notice_is_the_shops() {
    let mut shop = shop(None);
    shop.handover.notice_minutes = 90;
    assert_eq!(customer(&shop, "12:00", "13:29"), too_soon("13:30"));
    assert_eq!(customer(&shop, "12:00", "13:30"), at(MONDAY, "13:30"));
    let clock = SetClock::default();
    let now = clock.set(MONDAY, "12:00");
    assert_eq!(shop.earliest_wanted(&clock, now).to_string(), "13:30");
    shop.handover.notice_minutes = 0;
    assert_eq!(customer(&shop, "12:00", "12:00"), at(MONDAY, "12:00"));
    assert_eq!(customer(&shop, "12:00", "11:59"), too_soon("12:00"));
}

#[test]
fn a_night_belongs_to_the_day_before() {
    let late = shop(Some("17:00-02:00"));
    assert_eq!(customer(&late, "23:30", "00:30"), at(24, "00:30"));
    assert_eq!(customer(&late, "23:50", "00:04"), too_soon("00:05"));
    assert_eq!(customer(&late, "23:30", "02:00"), too_soon("23:45"));
    assert_eq!(customer(&late, "00:30", "01:00"), at(MONDAY, "01:00"));
    // By then it has been closed for long.
    assert_eq!(customer(&late, "12:00", "01:00"), too_soon("12:15"));
    let always = shop(None);
    assert_eq!(customer(&always, "23:50", "00:30"), at(24, "00:30"));
    assert_eq!(customer(&always, "12:30", "08:00"), too_soon("12:45"));
    assert_eq!(customer(&always, "12:30", "12:00"), too_soon("12:45"));
    let mut closes = shop(None);
    closes.hours.exceptions = vec!["2026-11-24".parse::<Exception>().unwrap()];
    assert_eq!(customer(&closes, "23:30", "00:30"), too_soon("23:45"));
}

#[test]
fn who_works_there_knows_better() {
    let shop = shop(Some("11:00-14:00"));
    let staff = |wanted| agree(&shop, "12:00", wanted, WishOf::Staff);
    assert_eq!(staff("12:01"), at(MONDAY, "12:01"));
    assert_eq!(staff("15:00"), at(MONDAY, "15:00"));
    assert_eq!(staff("11:00"), too_soon("12:00"));
}

#[test]
fn a_way_has_to_be_offered() {
    let mut shop = shop(None);
    let clock = SetClock::default();
    let now = clock.set(MONDAY, "12:00");
    let table = Handover {
        way: Way::Table,
        table: "7".to_owned(),
        address: String::new(),
    };
    let agree = |shop: &ShopSettings| shop.agree(&table, "x", WishOf::Customer, &clock, now);
    let refused = agree(&shop).unwrap_err();
    assert_eq!(refused.of(Field::Way), Some(Reason::NotOffered));
    assert_eq!(refused.of(Field::Wanted), Some(Reason::NotATime));
    shop.handover.ways = Ways::try_from(vec![Way::Table]).unwrap();
    assert_eq!(agree(&shop).unwrap_err().of(Field::Way), None);
}
