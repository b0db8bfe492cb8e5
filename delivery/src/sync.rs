//! The locks, atomics and channels that the hub is made of. The model check puts
//! its own in their places, which let another thread go on at each step.

#[cfg(all(test, feature = "model"))]
pub(crate) use crate::testing::shuttle::{
    broadcast,
    locks::{Mutex, RwLock},
};
#[cfg(not(all(test, feature = "model")))]
pub(crate) use parking_lot::{Mutex, RwLock};
#[cfg(all(test, feature = "model"))]
pub(crate) use shuttle::sync::atomic::AtomicI64;
#[cfg(not(all(test, feature = "model")))]
pub(crate) use std::sync::atomic::AtomicI64;
#[cfg(not(all(test, feature = "model")))]
pub(crate) use tokio::sync::broadcast;
