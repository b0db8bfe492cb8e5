//! What the forms of a table do: the first says what it would change, the second does it.

use crate::{
    errors::ActionError,
    form::{Answer, FileForm, Notice, PageForm, Sending, Submission},
};
use domain::{
    menu::sheet::{ImportError, ImportPlan, MAX_BYTES, Seen, SheetError, decode},
    policy::Action,
    users::User,
};
use leptos::prelude::provide_context;
use std::sync::Arc;

/// The page.
const PAGE: &str = "/admin/menu/import";
/// The field of the file.
pub(super) const FILE: &str = "file";
/// The field of the text that was in it: the server keeps nothing until it is imported.
pub(super) const TABLE: &str = "table";
/// The field of what the menu was when the preview was drawn.
pub(super) const SEEN: &str = "seen";

/// The form that sends the file.
pub const IMPORT_FORM: FileForm = FileForm::new(
    PageForm::new("/admin/menu/import", PAGE, preview),
    MAX_BYTES,
    Action::EditMenu,
);

/// The other forms of the table.
pub const FORMS: &[PageForm] = &[PageForm::new("/admin/menu/import/confirm", PAGE, import)];

/// What came of a file, for the page that is drawn.
#[derive(Clone)]
pub enum Outcome {
    /// It can't be read.
    Unreadable(SheetError),
    /// It would change this.
    Planned(Arc<Planned>),
}

/// What a file would change.
pub struct Planned {
    /// What it would change.
    pub plan: ImportPlan,
    /// What was in the file.
    pub table: String,
    /// Whether somebody agreed to something else: the menu has changed meanwhile.
    pub is_outdated: bool,
}

fn preview(sent: Submission) -> Sending {
    Box::pin(async move {
        let user = sent.allowed(Action::EditMenu)?;
        let table = match sent.is_too_large {
            true => Err(SheetError::TooLarge { max: MAX_BYTES }),
            false => decode(sent.file(FILE)),
        };
        Ok(draw(plan(&sent, table, user, false).await?))
    })
}

fn import(sent: Submission) -> Sending {
    Box::pin(async move {
        let user = sent.allowed(Action::EditMenu)?;
        let table = decode(sent.hidden(TABLE).as_bytes());
        // Whoever sends something else has seen nothing.
        let seen: Option<Seen> = serde_json::from_str(sent.hidden(SEEN)).ok();
        let imported = match (&table, &seen) {
            (Ok(table), Some(seen)) => sent.shop.import_menu(table, seen, user).await,
            _ => Err(ImportError::Outdated),
        };
        match imported {
            Ok(_) => Ok(Answer::done("/admin/menu", Notice::MenuImported)),
            Err(ImportError::Forbidden(error)) => Err(error.into()),
            Err(ImportError::Unavailable(error)) => Err(error.into()),
            Err(ImportError::Unreadable(_) | ImportError::Faulty | ImportError::Outdated) => {
                Ok(draw(plan(&sent, table, user, true).await?))
            }
        }
    })
}

async fn plan(
    sent: &Submission,
    table: Result<String, SheetError>,
    user: &User,
    is_outdated: bool,
) -> Result<Outcome, ActionError> {
    let table = match table {
        Ok(table) => table,
        Err(error) => return Ok(Outcome::Unreadable(error)),
    };
    match sent.shop.plan_import(&table, user).await {
        Ok(plan) => Ok(Outcome::Planned(Arc::new(Planned {
            plan,
            table,
            is_outdated,
        }))),
        Err(ImportError::Unreadable(error)) => Ok(Outcome::Unreadable(error)),
        Err(ImportError::Forbidden(error)) => Err(error.into()),
        Err(ImportError::Unavailable(error)) => Err(error.into()),
        // Nothing is planned with what was planned before.
        Err(ImportError::Faulty | ImportError::Outdated) => Err(ActionError::Outdated),
    }
}

fn draw(outcome: Outcome) -> Answer {
    Answer::Draw(Arc::new(move || provide_context(outcome.clone())))
}
