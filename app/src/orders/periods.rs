//! The quick ways to orders of the last days.

use super::address::PAGE;
use crate::{form::fields, request::language};
use domain::{
    language::Language,
    orders::search::{OrderQuery, Period, RecentPeriod},
};
use leptos::prelude::*;
use std::borrow::Cow;
use strum::VariantArray;

/// Links to the same orders of other days.
#[component]
pub fn Periods(
    /// What is shown.
    query: OrderQuery,
) -> impl IntoView {
    let language = language();
    let periods = RecentPeriod::VARIANTS.iter().map(|period| Some(*period));
    let links = [None].into_iter().chain(periods).map(|recent| {
        let is_here = match (recent, &query.filter.period) {
            (None, Period::Any) => true,
            (Some(recent), Period::Recent(shown)) => recent == *shown,
            _ => false,
        };
        let href = fields::to_address(PAGE, &query.with_recent(recent).fields());
        view! {
            <a class="choice" href=href aria-current=is_here.then_some("true")>
                {name(language, recent)}
            </a>
        }
    });
    view! {
        <nav class="choices" aria-label=tr!(language, "order_list.period")>
            {links.collect_view()}
        </nav>
    }
}

fn name(language: Language, recent: Option<RecentPeriod>) -> Cow<'static, str> {
    match recent {
        None => tr!(language, "order_list.any_day"),
        Some(RecentPeriod::Today) => tr!(language, "order_list.today"),
        Some(RecentPeriod::Yesterday) => tr!(language, "order_list.yesterday"),
        Some(RecentPeriod::Week) => tr!(language, "order_list.week"),
        Some(RecentPeriod::Month) => tr!(language, "order_list.month"),
    }
}
