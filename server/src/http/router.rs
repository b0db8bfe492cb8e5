//! Every route, by who calls it.

use super::{
    auth, forms, health, menu, messages,
    middleware::{
        body, cors, csrf, request_id, security_headers,
        setup::{self, SetupGate},
    },
    orders,
    pages::{self, PageContext},
    photos, receipts, sessions, shop_front, shop_page,
    state::AppState,
    streams, tickets, web_push,
};
use app::shell::App;
use axum::{
    Router,
    extract::FromRef,
    handler::Handler,
    http::{HeaderValue, header},
    middleware::{from_fn, from_fn_with_state},
    routing::{delete, get, post},
};
use leptos_axum::{LeptosRoutes, generate_route_list, render_app_async_with_context};
use tower_http::{
    compression::CompressionLayer, services::ServeDir, set_header::SetResponseHeaderLayer,
};

/// Everything that the server answers.
pub(crate) fn router(state: AppState) -> Router {
    // Streams compress nothing, so they don't pass through what would.
    let event_streams = Router::new()
        .route("/sse/clock", get(streams::clock))
        .route(
            "/sse/menu",
            get(streams::shop_front).head(streams::may_hear_shop_front),
        )
        .route(
            "/sse/board/{token}",
            get(streams::board).head(streams::may_hear_board),
        )
        // It is compressed once for all who ask.
        .route("/api/menu/now", get(shop_front::now))
        .route(
            "/sse/orders/{token}",
            get(streams::progress).head(streams::may_follow),
        )
        .route(
            "/sse/subscribe",
            get(streams::subscribe).head(streams::may_subscribe),
        );
    let anyone = Router::new()
        .route("/api/menu", get(menu::list))
        .route("/api/orders", post(orders::place).get(orders::list))
        .route(
            "/api/session",
            post(sessions::open)
                .get(sessions::show)
                .delete(sessions::close),
        )
        .route("/healthz", get(health::live))
        .route("/readyz", get(health::ready));
    let forms = Router::new()
        .route("/sign-in", post(sessions::sign_in_form))
        .route("/sign-out", post(sessions::sign_out_form))
        .merge(forms::routes());
    // A customer's token and an order's number share a place in the path.
    let orders = Router::new().route(
        "/api/orders/{order}",
        get(orders::show).patch(orders::change),
    );
    let admins = Router::new()
        .route("/api/orders/{order}/viewers", post(orders::note_viewer))
        .route("/sse/over", post(streams::over))
        .route("/sse/pages", post(streams::set_pages))
        .route("/sse/push", post(messages::push))
        .route("/api/push/key", get(web_push::key))
        .route(
            "/api/push/subscriptions",
            post(web_push::subscribe).delete(web_push::unsubscribe),
        )
        .route("/api/tickets", post(tickets::issue))
        .route("/api/seen", post(receipts::seen))
        .route("/api/pushes/{seq}", get(receipts::of_message))
        .route(
            "/sse/connections",
            get(streams::list).delete(streams::end_of_user),
        )
        .route("/sse/connections/{stream}", delete(streams::end))
        .route("/metrics", get(health::metrics));
    let search_engines = Router::new()
        .route("/robots.txt", get(pages::robots))
        .route("/sitemap.xml", get(pages::sitemap));
    let context = PageContext::from_ref(&state);
    let provide = {
        let context = context.clone();
        move || context.provide()
    };
    let render = move || context.document();
    let nowhere = render_app_async_with_context(provide.clone(), render.clone());
    let pages = Router::new()
        .leptos_routes_with_context(&state, generate_route_list(App), provide, render)
        .fallback_service(files(&state, nowhere))
        // A page is of its visitor and of the moment; the way back may show it.
        .layer(SetResponseHeaderLayer::if_not_present(
            header::CACHE_CONTROL,
            HeaderValue::from_static("private, no-cache"),
        ))
        .layer(from_fn_with_state(state.clone(), shop_page::answer))
        .layer(from_fn_with_state(
            SetupGate::new(state.shop.clone()),
            setup::lead,
        ));
    let recognise = from_fn_with_state(state.clone(), auth::recognise);
    let api = anyone
        .merge(orders)
        .merge(admins)
        .layer(CompressionLayer::new())
        .merge(event_streams)
        .layer(recognise.clone())
        .layer(from_fn_with_state(state.clone(), csrf::allowed_origin))
        // Outermost: a page has to be able to read why it was refused.
        .layer(cors::layer(&state.settings.allowed_origins));
    let site = |routes: Router<AppState>| {
        routes
            .layer(CompressionLayer::new())
            .layer(recognise.clone())
            .layer(from_fn(csrf::same_origin))
    };
    api.merge(site(forms.merge(pages).merge(search_engines)))
        .route("/photos/{file}", get(photos::show))
        .route("/sw.js", web_push::service_worker(&state))
        .nest_service("/pkg", assets(&state))
        .layer(from_fn_with_state(state.clone(), body::read_whole))
        // Each reads its body itself: it may be as large as the form says.
        .merge(site(forms::file_routes()))
        .layer(from_fn_with_state(state.clone(), security_headers::set))
        .layer(from_fn(request_id::assign))
        .with_state(state)
}

/// The icon and the like; where there is no such file, `nowhere` is drawn. Leptos' own
/// handler of files is not used: it runs in what was left of the page that was drawn last
/// by its thread, and can take that page's headers for its own.
fn files<H, T>(state: &AppState, nowhere: H) -> ServeDir<Router>
where
    H: Handler<T, ()>,
    T: 'static,
{
    ServeDir::new(&*state.leptos.site_root)
        .precompressed_br()
        .append_index_html_on_directories(false)
        .call_fallback_on_method_not_allowed(true)
        .fallback(Router::new().fallback(nowhere))
}

/// What `cargo leptos` built; a release has it compressed beside. The names stay
/// the same from release to release, so browsers ask whether theirs is the last.
fn assets(state: &AppState) -> Router {
    let folder = format!("{}/{}", state.leptos.site_root, state.leptos.site_pkg_dir);
    Router::new()
        .fallback_service(ServeDir::new(folder).precompressed_br())
        .layer(SetResponseHeaderLayer::overriding(
            header::CACHE_CONTROL,
            HeaderValue::from_static("no-cache"),
        ))
}
