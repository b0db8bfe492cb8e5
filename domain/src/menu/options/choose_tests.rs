use super::*;
use crate::{
    ids::OptionGroupId,
    menu::options::{OptionChoice, OptionGroupFields},
};

fn group(id: i64, selection: Selection, required: bool) -> OptionGroup {
    let choice = |number: u32| OptionChoice {
        number,
        name: Localized {
            zh: format!("选{number}"),
            en: format!("choice {number}"),
        },
        price: Money::from_minor(100 * i64::from(number)),
        is_default: false,
    };
    OptionGroup {
        id: OptionGroupId(id),
        fields: OptionGroupFields {
            name: Localized::default(),
            selection,
            required,
            choices: vec![choice(2), choice(1)],
        },
        version: 1,
        last_choice: 2,
    }
}

fn wanted(texts: &[&str]) -> Vec<WantedChoice> {
    let want = |text: &&str| WantedChoice {
        choice: text.parse().unwrap(),
        price: None,
    };
    texts.iter().map(want).collect()
}

/// What comes of those choices, of a size that has to be chosen and extras.
fn chosen(texts: &[&str]) -> Result<Vec<String>, Reason> {
    let groups = [
        group(1, Selection::One, true),
        group(2, Selection::Several, false),
    ];
    let chosen = choose(&groups, &wanted(texts))?;
    Ok(chosen.iter().map(|one| one.choice.to_string()).collect())
}

#[test]
fn choices_come_in_the_order_of_the_shop() {
    let all = chosen(&["2-1", "1-1", "2-2"]);
    assert_eq!(all.unwrap(), ["1-1", "2-2", "2-1"]);
}

#[test]
fn what_is_said_twice_counts_once() {
    assert_eq!(chosen(&["1-1", "1-1"]).unwrap(), ["1-1"]);
}

#[test]
fn what_has_to_be_chosen_can_not_be_left_out() {
    assert_eq!(chosen(&["2-1"]), Err(Reason::OptionMissing));
}

#[test]
fn of_one_size_two_can_not_be_taken() {
    assert_eq!(chosen(&["1-1", "1-2"]), Err(Reason::OneOption));
}

#[test]
fn what_another_dish_has_can_not_be_chosen() {
    assert_eq!(chosen(&["1-1", "3-1"]), Err(Reason::UnknownOption));
    assert_eq!(chosen(&["1-1", "2-9"]), Err(Reason::UnknownOption));
}
