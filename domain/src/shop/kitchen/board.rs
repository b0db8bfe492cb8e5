//! The board that calls out what is ready: whoever has its link sees it.

use crate::{
    Unavailable,
    kitchen::BoardNumbers,
    policy::{Action, Actor},
    shop::{ReadError, Shop},
    users::User,
};

impl Shop {
    /// The name of the board's page; `None` where there is no board.
    ///
    /// # Errors
    /// See [`ReadError`].
    pub async fn board_token(&self, by: &User) -> Result<Option<String>, ReadError> {
        Actor::from(by).check(Action::ChangeSettings)?;
        Ok(self.store.board_token().await?)
    }

    /// Gives the board's page a new name: the old one leads nowhere from now on.
    ///
    /// # Errors
    /// See [`ReadError`].
    pub async fn renew_board(&self, by: &User) -> Result<(), ReadError> {
        self.set_board(Some(self.secrets.token()), by).await
    }

    /// There is no board any more.
    ///
    /// # Errors
    /// See [`ReadError`].
    pub async fn close_board(&self, by: &User) -> Result<(), ReadError> {
        self.set_board(None, by).await
    }

    async fn set_board(&self, token: Option<String>, by: &User) -> Result<(), ReadError> {
        Actor::from(by).check(Action::ChangeSettings)?;
        self.store.set_board_token(token, by).await?;
        self.streams.end_old_boards();
        Ok(())
    }

    /// Whether the board's page has that name.
    ///
    /// # Errors
    /// The store did not answer.
    pub async fn is_board(&self, token: &str) -> Result<bool, Unavailable> {
        let known = self.store.board_token().await?;
        Ok(known.is_some_and(|known| known == token))
    }

    /// What the board of that name shows; `None` where there is no such board.
    ///
    /// # Errors
    /// The store did not answer.
    pub async fn board(&self, token: &str) -> Result<Option<BoardNumbers>, Unavailable> {
        if !self.is_board(token).await? {
            return Ok(None);
        }
        let orders = self.store.board_orders().await?;
        Ok(Some(BoardNumbers::of(&orders, self.clock.now())))
    }
}
