//! Tickets: what opens one stream, once and soon, where no cookie and no header
//! can be sent along.

use crate::{ReaderId, Timestamp};
use parking_lot::Mutex;
use rand::Rng;
use sha2::{Digest, Sha256};
use std::{collections::HashMap, sync::Arc};

/// How long a ticket is good for, in seconds.
const LIFETIME: u32 = 30;
/// The most tickets that a reader holds; the oldest makes way.
const MOST: usize = 64;

/// The tickets that nobody has used yet, by the hash of each. Clones are the
/// same tickets.
#[derive(Clone, Default)]
pub struct Tickets(Arc<Mutex<HashMap<Vec<u8>, Ticket>>>);

/// What a ticket is good for. Whether its session is still open has to be asked
/// when it is used.
struct Ticket {
    session: Vec<u8>,
    reader: ReaderId,
    expires_at: Timestamp,
}

impl Tickets {
    /// A ticket for a session of `reader`, and until when it is good: 30 seconds.
    pub fn issue(&self, reader: ReaderId, session: &[u8], now: Timestamp) -> (String, Timestamp) {
        let secret = format!("{:032x}", rand::rng().random::<u128>());
        let expires_at = now.plus_seconds(LIFETIME);
        let ticket = Ticket {
            session: session.to_vec(),
            reader,
            expires_at,
        };
        let mut tickets = self.0.lock();
        tickets.retain(|_, ticket| ticket.expires_at > now);
        make_way(&mut tickets, reader);
        tickets.insert(hash(&secret), ticket);
        (secret, expires_at)
    }

    /// Uses a ticket up: the session that it was issued for.
    pub fn redeem(&self, secret: &str, now: Timestamp) -> Option<Vec<u8>> {
        let ticket = self.0.lock().remove(&hash(secret))?;
        (ticket.expires_at > now).then_some(ticket.session)
    }
}

/// Sees to it that the reader may have one more.
fn make_way(tickets: &mut HashMap<Vec<u8>, Ticket>, reader: ReaderId) {
    let own = || tickets.iter().filter(|(_, ticket)| ticket.reader == reader);
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

    fn issue(tickets: &Tickets, reader: i64, seconds: i64) -> (String, Timestamp) {
        tickets.issue(ReaderId(reader), &[7], at(seconds))
    }

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_millis(seconds * 1000)
    }

    #[test]
    fn a_ticket_is_good_once_and_for_thirty_seconds() {
        let tickets = Tickets::default();
        let (good, end) = issue(&tickets, 1, 0);
        assert_eq!(end, at(30));
        assert_eq!(tickets.redeem(&good, at(29)), Some(vec![7]));
        assert_eq!(tickets.redeem(&good, at(29)), None);
        let (late, _) = issue(&tickets, 1, 0);
        assert_eq!(tickets.redeem(&late, at(30)), None);
        assert_eq!(tickets.redeem("made up", at(0)), None);
    }

    #[test]
    fn who_hoards_loses_the_own_oldest() {
        let tickets = Tickets::default();
        let (others, _) = issue(&tickets, 2, 0);
        let (oldest, _) = issue(&tickets, 1, 1);
        let (second, _) = issue(&tickets, 1, 2);
        for _ in 2..=MOST {
            issue(&tickets, 1, 3);
        }
        assert_eq!(tickets.0.lock().len(), MOST + 1);
        assert_eq!(tickets.redeem(&oldest, at(3)), None);
        assert!(tickets.redeem(&second, at(3)).is_some());
        assert!(tickets.redeem(&others, at(3)).is_some());
    }

    #[test]
    fn what_nobody_used_is_forgotten() {
        let tickets = Tickets::default();
        issue(&tickets, 1, 0);
        issue(&tickets, 1, 30);
        assert_eq!(tickets.0.lock().len(), 1);
    }
}
