//! Finding an order without its link, by its number and the phone.

use super::order_path;
use crate::{
    errors::ActionError,
    form::{Answer, Form, Refused, Sending, Submission, TextInput},
    request::language,
    ui::{Page, PageStyle},
    words,
};
use domain::validation::Field;
use leptos::prelude::*;
use leptos_router::{MatchNestedRoutes, SsrMode, StaticSegment, components::Route};

/// The page.
pub const LOOK_UP: &str = "/orders";

/// The most digits of a number of the day.
const DIGITS: usize = 6;
/// The most characters of a phone.
const PHONE: usize = 40;

/// `/orders`
#[component(transparent)]
pub fn LookUpRoute() -> impl MatchNestedRoutes + Clone {
    let path = StaticSegment("orders");
    view! { <Route path view=LookUpPage ssr=SsrMode::Async /> }.into_inner()
}

#[component]
fn LookUpPage() -> impl IntoView {
    let language = language();
    let title = tr!(language, "look_up.title");
    // The same for a wrong number and for a wrong phone: neither can be guessed by itself.
    let refusal = Refused::of(LOOK_UP).map(|refused| match &refused.error {
        ActionError::NotFound => tr!(language, "look_up.unknown").into_owned(),
        ActionError::TooManyLookUps { retry_after } => {
            let wait = words::waiting_time(language, *retry_after);
            tr!(language, "look_up.too_many", wait = wait).into_owned()
        }
        error => words::refusal(language, error),
    });
    let refusal = refusal.map(|text| {
        view! {
            <p class="form__refusal" role="alert">
                {text}
            </p>
        }
    });
    view! {
        <Page title=title.clone()>
            <PageStyle href="/style/order-page.css" />
            <div class="look-up">
                <h1>{title}</h1>
                <p>{tr!(language, "look_up.hint")}</p>
                {refusal}
                <Form action=LOOK_UP send=tr!(language, "look_up.send")>
                    <TextInput
                        field=Field::OrderNumber
                        label=tr!(language, "look_up.number")
                        max=DIGITS
                    />
                    <TextInput
                        field=Field::Phone
                        label=tr!(language, "shop.phone")
                        kind="tel"
                        autocomplete="tel"
                        max=PHONE
                    />
                </Form>
            </div>
        </Page>
    }
}

/// Leads to the order's page.
pub(super) fn look_up(sent: Submission) -> Sending {
    Box::pin(async move {
        let (number, phone) = (sent.text(Field::OrderNumber), sent.text(Field::Phone));
        let found = sent.shop.find_order(number, phone, sent.visitor.address);
        let token = found.await?.ok_or(ActionError::NotFound)?;
        Ok(Answer::go_to(&order_path(&token)))
    })
}
