//! Where the gallery is.

use leptos::prelude::*;
use leptos_router::MatchNestedRoutes;

/// `/dev/popups`; a release has no such page.
#[component(transparent)]
pub fn GalleryRoute() -> impl MatchNestedRoutes + Clone {
    #[cfg(debug_assertions)]
    return development::route();
    #[cfg(not(debug_assertions))]
    return ();
}

#[cfg(debug_assertions)]
mod development {
    use crate::{desk::gallery::PopupGallery, request::language, ui::Page};
    use leptos::prelude::*;
    use leptos_router::{MatchNestedRoutes, StaticSegment, components::Route};

    pub(super) fn route() -> impl MatchNestedRoutes + Clone {
        let path = (StaticSegment("dev"), StaticSegment("popups"));
        view! { <Route path view=GalleryPage /> }.into_inner()
    }

    #[component]
    fn GalleryPage() -> impl IntoView {
        view! {
            <Page title="Popups" islands=true>
                <h1>"Popups"</h1>
                <PopupGallery language=language() />
            </Page>
        }
    }
}
