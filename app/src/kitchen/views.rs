//! Which station is shown, and how: ways from one to the other.

use super::address::KitchenView;
use crate::request::language;
use domain::kitchen::Station;
use leptos::prelude::*;

/// Links to the stations, and between dishes and orders.
#[component]
pub fn Views(
    /// The shop's stations.
    stations: Vec<Station>,
    /// What is shown.
    shown: KitchenView,
) -> impl IntoView {
    let language = language();
    let is_at = |station: &Station| shown.station.is_some_and(|id| station.makes(id));
    let all = KitchenView {
        station: None,
        ..shown
    };
    let is_all = !stations.iter().any(is_at);
    let links = stations.iter().map(|station| {
        let to = KitchenView {
            station: station.categories.first().copied(),
            ..shown
        };
        let name = station.name.get(language).to_owned();
        way(name, to, is_at(station))
    });
    let links = links.collect_view();
    // A single station needs no choice.
    let stations = (stations.len() > 1).then(|| {
        view! {
            <nav class="ways" aria-label=tr!(language, "kitchen.stations")>
                {way(tr!(language, "kitchen.all").into_owned(), all, is_all)}
                {links}
            </nav>
        }
    });
    let by = |by_order| KitchenView { by_order, ..shown };
    view! {
        {stations}
        <nav class="ways" aria-label=tr!(language, "kitchen.by")>
            {way(tr!(language, "kitchen.by_dish").into_owned(), by(false), !shown.by_order)}
            {way(tr!(language, "kitchen.by_order").into_owned(), by(true), shown.by_order)}
        </nav>
    }
}

fn way(name: String, to: KitchenView, is_here: bool) -> impl IntoView {
    view! {
        <a class="ways__way" href=to.path() aria-current=is_here.then_some("true")>
            {name}
        </a>
    }
}
