//! The menu as a table: taking it home, and bringing it back.

use crate::{
    Unavailable,
    menu::{
        MenuError,
        sheet::{self, ImportError, ImportPlan, Imported, Seen},
    },
    policy::{Action, Actor},
    shop::Shop,
    users::User,
};

impl Shop {
    /// The whole menu as a table, in the bytes of its file.
    ///
    /// # Errors
    /// See [`MenuError`].
    pub async fn export_menu(&self, by: &User) -> Result<Vec<u8>, MenuError> {
        Actor::from(by).check(Action::EditMenu)?;
        let menu = self.store.menu().await?;
        let table = sheet::to_csv(&menu, self.settings().currency);
        Ok(table.map_err(|_| Unavailable)?)
    }

    /// What a table would change; nothing is changed yet. The text is that of
    /// [`sheet::decode`].
    ///
    /// # Errors
    /// See [`ImportError`]. Rows that are faulty are part of the plan.
    pub async fn plan_import(&self, text: &str, by: &User) -> Result<ImportPlan, ImportError> {
        Actor::from(by).check(Action::EditMenu)?;
        let menu = self.store.menu().await?;
        let currency = self.settings().currency;
        Ok(ImportPlan::new(text, &menu, currency, None)?)
    }

    /// Changes what somebody has agreed to who saw what the table would change.
    ///
    /// # Errors
    /// See [`ImportError`]; nothing is changed then.
    pub async fn import_menu(
        &self,
        text: &str,
        seen: &Seen,
        by: &User,
    ) -> Result<Imported, ImportError> {
        Actor::from(by).check(Action::EditMenu)?;
        let menu = self.store.menu().await?;
        let currency = self.settings().currency;
        if seen.currency != currency {
            return Err(ImportError::Outdated);
        }
        seen.check(&menu)?;
        let plan = ImportPlan::new(text, &menu, currency, Some(seen))?;
        if !plan.faults.is_empty() {
            return Err(ImportError::Faulty);
        }
        // What is read here is compared once more where it is changed.
        self.store.import_menu(plan.import, by).await
    }
}
