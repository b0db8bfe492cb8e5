//! Who may do what: one table, asked by every use case.

use crate::users::{Role, User};
use serde::{Deserialize, Serialize};

/// Who acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Actor {
    /// An administrator of that role.
    User(Role),
    /// A program that has a key.
    Program,
}

/// What can be done in the back office.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::VariantArray)]
pub enum Action {
    /// Read orders, listen to the back office's stream, see who is there.
    ReadOrders,
    /// Move an order on.
    ChangeOrders,
    /// Send a message, and read what became of one's own.
    SendMessages,
    /// Read what became of messages that others sent.
    ReadOthersReceipts,
    /// End streams of others.
    EndOthersStreams,
    /// Read what is counted for whoever runs the server.
    ReadMetrics,
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

    /// The table.
    const fn may(self, action: Action) -> bool {
        use Actor::{Program, User};
        use Role::{Owner, Staff};
        match action {
            Action::ReadOrders | Action::ChangeOrders => matches!(self, User(Owner | Staff)),
            Action::SendMessages => matches!(self, User(Owner | Staff) | Program),
            Action::ReadMetrics => matches!(self, User(Owner) | Program),
            Action::ReadOthersReceipts | Action::EndOthersStreams => matches!(self, User(Owner)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use strum::VariantArray;

    #[test]
    fn each_does_what_the_table_says() {
        let may = |actor: Actor| {
            let actions = Action::VARIANTS.iter().copied();
            actions
                .filter(|action| actor.check(*action).is_ok())
                .count()
        };
        assert_eq!(may(Actor::User(Role::Owner)), Action::VARIANTS.len());
        assert_eq!(may(Actor::User(Role::Staff)), 3);
        assert_eq!(may(Actor::Program), 2);
        for action in [
            Action::ReadOrders,
            Action::ChangeOrders,
            Action::EndOthersStreams,
        ] {
            assert_eq!(Actor::Program.check(action), Err(Forbidden));
        }
    }
}
