use super::*;
use crate::{
    money::Currency,
    settings::{PauseLength, set_clock::SetClock},
};

fn shop(week: Option<[&str; 7]>, exceptions: &[&str]) -> ShopSettings {
    let mut shop = ShopSettings::new("Fulai", "UTC", Currency::CNY);
    shop.hours = Hours {
        week: week.map(|week| week.map(|spans| spans.parse().unwrap())),
        exceptions: exceptions
            .iter()
            .map(|text| text.parse().unwrap())
            .collect(),
    };
    shop
}

const WEEK: [&str; 7] = [
    "11:00-14:00, 17:00-22:00",
    "11:00-14:00",
    "11:00-14:00",
    "11:00-14:00",
    "18:00-02:00",
    "",
    "",
];

/// When it opens; nothing where it is open.
fn opens(shop: &ShopSettings, clock: &SetClock, day: i64, time: &str) -> Option<String> {
    let at = clock.set(day, time);
    shop.check_open(clock, at)
        .err()
        .and_then(|closed| closed.opens)
}

#[test]
fn a_shop_is_open_by_its_hours_and_says_when_it_opens() {
    let clock = SetClock::default();
    let shop = shop(Some(WEEK), &["2026-11-25", "2026-11-28 10:00-12:00"]);
    for (day, time, expected) in [
        (23, "10:59", Some("11:00")),
        (23, "11:00", None),
        (23, "13:59", None),
        (23, "14:00", Some("17:00")),
        (23, "22:00", Some("2026-11-24 11:00")),
        // The 25th is closed, although it is a Wednesday.
        (25, "12:00", Some("2026-11-26 11:00")),
        (27, "23:59", None),
        // What began on Friday goes on past midnight.
        (28, "01:59", None),
        (28, "02:00", Some("10:00")),
        (28, "12:00", Some("2026-11-30 11:00")),
    ] {
        let found = opens(&shop, &clock, day, time);
        assert_eq!(found.as_deref(), expected, "{day} {time}");
    }
    let always = self::shop(None, &["2026-11-25"]);
    assert_eq!(opens(&always, &clock, 24, "03:00"), None);
    let closed = opens(&always, &clock, 25, "03:00");
    assert_eq!(closed.as_deref(), Some("2026-11-26 00:00"));
    let never = self::shop(Some([""; 7]), &[]);
    let at = clock.set(24, "12:00");
    assert_eq!(never.check_open(&clock, at).unwrap_err().opens, None);
}

#[test]
fn whoever_began_before_closing_has_five_minutes() {
    let clock = SetClock::default();
    let shop = shop(Some(WEEK), &[]);
    for (time, may) in [
        ("13:59", true),
        ("14:04", true),
        ("14:05", false),
        ("10:59", false),
    ] {
        let at = clock.set(23, time);
        assert_eq!(shop.check_order(&clock, at).is_ok(), may, "{time}");
    }
}

#[test]
fn a_pause_ends_when_it_was_said() {
    let clock = SetClock::default();
    for (length, still, over, ends) in [
        (
            PauseLength::Quarter,
            (23, "12:14"),
            (23, "12:15"),
            Some("12:15"),
        ),
        (
            PauseLength::Half,
            (23, "12:29"),
            (23, "12:30"),
            Some("12:30"),
        ),
        (
            PauseLength::Hour,
            (23, "12:59"),
            (23, "13:00"),
            Some("13:00"),
        ),
        (
            PauseLength::Day,
            (23, "13:59"),
            (24, "11:00"),
            Some("2026-11-24"),
        ),
        (PauseLength::Open, (24, "11:00"), (25, "10:00"), None),
    ] {
        let mut shop = shop(Some(WEEK), &[]);
        clock.set(23, "12:00");
        shop.pause = Some(length.begin("Too busy", &clock).unwrap());
        let at = clock.set(still.0, still.1);
        let closed = shop.check_open(&clock, at).unwrap_err();
        assert_eq!(
            (closed.opens.as_deref(), &*closed.message),
            (ends, "Too busy")
        );
        // There is no grace: the kitchen can't take more.
        assert!(shop.check_order(&clock, at).is_err());
        let at = clock.set(over.0, over.1);
        let is_open = shop.check_open(&clock, at).is_ok();
        assert_eq!(is_open, length != PauseLength::Open, "{length:?}");
    }
}
