//! The popups.

use super::{
    accept_all::AcceptAll, announcer::Announcer, clearance::keep_clear, dismissed,
    toast_card::ToastCard, unread::note_read,
};
use crate::{
    desk::{
        context::AdminContext,
        state::{Toast, ToastKind, UNFOLDED, VISIBLE},
    },
    erased::{ShowBuilt, built, effect, live_text},
    live::receipts,
    ui::focus,
};
use delivery::Cursor;
use leptos::{ev, prelude::*};
use std::time::Duration;

/// How often the time of brief popups is counted, in milliseconds.
const STEP: u32 = 250;

/// The stack of popups: three, and how many more.
#[component]
pub fn Toaster() -> impl IntoView {
    let context = AdminContext::current();
    let language = context.language;
    let expanded = RwSignal::new(false);
    let held = RwSignal::new(false);
    let toasts = Memo::new(move |_| match context.is_mounted.get() {
        true => context.state.with(|state| state.toasts.all().to_vec()),
        false => Vec::new(),
    });
    let shown = move || {
        language.track();
        let count = if expanded.get() { UNFOLDED } else { VISIBLE };
        toasts.get().into_iter().take(count).collect::<Vec<_>>()
    };
    let more = Memo::new(move |_| toasts.with(|all| all.len().saturating_sub(VISIBLE)));
    let rest = Memo::new(move |_| match expanded.get() {
        true => toasts.with(|all| all.len().saturating_sub(UNFOLDED)),
        false => 0,
    });
    effect(move || {
        if more.get() == 0 {
            expanded.set(false);
        }
    });
    effect(move || mount(context, held));
    report_shown(shown);
    let region = NodeRef::new();
    keep_clear(region, move || {
        toasts.track();
        expanded.track();
    });
    view! {
        <section
            class="toaster"
            node_ref=region
            class:toaster--expanded=expanded
            aria-label=context.text(|language| tr!(language, "toast.region"))
            on:mouseenter=move |_| held.set(true)
            on:mouseleave=move |_| held.set(false)
            on:focusin=move |_| held.set(true)
            on:focusout=move |_| held.set(false)
        >
            <For
                each=shown
                key=move |toast| (toast.event, language.get_untracked())
                let:toast
            >
                {
                    let close = Callback::new(move |()| close(context, toast.event));
                    built(view! { <ToastCard close toast /> })
                }
            </For>
            <div class="toaster__foot">
                <AcceptAll toasts />
                <ShowBuilt when=move || { more.get() > 0 }>
                    <button
                        type="button"
                        class="toaster__more"
                        aria-expanded=live_text(move || expanded.get().to_string())
                        on:click=move |_| expanded.update(|expanded| *expanded = !*expanded)
                    >
                        {live_text(move || {
                            if expanded.get() {
                                tr!(language.get(), "toast.fewer")
                            } else {
                                tr!(language.get(), "toast.more", count = more.get())
                            }
                        })}
                    </button>
                </ShowBuilt>
                <ShowBuilt when=move || { rest.get() > 0 }>
                    <a class="button" href="/admin/notices">
                        {live_text(move || tr!(language.get(), "toast.rest", count = rest.get()))}
                    </a>
                </ShowBuilt>
            </div>
        </section>
        <Announcer toasts />
    }
}

/// Tells the server which orders and messages have their popup on the screen: one
/// that nobody can look at has not been shown.
fn report_shown(shown: impl Fn() -> Vec<Toast> + Send + Sync + 'static) {
    let is_visible = RwSignal::new(true);
    let report = receipts::open();
    effect(move || {
        is_visible.set(!document().hidden());
        // The listener stays as long as the page.
        let _ = window_event_listener_untyped("visibilitychange", move |_| {
            is_visible.set(!document().hidden());
        });
    });
    effect(move || {
        if !is_visible.get() {
            return;
        }
        for toast in shown() {
            if let ToastKind::NewOrder(_) | ToastKind::Message(_) = toast.kind {
                report(toast.event);
            }
        }
    });
}

/// Lets brief popups end, unless somebody looks at them or nobody can; and
/// gives the popups their keys: F8 leads there, Escape closes one.
fn mount(context: AdminContext, held: RwSignal<bool>) {
    set_interval(
        move || {
            let is_looked_at = held.get_untracked() || document().hidden();
            if !is_looked_at
                && !context.is_catching_up.get_value()
                && context
                    .state
                    .with_untracked(|state| state.toasts.any_brief())
            {
                context.change(|state| state.toasts.elapse(STEP));
            }
        },
        Duration::from_millis(STEP.into()),
    );
    // The listener stays as long as the page.
    let _ = window_event_listener(ev::keydown, move |event| match event.key().as_str() {
        "F8" => {
            focus(".toast");
        }
        "Escape" if !is_typing() => {
            let event = focused().or_else(|| {
                context
                    .state
                    .with_untracked(|state| state.toasts.all().first().map(|toast| toast.event))
            });
            if let Some(event) = event {
                close(context, event);
            }
        }
        _ => {}
    });
}

/// Closes a popup. The keyboard goes on to the next one, or back to the page.
fn close(context: AdminContext, event: Cursor) {
    let had_focus = focused() == Some(event);
    dismissed::note(event);
    note_read(event);
    context.change(|state| state.toasts.dismiss(event));
    if had_focus {
        request_animation_frame(|| {
            let _ = focus(".toast") || focus("h1");
        });
    }
}

/// The popup that the keyboard is in.
fn focused() -> Option<Cursor> {
    let toast = document().active_element()?.closest(".toast").ok()??;
    toast.get_attribute("data-event")?.parse().ok()
}

fn is_typing() -> bool {
    let element = document().active_element();
    element.is_some_and(|element| element.matches("input, textarea, select").unwrap_or(false))
}
