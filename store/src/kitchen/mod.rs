//! The kitchen: what is to be made, what of it is made, and the board.

mod board;
mod read;
mod tick;

use crate::SqliteStore;
use async_trait::async_trait;
use domain::{
    Unavailable,
    kitchen::{BoardOrder, KitchenNow, LineTick, TickError},
    ports::{Board, Kitchen},
    users::User,
};

#[async_trait]
impl Kitchen for SqliteStore {
    async fn kitchen(&self) -> Result<KitchenNow, Unavailable> {
        read::kitchen(self).await
    }

    async fn tick_line(&self, tick: LineTick, by: &User) -> Result<(), TickError> {
        let by = by.clone();
        self.write("tick a line", move |write| {
            Box::pin(tick::tick(write, tick, by))
        })
        .await
    }
}

#[async_trait]
impl Board for SqliteStore {
    async fn board_token(&self) -> Result<Option<String>, Unavailable> {
        board::token(self).await
    }

    async fn set_board_token(&self, token: Option<String>, by: &User) -> Result<(), Unavailable> {
        let by = by.id;
        self.write("change the board's link", move |write| {
            Box::pin(board::set_token(write, token, by))
        })
        .await
    }

    async fn board_orders(&self) -> Result<Vec<BoardOrder>, Unavailable> {
        board::orders(self).await
    }
}
