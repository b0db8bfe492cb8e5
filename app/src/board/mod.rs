//! The board in the shop: which orders are in work, and which are ready. Numbers, and nothing
//! else.

pub mod forms;
pub mod link_code;
pub mod manage;
pub mod page;

pub use forms::FORMS;
pub use manage::ManageBoardRoute;
pub use page::BoardRoute;

/// The page of the board with that token.
pub fn board_path(token: &str) -> String {
    format!("/board/{token}")
}
