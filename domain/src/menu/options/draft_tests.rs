use super::*;
use crate::ids::OptionGroupId;

fn choice(number: &str, name: &str, price: &str) -> ChoiceDraft {
    ChoiceDraft {
        number: number.to_owned(),
        name_en: name.to_owned(),
        price: price.to_owned(),
        ..ChoiceDraft::default()
    }
}

fn draft() -> OptionGroupDraft {
    OptionGroupDraft {
        name_zh: "份量".to_owned(),
        selection: "one".to_owned(),
        required: true,
        choices: vec![
            choice("", "small", ""),
            ChoiceDraft::default(),
            choice("", "large", "3,5"),
        ],
        defaults: vec!["0".to_owned()],
        ..OptionGroupDraft::default()
    }
}

fn faults(draft: &OptionGroupDraft) -> Vec<(Field, Reason)> {
    let ValidationErrors(faults) = draft.parse(Currency::CNY).unwrap_err();
    faults.into_iter().map(|f| (f.field, f.reason)).collect()
}

#[test]
fn blank_rows_are_left_out_and_a_price_may_be_blank() {
    let fields = draft().parse(Currency::CNY).unwrap();
    let read = |choice: &OptionChoice| (choice.price.minor(), choice.is_default);
    let read: Vec<_> = fields.choices.iter().map(read).collect();
    assert_eq!(read, [(0, true), (350, false)]);
}

#[test]
fn each_fault_is_told_at_its_row() {
    let mut typed = draft();
    typed.selection = "many".to_owned();
    typed.choices[2].price = "-1".to_owned();
    typed.choices.push(choice("", " ", "2"));
    let expected = [
        (Field::Selection, Reason::NotAChoice),
        (Field::ChoicePrice(2), Reason::NotAPrice),
        (Field::ChoiceNameZh(3), Reason::Blank),
    ];
    assert_eq!(faults(&typed), expected);
}

#[test]
fn there_is_something_to_choose_and_one_default_at_most() {
    let mut typed = draft();
    typed.choices.clear();
    assert_eq!(faults(&typed), [(Field::ChoiceNameZh(0), Reason::Blank)]);
    let mut typed = draft();
    typed.defaults.push("2".to_owned());
    assert_eq!(faults(&typed), [(Field::Defaults, Reason::OneOption)]);
}

#[test]
fn a_number_is_given_out_once() {
    let (fields, last) = draft().parse(Currency::CNY).unwrap().numbered(None);
    assert_eq!(last, 2);
    let group = OptionGroup {
        id: OptionGroupId(1),
        fields,
        version: 1,
        last_choice: last,
    };
    let mut typed = draft();
    // The second is gone, one is new, and two claim to be the first.
    typed.choices = vec![
        choice("1", "small", ""),
        choice("1", "huge", ""),
        choice("9", "", "1"),
    ];
    typed.choices[2].name_zh = "大".to_owned();
    let (fields, last) = typed.parse(Currency::CNY).unwrap().numbered(Some(&group));
    let numbers: Vec<_> = fields.choices.iter().map(|choice| choice.number).collect();
    assert_eq!((numbers, last), (vec![1, 3, 4], 4));
}
