//! The WebAssembly that a page loads.

use crate::texts::PageTexts;
use leptos::{nonce::use_nonce, prelude::*};
use std::path::Path;

/// Leptos starts islands when the browser is idle, and would wait for ever: a page that
/// is kept busy, or is drawn behind others, would stay deaf. Here it waits this many
/// milliseconds at the most.
const START_IN_TIME: &str = "
if (window.requestIdleCallback) {
    const whenIdle = window.requestIdleCallback.bind(window);
    window.requestIdleCallback = (run, options) => whenIdle(run, { timeout: 500, ...options });
}";

/// The pages whose islands are in one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bundle {
    /// The shop's page.
    Shop,
    /// The back office.
    Desk,
}

impl Bundle {
    /// The feature of `frontend` with which it is built, and the name of its files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Shop => "shop",
            Self::Desk => "desk",
        }
    }
}

/// What was built: a file for each bundle, as releases have it, or one for all, as
/// `cargo leptos watch` and tests have it.
#[derive(Debug, Clone)]
pub struct Bundles {
    options: LeptosOptions,
    each: bool,
}

impl Bundles {
    /// Looks what there is in the site's folder.
    pub fn find(options: LeptosOptions) -> Self {
        let LeptosOptions {
            site_root,
            site_pkg_dir,
            ..
        } = &options;
        let file = format!("{}.wasm", Bundle::Desk.name());
        let each = Path::new(&**site_root).join(&**site_pkg_dir).join(file);
        Self {
            each: each.exists(),
            options,
        }
    }

    /// Leptos' options for a page with that bundle.
    fn options(self, bundle: Bundle) -> LeptosOptions {
        let mut options = self.options;
        if self.each {
            options.output_name = bundle.name().into();
        }
        options
    }
}

/// Loads a bundle, and brings the islands of the page to life.
#[component]
pub fn LoadBundle(
    /// Which.
    bundle: Bundle,
) -> impl IntoView {
    let bundles: Option<Bundles> = use_context();
    bundles.map(|bundles| {
        view! {
            <PageTexts />
            <script nonce=use_nonce()>{START_IN_TIME}</script>
            <HydrationScripts options=bundles.options(bundle) islands=true />
        }
    })
}
