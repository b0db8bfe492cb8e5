use super::*;
use delivery::{Clock, Timestamp};

/// A clock that stands, in a zone that is put an hour back at `back_at`.
struct Wall {
    now: i64,
    back_at: i64,
}

impl Clock for Wall {
    fn now(&self) -> Timestamp {
        Timestamp::from_millis(self.now * 1000)
    }

    fn offset(&self, at: Timestamp) -> i32 {
        if at.millis() / 1000 < self.back_at {
            7200
        } else {
            3600
        }
    }
}

impl ShopClock for Wall {
    fn time(&self, _: Timestamp) -> String {
        String::new()
    }

    fn day(&self, _: Timestamp) -> String {
        String::new()
    }

    fn knows_zone(&self, _: &str) -> bool {
        true
    }

    fn set_zone(&self, _: &str) {}
}

const NOON: Wall = Wall {
    now: 12 * 3600,
    back_at: 0,
};

fn draft(to: &[&str], text: &str, expires: &str) -> CircularDraft {
    CircularDraft {
        to: to.iter().map(ToString::to_string).collect(),
        title: String::new(),
        text: text.to_owned(),
        expires: expires.to_owned(),
        order: None,
    }
}

fn readers_of(to: &[&str]) -> Result<Vec<Option<String>>, ValidationErrors> {
    let pushes = draft(to, "hi", "hour").parse(&NOON)?;
    Ok(pushes.into_iter().map(|push| push.to).collect())
}

#[test]
fn each_reader_gets_one_and_everybody_is_one() {
    let names = |names: &[&str]| Ok(names.iter().map(|name| Some((*name).to_owned())).collect());
    assert_eq!(readers_of(&["mei", " li", "mei"]), names(&["li", "mei"]));
    assert_eq!(readers_of(&["mei", ""]), Ok(vec![None]));
    let none = ValidationErrors::only(Field::To, Reason::NothingChosen);
    assert_eq!(readers_of(&[]), Err(none));
    let many: Vec<_> = (0..=MAX_RECIPIENTS).map(|n| format!("u{n}")).collect();
    let many: Vec<_> = many.iter().map(String::as_str).collect();
    let max = MAX_RECIPIENTS;
    let too_many = ValidationErrors::only(Field::To, Reason::NoMore { max });
    assert_eq!(readers_of(&many), Err(too_many));
}

#[test]
fn every_fault_is_told_at_once() {
    let faults = draft(&[], " ", "week").parse(&NOON).unwrap_err();
    let fields: Vec<_> = faults.0.iter().map(|fault| fault.field).collect();
    assert_eq!(fields, [Field::To, Field::ExpiresIn, Field::Text]);
}

#[test]
fn a_day_ends_at_midnight_on_the_wall() {
    // 13:00 on the wall.
    assert_eq!(Expiry::Day.seconds(&NOON), 11 * 3600);
    let put_back = Wall {
        now: 12 * 3600,
        back_at: 20 * 3600,
    };
    // 14:00 on the wall, and one hour comes twice.
    assert_eq!(Expiry::Day.seconds(&put_back), 11 * 3600);
    assert_eq!(Expiry::Quarter.seconds(&NOON), 900);
    assert_eq!(Expiry::Never.seconds(&NOON), MAX_EXPIRY);
}
