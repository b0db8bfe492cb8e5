//! What the hub is made of. The model check puts its own in their places, which
//! let another thread go on at each step.

#[cfg(all(test, feature = "model"))]
pub(crate) use super::model::broadcast;
#[cfg(all(test, feature = "model"))]
pub(crate) use shuttle::sync::{Mutex, MutexGuard, RwLock, RwLockWriteGuard, atomic::AtomicI64};
#[cfg(not(all(test, feature = "model")))]
pub(crate) use std::sync::{Mutex, MutexGuard, RwLock, RwLockWriteGuard, atomic::AtomicI64};
#[cfg(not(all(test, feature = "model")))]
pub(crate) use tokio::sync::broadcast;
