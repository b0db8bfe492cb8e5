//! What a page may load and run (Content Security Policy, level 3): only what comes from
//! here, and of scripts in the page only those that the server wrote itself.

use axum::http::HeaderValue;
use leptos::prelude::LeptosOptions;
use std::env;

/// For what is no page: nothing.
pub(super) const NOTHING: HeaderValue =
    HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'");

/// For a page whose own scripts have that nonce.
pub(crate) fn of_page(nonce: &str, options: &LeptosOptions) -> HeaderValue {
    let live_reload = match env::var_os("LEPTOS_WATCH") {
        Some(_) => live_reload(options),
        None => String::new(),
    };
    // A nonce is ASCII.
    HeaderValue::try_from(policy(nonce, &live_reload)).unwrap_or(NOTHING)
}

fn policy(nonce: &str, live_reload: &str) -> String {
    format!(
        "default-src 'self'; \
         script-src 'self' 'nonce-{nonce}' 'wasm-unsafe-eval'; \
         connect-src 'self'{live_reload}; \
         img-src 'self' data: blob:; \
         manifest-src 'self'; \
         worker-src 'self'; \
         object-src 'none'; \
         base-uri 'none'; \
         form-action 'self'; \
         frame-ancestors 'none'"
    )
}

/// Where `cargo leptos watch` tells pages to load anew: the same machine, another port.
fn live_reload(options: &LeptosOptions) -> String {
    let port = options.reload_external_port.unwrap_or(options.reload_port);
    format!(" ws://*:{port} wss://*:{port}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_ports_are_for_development_alone() {
        let options = LeptosOptions::builder().output_name("orderbell");
        let options = options.reload_port(3001_u32).build();
        let watched = policy("abc", &live_reload(&options));
        assert!(watched.contains("connect-src 'self' ws://*:3001 wss://*:3001;"));
        let policy = policy("abc", "");
        assert!(policy.contains("connect-src 'self';"));
        assert!(policy.contains("script-src 'self' 'nonce-abc' 'wasm-unsafe-eval';"));
        assert!(!policy.contains('*') && !policy.contains("unsafe-inline"));
    }
}
