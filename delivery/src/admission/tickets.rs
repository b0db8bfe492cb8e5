//! Tickets: what opens one stream, once and soon, where no cookie and no header
//! can be sent along.

use crate::vault;
use domain::{
    time::Timestamp,
    user::{Session, SessionId, UserId},
};
use sha2::{Digest, Sha256};
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

/// How long a ticket is good for, in seconds.
const LIFETIME: u32 = 30;
/// The most tickets that a user holds; the oldest makes way.
const MOST: usize = 64;

/// The tickets that nobody has used yet, by the hash of each. Clones are the
/// same tickets.
#[derive(Clone, Default)]
pub(crate) struct Tickets(Arc<Mutex<HashMap<Vec<u8>, Ticket>>>);

/// What a ticket is good for. That its session is still open has to be asked
/// when it is used.
struct Ticket {
    session: SessionId,
    user: UserId,
    expires_at: Timestamp,
}

impl Tickets {
    /// A ticket for `session`, and until when it is good.
    pub(crate) fn issue(&self, session: &Session, now: Timestamp) -> (String, Timestamp) {
        let secret = vault::random_hex();
        let expires_at = now.plus_seconds(LIFETIME);
        let ticket = Ticket {
            session: session.id.clone(),
            user: session.user.id,
            expires_at,
        };
        let mut tickets = self.tickets();
        tickets.retain(|_, ticket| ticket.expires_at > now);
        make_way(&mut tickets, session.user.id);
        tickets.insert(hash(&secret), ticket);
        (secret, expires_at)
    }

    /// Uses a ticket up: the session that it was issued for.
    pub(crate) fn redeem(&self, secret: &str, now: Timestamp) -> Option<SessionId> {
        let ticket = self.tickets().remove(&hash(secret))?;
        (ticket.expires_at > now).then_some(ticket.session)
    }

    fn tickets(&self) -> MutexGuard<'_, HashMap<Vec<u8>, Ticket>> {
        // The map is whole at every step: a panic elsewhere can't break it.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Sees to it that the user may have one more.
fn make_way(tickets: &mut HashMap<Vec<u8>, Ticket>, user: UserId) {
    let own = || tickets.iter().filter(|(_, ticket)| ticket.user == user);
    if own().count() >= MOST
        && let Some((hash, _)) = own().min_by_key(|(_, ticket)| ticket.expires_at)
    {
        let hash = hash.clone();
        tickets.remove(&hash);
    }
}

fn hash(secret: &str) -> Vec<u8> {
    Sha256::digest(secret).to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::user::{Role, User};

    fn session(user: i64) -> Session {
        Session {
            id: SessionId(vec![7]),
            user: User {
                id: UserId(user),
                name: "li".to_owned(),
                role: Role::Staff,
            },
        }
    }

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_millis(seconds * 1000)
    }

    #[test]
    fn a_ticket_is_good_once_and_for_thirty_seconds() {
        let tickets = Tickets::default();
        let (good, end) = tickets.issue(&session(1), at(0));
        assert_eq!(end, at(30));
        assert_eq!(tickets.redeem(&good, at(29)), Some(SessionId(vec![7])));
        assert_eq!(tickets.redeem(&good, at(29)), None);
        let (late, _) = tickets.issue(&session(1), at(0));
        assert_eq!(tickets.redeem(&late, at(30)), None);
        assert_eq!(tickets.redeem("made up", at(0)), None);
    }

    #[test]
    fn who_hoards_loses_the_own_oldest() {
        let tickets = Tickets::default();
        let (others, _) = tickets.issue(&session(2), at(0));
        let (oldest, _) = tickets.issue(&session(1), at(1));
        let (second, _) = tickets.issue(&session(1), at(2));
        for _ in 2..=MOST {
            tickets.issue(&session(1), at(3));
        }
        assert_eq!(tickets.tickets().len(), MOST + 1);
        assert_eq!(tickets.redeem(&oldest, at(3)), None);
        assert!(tickets.redeem(&second, at(3)).is_some());
        assert!(tickets.redeem(&others, at(3)).is_some());
    }

    #[test]
    fn what_nobody_used_is_forgotten() {
        let tickets = Tickets::default();
        tickets.issue(&session(1), at(0));
        tickets.issue(&session(1), at(30));
        assert_eq!(tickets.tickets().len(), 1);
    }
}
