//! How many of a dish, and how it is wanted.

use super::options::{ChoiceFields, DishOptionFields};
use crate::{
    shop::{
        Dish, DishOptions, LineFields, LineKey, context::OrderFormContext, line_key::MAX_PLACES,
        live::warning,
    },
    ui::{Icon, Shape},
};
use domain::validation::Field;
use leptos::{html::Input, prelude::*};

/// One line of the form: a stepper, and what can be chosen. The number is a plain field:
/// it works before and without WebAssembly; the buttons beside it need it.
#[component]
pub fn Portion(
    /// Which line it is.
    line: LineKey,
    /// The dish, as it is now.
    dish: Memo<Dish>,
    /// What was typed before, of all lines of the dish, by their places.
    typed: Vec<Option<LineFields>>,
) -> impl IntoView {
    let form = OrderFormContext::current();
    let language = form.language;
    let before = typed.get(usize::from(line.place)).cloned().flatten();
    let most = Memo::new(move |_| dish.with(Dish::most));
    let sold_out = move || most.get() == 0;
    let (field, choices) = (NodeRef::<Input>::new(), ChoiceFields::default());
    let count = RwSignal::new(0);
    let take_in = move || {
        let Some(field) = field.get_untracked() else {
            return;
        };
        count.set(field.value().trim().parse().unwrap_or(0));
        let (count, extra) = (count.get_untracked(), choices.take_in());
        form.basket.update(|basket| basket.set(line, count, extra));
    };
    let options = Memo::new(move |_| dish.with(|dish| dish.options.clone()));
    // What was typed before the WebAssembly was loaded, or stands there again after
    // the way back, counts; and what options cost that are drawn anew.
    Effect::new(move || {
        options.track();
        if field.get().is_some() {
            request_animation_frame(take_in);
        }
    });
    let step = move |by: i32| {
        if let Some(field) = field.get_untracked() {
            let count = count.get_untracked().saturating_add_signed(by);
            field.set_value(&count.min(most.get_untracked()).to_string());
            take_in();
        }
    };
    let fault = form.fault(Field::Line(line.item, line.place));
    let warned = Memo::new(move |_| dish.with(|dish| warning(language, dish, count.get())));
    let field_id = line.element_id();
    let fault_id = format!("{field_id}-fault");
    let quantity = before
        .as_ref()
        .map(|typed| typed.quantity.trim().to_owned());
    let name = move || dish.with(|dish| dish.name.clone());
    view! {
        <div class="portion">
            <div class="stepper">
                <button
                    type="button"
                    class="stepper__button"
                    aria-label=move || tr!(language, "shop.one_less", dish = name()).into_owned()
                    disabled=move || count.get() == 0
                    on:click=move |_| step(-1)
                >
                    <Icon shape=Shape::Minus />
                </button>
                <input
                    id=field_id
                    class="stepper__field"
                    type="number"
                    inputmode="numeric"
                    min="0"
                    max=move || most.get().to_string()
                    name=line.field("quantity")
                    placeholder="0"
                    disabled=move || sold_out() && count.get() == 0
                    node_ref=field
                    value=quantity
                    aria-describedby=fault_id.clone()
                    aria-invalid=move || {
                        let is_warned = count.get() > 0 && warned.with(Option::is_some);
                        (is_warned || fault.with(Option::is_some)).then_some("true")
                    }
                    on:input=move |_| take_in()
                />
                <button
                    type="button"
                    class="stepper__button"
                    aria-label=move || tr!(language, "shop.one_more", dish = name()).into_owned()
                    disabled=sold_out
                    on:click=move |_| step(1)
                >
                    <Icon shape=Shape::Plus />
                </button>
                <input
                    type="hidden"
                    name=line.field("price")
                    value=move || dish.with(|dish| dish.price.minor().to_string())
                />
            </div>
            <p id=fault_id class="field__fault">
                {move || fault.get().or_else(|| warned.get())}
            </p>
            <OptionsHint line options />
            <div class="portion__options">
                <DishOptionFields
                    line
                    groups=options
                    fields=choices
                    typed=before
                    on_change=take_in
                />
                <NextPortion line dish options typed />
            </div>
        </div>
    }
}

/// That there is something to choose, before any of the dish are wanted.
#[component]
fn OptionsHint(line: LineKey, options: Memo<Vec<DishOptions>>) -> impl IntoView {
    let language = OrderFormContext::current().language;
    move || {
        let options = options.get();
        let names: Vec<_> = options.iter().map(|group| group.name.as_str()).collect();
        let text = tr!(language, "shop.options", names = names.join(", "));
        let is_said = line.place == 0 && !names.is_empty();
        is_said.then(|| view! { <p class="portion__hint">{text}</p> })
    }
}

/// The next line of the same dish: wanted in another way.
#[component]
fn NextPortion(
    line: LineKey,
    dish: Memo<Dish>,
    options: Memo<Vec<DishOptions>>,
    typed: Vec<Option<LineFields>>,
) -> impl IntoView {
    let language = OrderFormContext::current().language;
    let next = LineKey {
        place: line.place + 1,
        ..line
    };
    let is_there =
        Memo::new(move |_| next.place < MAX_PLACES && options.with(|all| !all.is_empty()));
    move || {
        let typed = typed.clone();
        let portion = move || {
            view! {
                <div class="portion__another">
                    <label for=next.element_id()>
                        {tr!(language, "shop.another")}
                        <span class="visually-hidden">
                            ": " {move || dish.with(|dish| dish.name.clone())}
                        </span>
                    </label>
                    <Portion line=next dish typed />
                </div>
            }
        };
        is_there.get().then(|| portion().into_any())
    }
}
