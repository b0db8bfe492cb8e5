//! Tickets for paper: a page of its own, which the browser prints.

use super::address::{self, PAGE, PRINT};
use crate::{
    errors::ActionError,
    form::fields::{self, Fields},
    request::{admin, language, lead_to, set_error},
    ui::{OrderLines, PageScript, PageStyle, ShopFront, TICKET_WIDTHS},
    words,
};
use domain::{
    orders::{Order, OrderId, search::order_ids},
    validation::Field,
};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::{MatchNestedRoutes, SsrMode, StaticSegment, components::Route};

/// The address of the tickets of those orders, on paper of that width.
pub fn address(orders: impl Iterator<Item = OrderId>, width: Option<u32>) -> String {
    let mut fields: Fields = orders
        .map(|id| (Field::Ticks.to_string(), id.to_string()))
        .collect();
    fields.extend(width.map(|width| ("width".to_owned(), width.to_string())));
    fields::to_address(PRINT, &fields)
}

/// `/admin/orders/print`
#[component(transparent)]
pub fn PrintRoute() -> impl MatchNestedRoutes + Clone {
    let path = (
        StaticSegment("admin"),
        StaticSegment("orders"),
        StaticSegment("print"),
    );
    view! { <Route path view=PrintPage ssr=SsrMode::Async /> }.into_inner()
}

#[component]
fn PrintPage() -> impl IntoView {
    let asked = address::asked();
    Suspend::new(async move {
        let error = match draw(&asked).await {
            Ok(drawn) => return drawn,
            Err(ActionError::SignedOut) => return lead_to("/sign-in"),
            Err(error) => error,
        };
        set_error(&error);
        let language = language();
        let text = match &error {
            ActionError::Invalid(faults) => {
                let currency = ShopFront::current().currency;
                let fault = faults.of(Field::Ticks);
                fault.map(|reason| words::reason(language, reason, currency))
            }
            _ => None,
        };
        let text = text.unwrap_or_else(|| words::refusal(language, &error));
        view! {
            <Title text=tr!(language, "order_list.tickets").into_owned() />
            <PageStyle href="/style/order-list.css" />
            <PageStyle href="/style/ticket.css" />
            <main id="main" class="tickets">
                <div class="tickets__tools">
                    <h1>{tr!(language, "order_list.tickets")}</h1>
                    <p class="notice" role="alert">
                        {text}
                    </p>
                    <a class="link" href=PAGE>
                        {tr!(language, "order_list.back")}
                    </a>
                </div>
            </main>
        }
        .into_any()
    })
}

async fn draw(asked: &[(String, String)]) -> Result<AnyView, ActionError> {
    let (user, shop) = admin()?;
    let language = language();
    let ids = order_ids(&fields::all(asked, &Field::Ticks.to_string()))?;
    let orders = shop.orders_of(&ids, &user).await?;
    if orders.is_empty() {
        return Err(ActionError::NotFound);
    }
    let [_, widest] = TICKET_WIDTHS;
    let width = fields::one(asked, "width").parse().ok();
    let width = width
        .filter(|width| TICKET_WIDTHS.contains(width))
        .unwrap_or(widest);
    let widths = TICKET_WIDTHS.map(|choice| {
        let href = address(ids.iter().copied(), Some(choice));
        view! {
            <a class="choice" href=href aria-current=(choice == width).then_some("true")>
                {format!("{choice} mm")}
            </a>
        }
    });
    let tickets = orders.into_iter();
    let tickets = tickets.map(|order| view! { <Ticket order /> });
    let view = view! {
        <Title text=tr!(language, "order_list.tickets").into_owned() />
        <PageStyle href="/style/order-list.css" />
        <PageStyle href="/style/ticket.css" />
        <main id="main" class=format!("tickets tickets--{width}")>
            <div class="tickets__tools">
                <h1>{tr!(language, "order_list.tickets")}</h1>
                <p>{tr!(language, "order_list.how_to_print", width = width)}</p>
                <nav class="choices" aria-label=tr!(language, "order_list.paper")>
                    {widths.collect_view()}
                </nav>
                // The script shows it.
                <button type="button" class="button button--primary" data-print hidden>
                    {tr!(language, "order_list.print")}
                </button>
                <a class="link" href=PAGE>
                    {tr!(language, "order_list.back")}
                </a>
            </div>
            {tickets.collect_view()}
        </main>
        <PageScript src="/print.js" />
    };
    Ok(view.into_any())
}

/// One order, on its own piece of paper.
#[component]
fn Ticket(order: Order) -> impl IntoView {
    let language = language();
    let (id, phone) = (order.id.to_string(), order.customer.phone.clone());
    view! {
        <article class="ticket" data-ticket=id>
            <p class="ticket__shop">{ShopFront::current().name}</p>
            <h2 class="ticket__number">{format!("#{}", order.number)}</h2>
            <p class="ticket__time">{format!("{} {}", order.day, order.placed_time)}</p>
            <p class="ticket__customer">
                <strong>{words::customer(language, &order.customer.name).into_owned()}</strong>
                " "
                {phone}
            </p>
            <OrderLines language order />
        </article>
    }
}
