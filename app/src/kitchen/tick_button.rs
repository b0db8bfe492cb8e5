//! The button that ticks a line off, or back.

use super::{
    drawing::Drawing,
    forms::{DONE, LINE, LINES, ORDER},
};
use crate::{
    request::language,
    ui::{Icon, Shape},
};
use domain::kitchen::{KitchenLine, KitchenOrder};
use leptos::prelude::*;

/// Who made a line and when, if it is made; and the button, for those who may press it.
#[component]
pub fn TickButton<'a>(
    /// The order.
    order: &'a KitchenOrder,
    /// Its line.
    line: &'a KitchenLine,
    /// What the page is drawn with.
    drawing: Drawing,
) -> impl IntoView + use<> {
    let language = language();
    let is_made = line.made.is_some();
    let made = line.made.as_ref().map(|made| {
        view! {
            <span class="row__note">
                {tr!(language, "kitchen.made_by", by = made.by, time = made.time)}
            </span>
        }
    });
    let (label, done) = match is_made {
        true => (tr!(language, "kitchen.back"), "0"),
        false => (tr!(language, "kitchen.done"), "1"),
    };
    let name = line.line.name.get(language);
    let spoken = format!(
        "{label}: {} × {name}, #{}",
        line.line.quantity, order.number
    );
    let class = match is_made {
        true => "button button--quiet tick",
        false => "button button--primary tick",
    };
    let button = drawing.may_tick.then(|| {
        view! {
            <form class="action" method="post" action=LINES>
                {drawing.shown.fields()}
                <input type="hidden" name=ORDER value=order.id.to_string() />
                <input type="hidden" name=LINE value=line.place.to_string() />
                <input type="hidden" name=DONE value=done />
                <button class=class aria-label=spoken>
                    {(!is_made).then(|| view! { <Icon shape=Shape::Check /> })}
                    {label}
                </button>
            </form>
        }
    });
    view! { <div class="work__tick">{made} {button}</div> }
}
