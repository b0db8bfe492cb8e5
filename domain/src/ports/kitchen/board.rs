//! The port through which the link of the board is kept.

use crate::{Unavailable, kitchen::BoardOrder, users::User};
use async_trait::async_trait;

/// The board that calls out which orders are ready.
#[async_trait]
pub trait Board: Send + Sync {
    /// The unguessable name of the board's page; `None` where there is no board.
    async fn board_token(&self) -> Result<Option<String>, Unavailable>;

    /// Gives the board's page another name, or none, and notes who did it: both or neither.
    async fn set_board_token(&self, token: Option<String>, by: &User) -> Result<(), Unavailable>;

    /// The orders of the board, oldest first: of those that are picked up, those in work and those that are ready, of the
    /// shop's day and of the last [`crate::kitchen::BOARD_HOURS`].
    async fn board_orders(&self) -> Result<Vec<BoardOrder>, Unavailable>;
}
