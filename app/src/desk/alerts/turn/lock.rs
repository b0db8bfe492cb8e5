//! The turn as a lock of the browser (W3C Web Locks), which one page has and no other, for
//! as long as it is open. Pages over plain HTTP have no locks.

use futures::channel::oneshot;
use js_sys::{Function, Object, Promise, Reflect};
use leptos::{
    prelude::*,
    wasm_bindgen::{JsCast, JsValue, closure::Closure},
};

/// The lock's name.
const NAME: &str = "orderbell.turn";

/// A page's hold on the lock.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lock {
    /// Lets the lock go; `None` while the page does not have it.
    release: StoredValue<Option<Function>, LocalStorage>,
}

impl Lock {
    pub(super) fn new() -> Self {
        Self {
            release: StoredValue::new_local(None),
        }
    }

    /// Whether the page has the lock now; `None` where there are no locks.
    pub(super) async fn take(self) -> Option<bool> {
        if self.release.with_value(Option::is_some) {
            return Some(true);
        }
        let locks = Reflect::get(&window().navigator(), &"locks".into()).ok()?;
        let request = Reflect::get(&locks, &"request".into()).ok()?;
        let request: Function = request.dyn_into().ok()?;
        let options = Object::new();
        Reflect::set(&options, &"ifAvailable".into(), &true.into()).ok()?;
        let (sender, is_ours) = oneshot::channel();
        let held = Closure::once_into_js(move |lock: JsValue| self.hold(&lock, sender));
        request.call3(&locks, &NAME.into(), &options, &held).ok()?;
        is_ours.await.ok()
    }

    /// Keeps the lock until it is let go, where it was given; tells whether it was.
    fn hold(self, lock: &JsValue, is_ours: oneshot::Sender<bool>) -> JsValue {
        // Whoever asked waits for the answer.
        if lock.is_null() {
            let _ = is_ours.send(false);
            return JsValue::UNDEFINED;
        }
        let held = Promise::new(&mut |release, _| self.release.set_value(Some(release)));
        let _ = is_ours.send(true);
        held.into()
    }

    /// Lets the lock go, if the page has it.
    pub(super) fn give_up(self) {
        let release = self.release.try_update_value(Option::take).flatten();
        if let Some(release) = release {
            // It resolves a promise, which can't fail.
            let _ = release.call0(&JsValue::UNDEFINED);
        }
    }
}
