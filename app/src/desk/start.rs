//! What each page of the back office gets from the server to start with.

use super::actions::DeskSnapshot;
use domain::language::Language;
use serde::{Deserialize, Serialize};

/// Where the page's live state begins.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct AdminStart {
    /// The administrator's language.
    pub language: Language,
    /// The administrator's name.
    pub user: String,
    /// What the server knew when it rendered the page.
    pub snapshot: DeskSnapshot,
}

#[cfg(feature = "ssr")]
impl AdminStart {
    /// What a page starts with that is being rendered now.
    ///
    /// # Errors
    /// Nobody is signed in, or the store did not answer.
    pub async fn load() -> Result<Self, crate::errors::ActionError> {
        let (user, _) = crate::request::admin()?;
        Ok(Self {
            language: crate::request::language(),
            user: user.name,
            snapshot: super::actions::load_desk().await?,
        })
    }
}
