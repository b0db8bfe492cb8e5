//! The board in the shop: which orders are in work, and which are ready. Numbers, and nothing
//! else.

#[cfg(feature = "ssr")]
pub mod forms;
#[cfg(feature = "ssr")]
pub mod link_code;
#[cfg(feature = "ssr")]
pub mod manage;
pub mod news;
#[cfg(feature = "ssr")]
pub mod page;

#[cfg(feature = "ssr")]
pub use forms::FORMS;
#[cfg(feature = "ssr")]
pub use manage::ManageBoardRoute;
pub use news::BoardNews;
#[cfg(feature = "ssr")]
pub use page::BoardRoute;

/// The page of the board with that token.
pub fn board_path(token: &str) -> String {
    format!("/board/{token}")
}
