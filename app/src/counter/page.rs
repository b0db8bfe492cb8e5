//! The page on which an order is taken.

use super::{
    DishFields, DishForm,
    forms::{ACCEPT, PAGE},
    handover_fields::HandoverFields,
};
use crate::{
    desk::page::{AdminRequest, admin_page},
    errors::ActionError,
    form::Form,
    request::language,
    ui::{PageStyle, TextField},
};
use domain::{
    orders::{MAX_NAME, MAX_NOTE},
    policy::Action,
    validation::Field,
};
use leptos::prelude::*;
use leptos_router::{MatchNestedRoutes, SsrMode, StaticSegment, components::Route};

/// The most characters of a telephone number, as it is typed.
const MAX_PHONE: usize = 40;

/// `/admin/counter`
#[component(transparent)]
pub fn CounterRoute() -> impl MatchNestedRoutes + Clone {
    let path = (StaticSegment("admin"), StaticSegment("counter"));
    view! { <Route path view=CounterPage ssr=SsrMode::Async /> }.into_inner()
}

#[component]
fn CounterPage() -> impl IntoView {
    admin_page(
        tr!(language(), "nav.counter"),
        Some(Action::TakeOrders),
        draw,
    )
}

async fn draw(AdminRequest { shop, .. }: AdminRequest) -> Result<AnyView, ActionError> {
    let language = language();
    let form = DishForm::read(PAGE, &shop).await?;
    if form.sections.is_empty() {
        let text = tr!(language, "counter.empty");
        return Ok(view! { <p class="empty">{text}</p> }.into_any());
    }
    let rules = shop.settings().handover.clone();
    let request_id = form.typed.request_id.clone();
    let view = view! {
        <PageStyle href="/style/menu.css" />
        <PageStyle href="/style/order-form.css" />
        <PageStyle href="/style/counter.css" />
        <div class="counter">
            <Form action=PAGE send=tr!(language, "counter.take")>
                <input type="hidden" name="request_id" value=request_id />
                <DishFields form=form.clone() />
                <HandoverFields rules />
                <Who form=form.clone() />
                <label class="box">
                    <input
                        type="checkbox"
                        name=ACCEPT
                        value="yes"
                        checked=form.is_ticked(ACCEPT)
                    />
                    <span>{tr!(language, "counter.accept")}</span>
                </label>
            </Form>
        </div>
    };
    Ok(view.into_any())
}

/// Who orders, as far as that is said, and what the kitchen should know.
#[component]
fn Who(form: DishForm) -> impl IntoView {
    let language = language();
    let (name, phone, note) = (
        form.fault(Field::Name),
        form.fault(Field::Phone),
        form.fault(Field::Note),
    );
    view! {
        <fieldset class="customer">
            <legend>{tr!(language, "counter.customer")}</legend>
            <TextField
                name="name"
                label=tr!(language, "shop.name")
                kind="text"
                autocomplete="off"
                max=MAX_NAME
                required=false
                typed=form.typed.name.clone()
                is_wrong=name.is_some()
                fault_id="name-fault".to_owned()
            >
                <p class="field__hint">{tr!(language, "counter.name_hint")}</p>
                <p id="name-fault" class="field__fault">
                    {name}
                </p>
            </TextField>
            <TextField
                name="phone"
                label=tr!(language, "shop.phone")
                kind="tel"
                autocomplete="off"
                max=MAX_PHONE
                required=false
                typed=form.typed.phone.clone()
                is_wrong=phone.is_some()
                fault_id="phone-fault".to_owned()
            >
                <p id="phone-fault" class="field__fault">
                    {phone}
                </p>
            </TextField>
            <div class="field">
                <label for="note">{tr!(language, "shop.note")}</label>
                <textarea
                    id="note"
                    name="note"
                    rows="2"
                    maxlength=MAX_NOTE.to_string()
                    aria-describedby="note-fault"
                    aria-invalid=note.is_some().then_some("true")
                >
                    {form.typed.note}
                </textarea>
                <p id="note-fault" class="field__fault">
                    {note}
                </p>
            </div>
        </fieldset>
    }
}
