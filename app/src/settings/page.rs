//! The page of the settings.

use super::{
    SettingsFields, handover::HandoverFields, hours::HoursFields, payment::PaymentPictures,
    personal_data::PersonalDataField,
};
use crate::{
    desk::page::{AdminRequest, admin_page},
    errors::ActionError,
    form::Form,
    request::language,
    ui::PageStyle,
};
use domain::{policy::Action, settings::ShopSettings, validation::Field};
use leptos::prelude::*;
use leptos_router::{MatchNestedRoutes, SsrMode, StaticSegment, components::Route};

/// `/admin/settings`
#[component(transparent)]
pub fn SettingsRoute() -> impl MatchNestedRoutes + Clone {
    let path = (StaticSegment("admin"), StaticSegment("settings"));
    view! { <Route path view=SettingsPage ssr=SsrMode::Async /> }.into_inner()
}

#[component]
fn SettingsPage() -> impl IntoView {
    let title = tr!(language(), "settings.title");
    admin_page(title, Some(Action::ChangeSettings), draw)
}

async fn draw(AdminRequest { shop, .. }: AdminRequest) -> Result<AnyView, ActionError> {
    let settings = ShopSettings::clone(&shop.settings());
    let (hours, rules) = (settings.hours.clone(), settings.handover.clone());
    let pictures = settings.payment_pictures.clone();
    let (version, days) = (settings.version.to_string(), settings.personal_days);
    let view = view! {
        <PageStyle href="/style/pay.css" />
        <section class="panel">
            <Form action="/admin/settings" send=tr!(language(), "form.save")>
                <input type="hidden" name=Field::Version.to_string() value=version />
                <SettingsFields settings is_first=false />
                <HoursFields hours />
                <HandoverFields rules />
                <PersonalDataField days />
            </Form>
        </section>
        <PaymentPictures pictures />
    };
    Ok(view.into_any())
}
