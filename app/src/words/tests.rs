//! Texts in the number and the unit that fit.

use super::*;

#[test]
fn ages_are_told_in_the_unit_that_fits() {
    assert_eq!(age(Language::English, -5), "just now");
    assert_eq!(age(Language::English, 1), "1 min ago");
    assert_eq!(age(Language::Chinese, 121), "2 小时前");
}

#[test]
fn nobody_is_told_to_wait_for_less_than_it_takes() {
    let english = |seconds| waiting_time(Language::English, seconds);
    assert_eq!(english(1), "1 second");
    assert_eq!(english(59), "59 seconds");
    assert_eq!(english(60), "1 minute");
    assert_eq!(english(61), "2 minutes");
    assert_eq!(waiting_time(Language::Chinese, 900), "15 分钟");
}

#[test]
fn devices_and_pages_are_counted_in_the_right_number() {
    let english = |devices, pages| presence(Language::English, "mei", devices, pages);
    assert_eq!(english(1, 8), "mei · 1 device · 8 pages");
    assert_eq!(english(2, 1), "mei · 2 devices · 1 page");
    assert_eq!(english(0, 3), "mei · 3 pages");
    assert_eq!(
        presence(Language::Chinese, "mei", 1, 8),
        "mei · 1 台设备 · 8 个页面"
    );
}

#[test]
fn the_wall_clock_turns_over_at_midnight() {
    let at = Timestamp::from_millis(16 * 3_600_000 + 61_000);
    assert_eq!(time_of_day(at, 8 * 3600, true), "00:01:01");
    assert_eq!(time_of_day(at, 0, false), "16:01");
    assert_eq!(
        time_of_day(Timestamp::from_millis(0), -3600, false),
        "23:00"
    );
}
