//! Filters that users keep, each their own.

use crate::{
    orders::search::{OrderQuery, OrderView, OrderViewId, ViewError, view_name},
    policy::{Action, Actor},
    shop::{ReadError, Shop},
    users::User,
};

impl Shop {
    /// The views of `by`, by name.
    ///
    /// # Errors
    /// See [`ReadError`].
    pub async fn order_views(&self, by: &User) -> Result<Vec<OrderView>, ReadError> {
        Actor::from(by).check(Action::ReadOrders)?;
        Ok(self.store.order_views(by.id).await?)
    }

    /// Keeps the filter and the sorting of a query under a name.
    ///
    /// # Errors
    /// See [`ViewError`].
    pub async fn keep_order_view(
        &self,
        name: &str,
        query: &OrderQuery,
        by: &User,
    ) -> Result<OrderViewId, ViewError> {
        Actor::from(by).check(Action::ReadOrders)?;
        let name = view_name(name)?;
        let fields = query.view_fields();
        self.store.keep_order_view(by.id, name, fields).await
    }

    /// Deletes a view of `by`.
    ///
    /// # Errors
    /// See [`ViewError`].
    pub async fn delete_order_view(&self, view: OrderViewId, by: &User) -> Result<(), ViewError> {
        Actor::from(by).check(Action::ReadOrders)?;
        self.store.delete_order_view(by.id, view).await
    }
}
