use super::*;
use encoding_rs::GB18030;
use serde_json::json;

fn order() -> Order<String> {
    let order = json!({
        "id": 5, "token": "secret", "number": 12, "status": "accepted", "version": 2,
        "currency": "CNY", "total": 11000, "note": "少辣\n请快点",
        "customer": {"name": "王小明", "phone": "13800138000"},
        "lines": [
            {"item": 1, "name": "红烧牛肉面", "quantity": 2, "price": 3800, "options": [
                {"choice": "1-1", "name": "大份", "price": 600},
            ]},
            {"item": 2, "name": "A very long name of a dish, longer than paper", "quantity": 10,
             "price": 340},
        ],
        "placed_at": "2026-11-21T04:05:06.789Z", "placed_time": "12:05", "day": "2026-11-21",
        "handled": null,
    });
    serde_json::from_value(order).unwrap()
}

/// The lines of a ticket as they are read, without the commands between them.
fn read(width: Width, language: Language, may_be_copy: bool) -> Vec<String> {
    read_of(&order(), Look { width, language }, may_be_copy)
}

fn read_of(order: &Order<String>, look: Look, may_be_copy: bool) -> Vec<String> {
    let mut bytes = ticket(order, look, may_be_copy);
    for command in [
        &b"\x1b@\x1bt\x00\x1c&"[..],
        b"\x1ba\x00",
        b"\x1ba\x01",
        b"\x1bE\x00",
        b"\x1bE\x01",
        b"\x1d!\x00",
        b"\x1d!\x11",
        b"\x1dVB\x00",
    ] {
        while let Some(place) = bytes
            .windows(command.len())
            .position(|part| part == command)
        {
            bytes.drain(place..place + command.len());
        }
    }
    let (text, _, failed) = GB18030.decode(&bytes);
    assert!(!failed);
    text.lines().map(str::to_owned).collect()
}

#[test]
fn a_ticket_of_58_mm_has_32_columns() {
    let expected = [
        "#12",
        "2026-11-21 12:05",
        "--------------------------------",
        "王小明",
        "13800138000",
        "--------------------------------",
        "2x 红烧牛肉面            ￥76.00",
        "   + 大份",
        "10x A very long name of  ￥34.00",
        "    a dish, longer than",
        "    paper",
        "--------------------------------",
        "备注: 少辣",
        "请快点",
        "--------------------------------",
        "合计                    ￥110.00",
    ];
    assert_eq!(read(Width::Narrow, Language::Chinese, false), expected);
}

#[test]
fn a_ticket_of_80_mm_has_48_columns() {
    let lines = read(Width::Wide, Language::English, false);
    assert_eq!(lines[2], "-".repeat(48));
    assert_eq!(lines[8], "10x A very long name of a dish, longer   ￥34.00");
    assert_eq!(lines[11], "Note: 少辣");
    assert!(lines[14].starts_with("Total "));
}

#[test]
fn a_table_and_a_time_stand_below_whoever_ordered() {
    let mut order = order();
    let handover = json!({"way": "table", "table": "窗边"});
    order.handover = serde_json::from_value(handover).unwrap();
    let wanted = json!({"at": "2026-11-21T04:30:00Z", "time": "12:30"});
    order.wanted = serde_json::from_value(wanted).unwrap();
    for (language, said) in [
        (Language::Chinese, "桌号 窗边 · 12:30 要"),
        (Language::English, "Table 窗边 · wanted at 12:30"),
    ] {
        let width = Width::Narrow;
        let lines = read_of(&order, Look { width, language }, false);
        assert_eq!(lines[5], said);
    }
}

#[test]
fn what_may_be_there_twice_says_so() {
    for language in Language::ALL {
        let lines = read(Width::Narrow, language, true);
        assert!(lines[0].contains("COPY?") && lines[0].contains("可能重复"));
        assert_eq!(lines[1], "#12");
    }
}
