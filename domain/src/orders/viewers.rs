//! Who has an order's page open, as those pages say.

use super::OrderId;
use crate::{
    Timestamp,
    users::{User, UserId},
};
use std::{
    collections::{BTreeSet, HashMap},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

/// For how long a page is believed to be open that says nothing more, in seconds: it says so
/// every four.
const BELIEVED: u32 = 15;
/// The most pages that are remembered; one more is not.
const MOST_PAGES: usize = 1000;

/// The pages of orders that are open: of the moment, in memory. Clones are the same.
#[derive(Debug, Clone, Default)]
pub struct OrderViewers(Arc<Mutex<HashMap<(UserId, String), Viewer>>>);

/// A page of an order that is open.
#[derive(Debug)]
struct Viewer {
    order: OrderId,
    name: String,
    until: Timestamp,
}

impl OrderViewers {
    /// Notes that a page of a user has an order open.
    pub(crate) fn note(&self, order: OrderId, page: String, user: &User, now: Timestamp) {
        let mut pages = self.lock();
        pages.retain(|_, viewer| now < viewer.until);
        let key = (user.id, page);
        if pages.len() < MOST_PAGES || pages.contains_key(&key) {
            let name = user.name.clone();
            let until = now.plus_seconds(BELIEVED);
            pages.insert(key, Viewer { order, name, until });
        }
    }

    /// Forgets a page of a user: it is gone, or nobody looks at it.
    pub(crate) fn forget(&self, page: String, user: &User) {
        self.lock().remove(&(user.id, page));
    }

    /// The names of all others who have an order open.
    pub(crate) fn others(&self, order: OrderId, user: &User, now: Timestamp) -> Vec<String> {
        let pages = self.lock();
        let others = pages.iter().filter(|((other, _), viewer)| {
            *other != user.id && viewer.order == order && now < viewer.until
        });
        let names: BTreeSet<_> = others.map(|(_, viewer)| viewer.name.clone()).collect();
        names.into_iter().collect()
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<(UserId, String), Viewer>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::users::Role;

    fn user(id: i64, name: &str) -> User {
        User {
            id: UserId(id),
            name: name.to_owned(),
            role: Role::Staff,
        }
    }

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_millis(seconds * 1000)
    }

    #[test]
    fn others_are_told_once_each_and_of_their_order_alone() {
        let viewers = OrderViewers::default();
        let (mei, bo, li) = (user(1, "mei"), user(2, "bo"), user(3, "li"));
        for (order, page, user) in [(1, "a", &mei), (1, "b", &mei), (1, "a", &bo), (2, "a", &li)] {
            viewers.note(OrderId(order), page.to_owned(), user, at(0));
        }
        let others = |order, user| viewers.others(OrderId(order), user, at(1));
        assert_eq!(others(1, &li), ["bo", "mei"]);
        assert_eq!(others(1, &mei), ["bo"]);
        assert_eq!(others(2, &li), [""; 0]);
        // One of two pages is gone; and a page that went on to another order is at that one.
        viewers.forget("a".to_owned(), &mei);
        viewers.note(OrderId(2), "a".to_owned(), &bo, at(1));
        assert_eq!(others(1, &li), ["mei"]);
        assert_eq!(others(2, &li), ["bo"]);
    }

    #[test]
    fn a_page_that_says_nothing_more_is_forgotten() {
        let viewers = OrderViewers::default();
        let (mei, bo) = (user(1, "mei"), user(2, "bo"));
        viewers.note(OrderId(1), "a".to_owned(), &mei, at(0));
        let others = |now| viewers.others(OrderId(1), &bo, at(now));
        assert_eq!((others(14).len(), others(15).len()), (1, 0));
        viewers.note(OrderId(1), "b".to_owned(), &bo, at(20));
        assert_eq!(viewers.lock().len(), 1);
    }

    #[test]
    fn no_more_are_remembered_than_there_is_room_for() {
        let viewers = OrderViewers::default();
        let mei = user(1, "mei");
        for page in 0..=MOST_PAGES {
            viewers.note(OrderId(1), page.to_string(), &mei, at(0));
        }
        assert_eq!(viewers.lock().len(), MOST_PAGES);
    }
}
