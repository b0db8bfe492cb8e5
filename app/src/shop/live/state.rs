//! What an open page shows of the shop.

use super::{
    news::{News, news, said},
    now::ShopNow,
};
use crate::shop::{Dish, Section, basket::Basket};
use domain::{language::Language, money::Currency};
use leptos::prelude::*;

/// What the shop shows now.
#[derive(Clone, Copy)]
pub(in crate::shop) struct LiveShop {
    /// The menu.
    pub(in crate::shop) sections: RwSignal<Vec<Section>>,
    /// That the shop takes no orders now, in words.
    pub(in crate::shop) closed: RwSignal<Option<String>>,
    /// What became of what was chosen, in words.
    pub(in crate::shop) news: RwSignal<String>,
}

impl LiveShop {
    /// What the server drew.
    pub(in crate::shop) fn new(now: &ShopNow) -> Self {
        Self {
            sections: RwSignal::new(now.sections.clone()),
            closed: RwSignal::new(now.closed.clone()),
            news: RwSignal::new(String::new()),
        }
    }

    /// A dish as it is now; as it was last where it is gone.
    pub(in crate::shop) fn dish(self, first: Dish) -> Memo<Dish> {
        Memo::new(move |last: Option<&Dish>| {
            let now = self.sections.with(|sections| {
                let mut dishes = sections.iter().flat_map(|section| &section.dishes);
                dishes.find(|dish| dish.id == first.id).cloned()
            });
            now.unwrap_or_else(|| last.unwrap_or(&first).clone())
        })
    }

    /// Takes in what there is now, and says what that means for what was chosen.
    pub(in crate::shop) fn take_in(
        self,
        now: &ShopNow,
        basket: &mut Basket,
        language: Language,
        currency: Currency,
    ) {
        let count = |item| basket.count(item);
        let mut all = self
            .sections
            .with_untracked(|before| news(count, before, &now.sections));
        let was_closed = self.closed.get_untracked();
        match &now.closed {
            None if was_closed.is_some() => all.push(News::Open),
            Some(text) if was_closed.as_ref() != Some(text) => {
                all.push(News::Closed(text.clone()));
            }
            _ => {}
        }
        basket.take_in(&now.sections);
        let said: Vec<_> = all
            .iter()
            .map(|news| said(language, currency, news))
            .collect();
        if !said.is_empty() {
            self.news.set(said.join(" "));
        }
        // Where nothing differs nothing is drawn anew.
        if self
            .sections
            .with_untracked(|before| *before != now.sections)
        {
            self.sections.set(now.sections.clone());
        }
        if was_closed != now.closed {
            self.closed.set(now.closed.clone());
        }
    }
}
