//! Points at which a test can let the server die, as a power cut would. Builds
//! for release have none.

/// Dies here, if `ORDERBELL_CRASH_AT` says `name:n` and it is the n-th time.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(crate) fn point(name: &str) {
    #[cfg(debug_assertions)]
    armed::pass(name);
    #[cfg(not(debug_assertions))]
    let _ = name;
}

#[cfg(debug_assertions)]
mod armed {
    use std::{
        env, process,
        sync::{
            LazyLock,
            atomic::{AtomicU32, Ordering},
        },
    };

    struct Charge {
        name: String,
        /// How many times it is passed unharmed.
        left: AtomicU32,
    }

    static CHARGE: LazyLock<Option<Charge>> = LazyLock::new(|| {
        let wanted = env::var("ORDERBELL_CRASH_AT").ok()?;
        let (name, count) = wanted.split_once(':')?;
        let count: u32 = count.parse().ok()?;
        Some(Charge {
            name: name.to_owned(),
            left: AtomicU32::new(count.checked_sub(1)?),
        })
    });

    pub(super) fn pass(name: &str) {
        let Some(charge) = CHARGE.as_ref().filter(|charge| charge.name == name) else {
            return;
        };
        let passed = charge
            .left
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| {
                left.checked_sub(1)
            });
        if passed.is_err() {
            process::abort();
        }
    }
}
