use super::*;
use proptest::prelude::*;
use std::collections::{BTreeMap, VecDeque};

const LI: Option<&str> = Some("li");

/// A browser. Each page gets what another one says in that order, and what
/// several say in any.
struct Browser {
    pages: Vec<Election>,
    /// What is on its way from one page to another.
    said: BTreeMap<(usize, usize), VecDeque<Word>>,
    /// Who of many gets something next: by default the one that came first.
    chance: Box<dyn FnMut(usize) -> usize>,
    now: u64,
}

impl Browser {
    /// A page for each user, none of them open.
    fn new(users: &[Option<&str>]) -> Self {
        let page = |(page, user): (usize, &Option<&str>)| {
            Election::new(page as u64, user.map(str::to_owned))
        };
        Self {
            pages: users.iter().enumerate().map(page).collect(),
            said: BTreeMap::new(),
            chance: Box::new(|_| 0),
            now: 1000,
        }
    }

    fn say(&mut self, from: usize, word: &Word) {
        for to in (0..self.pages.len()).filter(|to| *to != from) {
            self.said
                .entry((from, to))
                .or_default()
                .push_back(word.clone());
        }
    }

    fn open(&mut self, page: usize) {
        let word = self.pages[page].open(self.now);
        self.say(page, &word);
    }

    fn close(&mut self, page: usize) {
        let word = self.pages[page].close();
        self.say(page, &word);
    }

    /// Opens pages one after the other, each when the one before has settled.
    fn open_in_turn(&mut self, pages: impl IntoIterator<Item = usize>) {
        for page in pages {
            self.now += 1;
            self.open(page);
            self.settle();
        }
    }

    /// Lets a page get one word, if there is any.
    fn deliver(&mut self) -> bool {
        let turn = match self.said.len() {
            0 => return false,
            count => (self.chance)(count),
        };
        let mut waiting = self.said.iter_mut();
        let (pair, words) = waiting.nth(turn).unwrap();
        let ((_, to), word) = (*pair, words.pop_front().unwrap());
        self.said.retain(|_, words| !words.is_empty());
        if matches!(self.pages[to].role, Role::Away) {
            return true;
        }
        match self.pages[to].receive(word) {
            Some(Reaction::Say(word)) => self.say(to, &word),
            Some(Reaction::Follow(leader)) => {
                let page = to as u64;
                self.say(to, &Word::Follows(page, leader));
            }
            Some(Reaction::LeaderGone) => self.open(to),
            None => {}
        }
        true
    }

    /// The streams of all that hold one tick, and their followers answer.
    fn tick(&mut self) {
        for page in 0..self.pages.len() {
            self.pages[page].tick();
        }
        for page in 0..self.pages.len() {
            if let Some(word) = self.pages[page].answer_tick() {
                self.say(page, &word);
            }
        }
        self.settle();
    }

    /// Lets everybody answer until nobody says anything any more.
    fn settle(&mut self) {
        while self.deliver() {}
    }

    fn holders(&self) -> Vec<usize> {
        let holds = |page: &usize| matches!(self.pages[*page].role, Role::Holder(_));
        (0..self.pages.len()).filter(holds).collect()
    }

    /// Which page each of the others follows.
    fn leaders(&self) -> Vec<usize> {
        let leaders = self.pages.iter().filter_map(|page| match page.role {
            Role::Follower(to) => Some(to as usize),
            Role::Holder(_) | Role::Away => None,
        });
        leaders.collect()
    }
}

#[test]
fn the_eldest_four_hold_a_stream_and_the_others_follow_the_first() {
    let mut browser = Browser::new(&[LI; 8]);
    browser.open_in_turn(0..8);
    assert_eq!(browser.holders(), [0, 1, 2, 3]);
    assert_eq!(browser.leaders(), [0; 4]);
}

#[test]
fn one_takes_over_from_a_page_that_closes() {
    let mut browser = Browser::new(&[LI; 8]);
    browser.open_in_turn(0..8);
    browser.close(0);
    browser.settle();
    let holders = browser.holders();
    assert_eq!((holders.len(), &holders[..3]), (4, &[1, 2, 3][..]));
    assert_eq!(browser.leaders(), [1; 3]);
    // Nobody follows that one: whoever follows another goes on.
    browser.close(3);
    browser.settle();
    assert_eq!(browser.leaders(), [1; 3]);
}

#[test]
fn a_page_that_died_without_a_word_is_not_counted_any_more() {
    let mut browser = Browser::new(&[LI; 6]);
    browser.open_in_turn(0..5);
    assert_eq!(browser.leaders(), [0]);
    browser.pages[0].role = Role::Away;
    browser.open_in_turn([4, 5]);
    assert_eq!(browser.holders(), [1, 2, 3, 4]);
    assert_eq!(browser.leaders(), [1]);
}

#[test]
fn a_page_that_was_frozen_keeps_its_age() {
    let mut browser = Browser::new(&[LI; 5]);
    browser.open_in_turn(0..4);
    let frozen = std::mem::replace(&mut browser.pages[1].role, Role::Away);
    browser.open_in_turn([4]);
    assert_eq!(browser.holders(), [0, 2, 3, 4]);
    browser.pages[1].role = frozen;
    browser.open_in_turn([1]);
    assert_eq!(browser.holders(), [0, 1, 2, 3]);
}

#[test]
fn nobody_follows_a_page_of_somebody_else() {
    let mut browser = Browser::new(&[Some("mei"), LI, LI, LI, LI, Some("bo")]);
    browser.open_in_turn(0..6);
    // Bo has no other page: a fifth stream is better than none.
    assert_eq!(browser.holders(), [0, 1, 2, 3, 5]);
    assert_eq!(browser.leaders(), [1]);
}

#[test]
fn a_page_that_cannot_follow_takes_the_place_of_one_that_can() {
    let mut browser = Browser::new(&[LI, LI, LI, LI, None]);
    browser.open_in_turn(0..5);
    assert_eq!(browser.holders(), [0, 1, 2, 4]);
    assert_eq!(browser.leaders(), [0]);
}

#[test]
fn a_page_whose_stream_was_ended_leaves_its_followers_to_another() {
    let mut browser = Browser::new(&[LI; 6]);
    browser.open_in_turn(0..6);
    assert_eq!(browser.leaders(), [0; 2]);
    // It waits, and is not counted meanwhile.
    browser.close(0);
    browser.settle();
    let holders = browser.holders();
    assert_eq!((holders.len(), &holders[..3]), (4, &[1, 2, 3][..]));
    assert_eq!(browser.leaders(), [1]);
    // When it comes back, it is the youngest.
    browser.open_in_turn([0]);
    assert_eq!(browser.holders(), holders);
    assert_eq!(browser.leaders(), [1; 2]);
}

#[test]
fn a_leader_counts_the_pages_that_listen_to_its_stream() {
    let mut browser = Browser::new(&[LI; 7]);
    browser.open_in_turn(0..7);
    let counts = |browser: &Browser| {
        browser
            .pages
            .iter()
            .map(Election::pages)
            .collect::<Vec<_>>()
    };
    assert_eq!(counts(&browser)[..4], [4, 1, 1, 1]);
    browser.tick();
    assert_eq!(counts(&browser)[0], 4);
    browser.close(6);
    browser.settle();
    assert_eq!(counts(&browser)[0], 3);
    // One dies without a word, and answers no tick any more.
    browser.pages[5].role = Role::Away;
    for _ in 0..=MAX_UNANSWERED {
        browser.tick();
    }
    assert_eq!(counts(&browser)[0], 2);
    // It was only stopped: it still got everything, and is counted again.
    assert!(browser.pages[0].has_followers());
    browser.pages[5].role = Role::Follower(0);
    browser.tick();
    assert_eq!(counts(&browser)[0], 3);
}

proptest! {
    #[test]
    fn whoever_comes_and_goes_in_whatever_order_everybody_has_a_stream(
        acts in proptest::collection::vec((0..8_usize, 0..40_usize), 1..30),
        order in proptest::collection::vec(any::<usize>(), 64),
    ) {
        let mut browser = Browser::new(&[LI; 8]);
        let mut order = order.into_iter().cycle();
        browser.chance = Box::new(move |count| order.next().unwrap() % count);
        for (page, delivered) in acts {
            match browser.pages[page].role {
                Role::Away => browser.open(page),
                Role::Holder(_) | Role::Follower(_) => browser.close(page),
            }
            for _ in 0..delivered {
                browser.deliver();
            }
        }
        browser.settle();
        let holders = browser.holders();
        prop_assert!(holders.len() <= MAX_STREAMS, "{holders:?}");
        let leaders = browser.leaders();
        for page in &leaders {
            prop_assert!(holders.contains(page), "{page} of {holders:?}");
        }
        // Each leader knows how many follow it.
        for page in holders {
            let followers = leaders.iter().filter(|leader| **leader == page).count();
            prop_assert_eq!(browser.pages[page].pages() as usize, followers + 1);
        }
    }
}
