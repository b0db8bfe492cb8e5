//! The frame of the back office's pages: who may see them, and the way from one to the
//! others.

use super::{
    actions::{DeskSnapshot, snapshot},
    alerts::panel::AlertPanel,
    frame::page_changed::DrawnPage,
    island::{Desk, LiveContent},
    nav::Nav,
    state::PageSubject,
};
use crate::{
    errors::ActionError,
    form::{NoticeLine, RefusalLine, Refused},
    request::{address, admin, language, lead_to, set_error},
    ui::{Page, PageScript, unavailable},
    words,
};
use domain::{
    policy::{Action, Actor},
    shop::Shop,
    users::User,
};
use leptos::prelude::*;
use std::borrow::Cow;

/// What a page of the back office is drawn with.
pub struct AdminRequest {
    /// The shop.
    pub shop: Shop,
    /// Who looks at it.
    pub user: User,
    /// The names of all administrators.
    pub colleagues: Vec<String>,
}

/// A page of the back office whose content the server draws. It is drawn for those who
/// may do `action`, or for every administrator; others are told why it is not.
pub fn admin_page<Content>(
    title: Cow<'static, str>,
    action: Option<Action>,
    content: impl FnOnce(AdminRequest) -> Content + Send + 'static,
) -> impl IntoView
where
    Content: Future<Output = Result<AnyView, ActionError>> + Send + 'static,
{
    Suspend::new(async move {
        let Opened {
            snapshot,
            user,
            shop,
            unread,
        } = match opened().await {
            Ok(opened) => opened,
            Err(ActionError::SignedOut) => return lead_to("/sign-in"),
            Err(_) => return unavailable(),
        };
        let allowed = action.map_or(Ok(()), |action| Actor::from(&user).check(action));
        let request = AdminRequest {
            shop,
            user: user.clone(),
            colleagues: snapshot.colleagues.clone(),
        };
        let drawn = match allowed {
            Ok(()) => content(request).await,
            Err(forbidden) => Err(forbidden.into()),
        };
        let drawn = drawn.unwrap_or_else(|error| {
            set_error(&error);
            let text = words::refusal(language(), &error);
            view! {
                <p class="notice" role="alert">
                    {text}
                </p>
            }
            .into_any()
        });
        let title = title.into_owned();
        view! {
            <AdminPage title=title.clone() user unread>
                <Desk snapshot content=LiveContent::Drawn(drawn_page())>
                    <PageScript src="/redraw.js" />
                </Desk>
                <div class="admin">
                    <h1>{title}</h1>
                    <div data-live="said" data-live-by="form">
                        <NoticeLine />
                        <RefusalLine />
                    </div>
                    {drawn}
                </div>
            </AdminPage>
        }
        .into_any()
    })
}

/// The page that is drawn, if it shows what others may change.
fn drawn_page() -> Option<DrawnPage> {
    let address = address();
    Some(DrawnPage {
        subject: PageSubject::of(address.split('?').next()?)?,
        address,
        is_refused: use_context::<Refused>().is_some(),
    })
}

/// What each page of the back office begins with.
pub(super) struct Opened {
    /// What it shows of the orders.
    pub(super) snapshot: DeskSnapshot,
    /// Who looks at it.
    pub(super) user: User,
    /// The shop.
    pub(super) shop: Shop,
    /// How many notices that one has not read.
    pub(super) unread: u32,
}

/// Reads it.
///
/// # Errors
/// Nobody is signed in, or the store did not answer.
pub(super) async fn opened() -> Result<Opened, ActionError> {
    let snapshot = snapshot().await?;
    let (user, shop) = admin()?;
    let unread = shop.unread_notices(&user).await?;
    Ok(Opened {
        snapshot,
        user,
        shop,
        unread,
    })
}

/// The head of a page of the back office: the way to the others, and the way out.
#[component]
pub fn AdminPage(
    /// The title, before the shop's name.
    #[prop(into)]
    title: String,
    /// Who looks at it.
    user: User,
    /// How many notices that one has not read.
    unread: u32,
    /// What the page is about.
    children: Children,
) -> impl IntoView {
    let name = user.name.clone();
    let tools = move || {
        view! {
            <AlertPanel />
            <form class="sign-out" method="post" action="/sign-out">
                <a class="sign-out__name" href="/admin/profile">
                    {name.clone()}
                </a>
                <button class="button button--quiet">{tr!(language(), "nav.sign_out")}</button>
            </form>
        }
    };
    view! {
        <Page title home="/admin" islands=true tools=tools>
            <Nav user unread />
            {children()}
        </Page>
    }
}
