//! Every state of a popup on one page, for whoever works on them: `/dev/popups`, in
//! development builds alone. Nothing on it is of the shop.

#[cfg(debug_assertions)]
pub mod island;
#[cfg(feature = "ssr")]
pub mod route;
#[cfg(debug_assertions)]
mod samples;

#[cfg(debug_assertions)]
pub use island::PopupGallery;
#[cfg(feature = "ssr")]
pub use route::GalleryRoute;
