//! What became of the orders that were ticked.

use crate::{errors::ActionError, request::language, words};
use domain::orders::search::BulkAnswer;
use leptos::prelude::*;

/// What became of them, and on which page they stand.
#[derive(Debug, Clone)]
pub struct AfterBulk {
    /// What the page's form sent along.
    pub fields: Vec<(String, String)>,
    /// What became of them.
    pub answer: BulkAnswer,
}

/// How many were done, and which were not, and why.
#[component]
pub fn BulkAnswerLine() -> impl IntoView {
    let language = language();
    let after = use_context::<AfterBulk>();
    after.map(|AfterBulk { answer, .. }| {
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
            {(answer.done > 0 || !any_refused)
                .then(|| {
                    view! {
                        <p class="done" role="status">
                            {tr!(language, "order_list.done", count = answer.done)}
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
