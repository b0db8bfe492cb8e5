//! What became of the orders that were ticked.

use crate::{errors::ActionError, request::language, words};
use domain::orders::{OrderStatus, search::BulkAnswer};
use leptos::prelude::*;

/// What became of them, and on which page they stand.
#[derive(Debug, Clone)]
pub struct AfterBulk {
    /// What the page's form sent along.
    pub fields: Vec<(String, String)>,
    /// What became of them.
    pub answer: BulkAnswer,
    /// What they were to become.
    pub to: OrderStatus,
}

/// How many were done, and which were not, and why.
#[component]
pub fn BulkAnswerLine() -> impl IntoView {
    let language = language();
    let after = use_context::<AfterBulk>();
    after.map(|AfterBulk { answer, to, .. }| {
        let ids = answer.done.iter().map(ToString::to_string);
        let ids = ids.collect::<Vec<_>>().join(" ");
        let count = answer.done.len();
        let refused = answer.refused.into_iter().map(|refused| {
            let which = match refused.number {
                Some((number, day)) => format!("#{number} ({day})"),
                None => tr!(language, "order_list.unknown").into_owned(),
            };
            let why = words::refusal(language, &ActionError::from(refused.why));
            view! { <li>{format!("{which}: {why}")}</li> }
        });
        let refused = refused.collect_view();
        let any_refused = !refused.is_empty();
        view! {
            {(count > 0 || !any_refused)
                .then(|| {
                    view! {
                        <p class="done" role="status" data-done=to.as_str() data-id=ids>
                            {tr!(language, "order_list.done", count = count)}
                        </p>
                    }
                })}
            {any_refused
                .then(|| {
                    view! {
                        <div class="form__refusal" role="alert">
                            <p>{tr!(language, "order_list.not_done", count = refused.len())}</p>
                            <ul>{refused}</ul>
                        </div>
                    }
                })}
        }
    })
}
