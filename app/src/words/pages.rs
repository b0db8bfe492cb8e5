//! Those that the server alone says.

use super::options;
use domain::{
    language::Language, menu::Mark, orders::OrderLine, settings::PauseLength, users::Role,
};
use std::borrow::Cow;

/// What marks of a dish are called.
pub fn marks(language: Language, marks: &[Mark]) -> Vec<String> {
    let words = marks.iter().map(|mark| match mark {
        Mark::Spicy => tr!(language, "mark.spicy"),
        Mark::Vegetarian => tr!(language, "mark.vegetarian"),
        Mark::Vegan => tr!(language, "mark.vegan"),
        Mark::Nuts => tr!(language, "mark.nuts"),
        Mark::Gluten => tr!(language, "mark.gluten"),
        Mark::Seafood => tr!(language, "mark.seafood"),
        Mark::Dairy => tr!(language, "mark.dairy"),
        Mark::Egg => tr!(language, "mark.egg"),
        Mark::Soy => tr!(language, "mark.soy"),
    });
    words.map(Cow::into_owned).collect()
}

/// So many of what, with what was chosen of it.
pub fn order_line(language: Language, line: &OrderLine) -> String {
    let name = line.name.get(language);
    match options(language, line).as_str() {
        "" => format!("{} × {name}", line.quantity),
        options => format!("{} × {name} ({options})", line.quantity),
    }
}

/// What a role is called.
pub fn role(language: Language, role: Role) -> String {
    let text = match role {
        Role::Owner => tr!(language, "role.owner"),
        Role::Manager => tr!(language, "role.manager"),
        Role::Staff => tr!(language, "role.staff"),
    };
    text.into_owned()
}

/// What a weekday is called; 0 is Monday.
pub fn weekday(language: Language, day: u8) -> String {
    let text = match day {
        0 => tr!(language, "weekday.monday"),
        1 => tr!(language, "weekday.tuesday"),
        2 => tr!(language, "weekday.wednesday"),
        3 => tr!(language, "weekday.thursday"),
        4 => tr!(language, "weekday.friday"),
        5 => tr!(language, "weekday.saturday"),
        _ => tr!(language, "weekday.sunday"),
    };
    text.into_owned()
}

/// What the length of a pause is called.
pub fn pause_length(language: Language, length: PauseLength) -> String {
    let text = match length {
        PauseLength::Quarter => tr!(language, "pause.quarter"),
        PauseLength::Half => tr!(language, "pause.half"),
        PauseLength::Hour => tr!(language, "pause.hour"),
        PauseLength::Day => tr!(language, "pause.day"),
        PauseLength::Open => tr!(language, "pause.until_ended"),
    };
    text.into_owned()
}
