//! The page, as the server draws it.

use super::kept_lines::KeptLines;
use crate::{
    counter::{DishFields, DishForm},
    desk::page::{AdminRequest, admin_page},
    errors::ActionError,
    form::{Form, TextArea},
    request::{language, path_id},
    ui::{PageStyle, StatusBadge},
};
use domain::{
    orders::{Order, OrderId, OrderStatus},
    policy::Action,
    validation::Field,
};
use leptos::prelude::*;
use leptos_router::{MatchNestedRoutes, ParamSegment, SsrMode, StaticSegment, components::Route};

/// `/admin/orders/{id}/edit`
#[component(transparent)]
pub fn EditOrderRoute() -> impl MatchNestedRoutes + Clone {
    let path = (
        StaticSegment("admin"),
        StaticSegment("orders"),
        ParamSegment("id"),
        StaticSegment("edit"),
    );
    view! { <Route path view=EditOrderPage ssr=SsrMode::Async /> }.into_inner()
}

#[component]
fn EditOrderPage() -> impl IntoView {
    let id = path_id().and_then(|id| id.parse().ok()).map(OrderId);
    let title = tr!(language(), "order_edit.title");
    admin_page(title, Some(Action::ChangeOrders), move |admin| {
        draw(admin, id)
    })
}

async fn draw(
    AdminRequest { shop, user, .. }: AdminRequest,
    id: Option<OrderId>,
) -> Result<AnyView, ActionError> {
    let id = id.ok_or(ActionError::NotFound)?;
    let mut found = shop.orders_of(&[id], &user).await?;
    let order = found.pop().ok_or(ActionError::NotFound)?;
    let action = format!("/admin/orders/{id}/edit");
    let dishes = DishForm::read(&action, &shop).await?;
    let is_open = order.status == OrderStatus::Placed;
    let form = is_open.then(|| view! { <EditForm order=order.clone() action dishes /> });
    let view = view! {
        <PageStyle href="/style/menu.css" />
        <PageStyle href="/style/detail.css" />
        <PageStyle href="/style/counter.css" />
        <div class="counter">
            <Head order=order.clone() />
            {form}
        </div>
    };
    Ok(view.into_any())
}

/// Which order it is, and that it was answered, as soon as that happens.
#[component]
fn Head(order: Order) -> impl IntoView {
    let language = language();
    let is_answered = order.status != OrderStatus::Placed;
    let answered = is_answered.then(|| {
        view! { <p class="notice">{tr!(language, "order_edit.answered")}</p> }
    });
    view! {
        <div class="edit__head" data-live="order">
            <div class="detail__head" data-status=order.status.as_str()>
                <p class="card__number">"#" {order.number}</p>
                <StatusBadge language status=order.status />
                <a href=format!("/admin/orders/{}", order.id)>{tr!(language, "order_edit.back")}</a>
            </div>
            {answered}
        </div>
    }
}

/// What it has, what it can get, and its note.
#[component]
fn EditForm(order: Order, action: String, dishes: DishForm) -> impl IntoView {
    let language = language();
    let is_adding = dishes.is_wanted() || dishes.lines_fault().is_some();
    let version = order.version.to_string();
    let note = order.note.clone();
    view! {
        <Form action=action.clone() send=tr!(language, "order_edit.save")>
            <input type="hidden" name=Field::Version.to_string() value=version />
            <KeptLines order action />
            <details class="panel" open=is_adding>
                <summary>{tr!(language, "order_edit.add")}</summary>
                <DishFields form=dishes />
            </details>
            <TextArea field=Field::Note label=tr!(language, "shop.note") value=note />
        </Form>
    }
}
