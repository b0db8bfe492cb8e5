//! Who may do what: one table, asked by every use case.

use crate::users::{ApiKey, KeyScope, Role, User};
use serde::{Deserialize, Serialize};

/// Who acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Actor {
    /// An administrator of that role.
    User(Role),
    /// A program that has a key for that.
    Program(KeyScope),
}

/// What can be done in the back office.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::VariantArray)]
pub enum Action {
    /// Read orders, listen to the back office's stream, see who is there.
    ReadOrders,
    /// Move an order on, or change what is ordered.
    ChangeOrders,
    /// Take an order at the counter or by phone.
    TakeOrders,
    /// Note that something was given back of an order.
    Refund,
    /// Take a table of orders home.
    ExportOrders,
    /// Send a message, and read what became of one's own.
    SendMessages,
    /// Read what became of messages that others sent.
    ReadOthersReceipts,
    /// End streams of others.
    EndOthersStreams,
    /// Read what is counted for whoever runs the server.
    ReadMetrics,
    /// Say who may sign in, and as what.
    ManagePeople,
    /// Read who changed what.
    ReadAudit,
    /// Change the menu.
    EditMenu,
    /// Say that something is sold out for today.
    SellOut,
    /// Change what the shop says of itself, and how it reckons.
    ChangeSettings,
    /// Take no orders for a while.
    PauseOrders,
    /// Say where alerts go, and when.
    ManageChannels,
    /// Write the templates of messages.
    EditTemplates,
    /// Read what the shop's days came to.
    ReadSums,
    /// Close a day, so that its sums stay.
    CloseDay,
}

/// The actor may not do that.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("that is for others to do")]
pub struct Forbidden;

impl From<&User> for Actor {
    fn from(user: &User) -> Self {
        Self::User(user.role)
    }
}

impl From<&ApiKey> for Actor {
    fn from(program: &ApiKey) -> Self {
        Self::Program(program.scope)
    }
}

impl Actor {
    /// Lets the actor go on who may do that.
    ///
    /// # Errors
    /// The table below does not allow it.
    pub fn check(self, action: Action) -> Result<(), Forbidden> {
        if self.may(action) {
            Ok(())
        } else {
            Err(Forbidden)
        }
    }

    /// The table. `docs/roles.md` has the same one for readers.
    const fn may(self, action: Action) -> bool {
        use Actor::{Program, User};
        use KeyScope::{Print, Send};
        use Role::{Manager, Owner};
        match action {
            Action::ReadOrders => matches!(self, User(_) | Program(Print)),
            Action::ChangeOrders | Action::TakeOrders | Action::SellOut | Action::PauseOrders => {
                matches!(self, User(_))
            }
            Action::SendMessages => matches!(self, User(_) | Program(_)),
            Action::Refund
            | Action::ExportOrders
            | Action::ReadOthersReceipts
            | Action::EndOthersStreams
            | Action::ReadAudit
            | Action::EditMenu
            | Action::ChangeSettings
            | Action::ManageChannels
            | Action::EditTemplates
            | Action::ReadSums
            | Action::CloseDay => matches!(self, User(Owner | Manager)),
            Action::ReadMetrics => matches!(self, User(Owner) | Program(Send)),
            Action::ManagePeople => matches!(self, User(Owner)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use strum::VariantArray;

    /// The table in the documentation, beside the code.
    const DOCS: &str = include_str!("../../docs/roles.md");

    fn actors() -> [Actor; 5] {
        let [owner, manager, staff] = Role::ALL.map(Actor::User);
        let [sends, prints] = KeyScope::ALL.map(Actor::Program);
        [owner, manager, staff, sends, prints]
    }

    #[test]
    fn each_does_what_the_documentation_says() {
        let rows = DOCS.lines().filter(|line| line.starts_with("| `"));
        let rows: Vec<Vec<&str>> = rows
            .map(|row| row.trim_matches('|').split('|').map(str::trim).collect())
            .collect();
        assert_eq!(rows.len(), Action::VARIANTS.len());
        for (action, row) in Action::VARIANTS.iter().zip(rows) {
            assert_eq!(row[0].trim_matches('`'), format!("{action:?}"));
            for (actor, cell) in actors().into_iter().zip(&row[2..]) {
                let may = actor.check(*action).is_ok();
                assert_eq!(may, *cell == "yes", "{actor:?} {action:?}");
            }
        }
    }
}
