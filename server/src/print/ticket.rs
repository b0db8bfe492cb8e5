//! An order on paper.

use super::{
    escpos::{Align, EscPos},
    layout::{row, wrap},
    words::words,
};
use crate::config::Width;
use app::words::handover;
use domain::{
    language::Language,
    money::Money,
    orders::{Order, OrderLine},
};

/// How tickets look.
#[derive(Debug, Clone, Copy)]
pub(super) struct Look {
    pub(super) width: Width,
    pub(super) language: Language,
}

/// The ticket of an order, as a printer takes it; `may_be_copy` where it may have been
/// printed before.
pub(super) fn ticket(order: &Order<String>, look: Look, may_be_copy: bool) -> Vec<u8> {
    let (width, words) = (look.width.columns(), words(look.language));
    let rule = "-".repeat(width);
    let mut paper = EscPos::initialised();
    paper.align(Align::Centre);
    if may_be_copy {
        paper.bold(true).line(words.copy).bold(false);
    }
    // What is called out has to be read from afar.
    let number = format!("#{}", order.number);
    paper.double(true).bold(true).line(&number);
    paper.bold(false).double(false);
    paper.line(&format!("{} {}", order.day, order.placed_time));
    paper.align(Align::Left).line(&rule);
    paper.bold(true);
    lines(&mut paper, &wrap(&order.customer.name, width));
    paper.bold(false);
    lines(&mut paper, &wrap(&order.customer.phone, width));
    let handover = handover(look.language, &order.handover, order.wanted.as_ref());
    if !handover.is_empty() {
        paper.bold(true);
        lines(&mut paper, &wrap(&handover, width));
        paper.bold(false);
    }
    paper.line(&rule);
    for line in &order.lines {
        dish(&mut paper, line, order, width);
    }
    if !order.note.is_empty() {
        let note = format!("{}: {}", words.note, order.note);
        paper.line(&rule).bold(true);
        lines(&mut paper, &wrap(&note, width));
        paper.bold(false);
    }
    let total = order.total.display(order.currency);
    paper.line(&rule).bold(true);
    lines(&mut paper, &row("", words.total, &total, width));
    paper.bold(false).cut();
    paper.into_bytes()
}

/// A dish with how many, what was chosen of it, and what it comes to.
fn dish(paper: &mut EscPos, line: &OrderLine<String>, order: &Order<String>, width: usize) {
    let mark = format!("{}x ", line.quantity);
    // The order has a total that can be counted, so each of its lines has.
    let sum = line
        .price
        .checked_mul(line.quantity)
        .unwrap_or(Money::ZERO)
        .display(order.currency);
    paper.bold(true);
    lines(paper, &row(&mark, &line.name, &sum, width));
    paper.bold(false);
    let indent = format!("{}+ ", " ".repeat(mark.len()));
    for option in &line.options {
        lines(paper, &row(&indent, &option.name, "", width));
    }
}

fn lines(paper: &mut EscPos, lines: &[String]) {
    for line in lines {
        paper.line(line);
    }
}

#[cfg(test)]
#[path = "ticket_tests.rs"]
mod tests;
