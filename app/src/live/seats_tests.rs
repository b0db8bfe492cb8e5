use super::*;
use proptest::prelude::*;
use std::collections::{BTreeMap, VecDeque};

const LI: Option<&str> = Some("li");

/// A browser. Each page hears what another one says in that order, and what
/// several say in any.
struct Browser {
    pages: Vec<Seats>,
    /// What is on its way from one page to another.
    said: BTreeMap<(usize, usize), VecDeque<Word>>,
    /// Who of many is heard next: by default the one that came first.
    chance: Box<dyn FnMut(usize) -> usize>,
    now: u64,
}

impl Browser {
    /// A page for each user, none of them open.
    fn new(users: &[Option<&str>]) -> Self {
        let page =
            |(page, user): (usize, &Option<&str>)| Seats::new(page as u64, user.map(str::to_owned));
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
        self.pages[page].place = Place::Away;
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

    /// Lets a page hear one thing, if there is any.
    fn hear(&mut self) -> bool {
        let turn = match self.said.len() {
            0 => return false,
            count => (self.chance)(count),
        };
        let mut waiting = self.said.iter_mut();
        let (pair, words) = waiting.nth(turn).unwrap();
        let ((_, to), word) = (*pair, words.pop_front().unwrap());
        self.said.retain(|_, words| !words.is_empty());
        if matches!(self.pages[to].place, Place::Away) {
            return true;
        }
        match self.pages[to].hear(word) {
            Some(Reaction::Answer(answer)) => self.say(to, &answer),
            Some(Reaction::Listen(_)) => {
                let close = self.pages[to].close();
                self.say(to, &close);
            }
            Some(Reaction::TakeOver) => self.open(to),
            None => {}
        }
        true
    }

    /// Lets everybody hear and answer until nobody says anything any more.
    fn settle(&mut self) {
        while self.hear() {}
    }

    fn holders(&self) -> Vec<usize> {
        let holds = |page: &usize| matches!(self.pages[*page].place, Place::Holds(_));
        (0..self.pages.len()).filter(holds).collect()
    }

    /// To which page each of the others listens.
    fn listened_to(&self) -> Vec<usize> {
        let listens = self.pages.iter().filter_map(|page| match page.place {
            Place::Listens(to) => Some(to as usize),
            Place::Holds(_) | Place::Away => None,
        });
        listens.collect()
    }
}

#[test]
fn the_eldest_four_hold_a_stream_and_the_others_listen_to_the_first() {
    let mut browser = Browser::new(&[LI; 8]);
    browser.open_in_turn(0..8);
    assert_eq!(browser.holders(), [0, 1, 2, 3]);
    assert_eq!(browser.listened_to(), [0; 4]);
}

#[test]
fn one_takes_over_from_a_page_that_closes() {
    let mut browser = Browser::new(&[LI; 8]);
    browser.open_in_turn(0..8);
    browser.close(0);
    browser.settle();
    let holders = browser.holders();
    assert_eq!((holders.len(), &holders[..3]), (4, &[1, 2, 3][..]));
    assert_eq!(browser.listened_to(), [1; 3]);
    // Nobody listens to that one: whoever listens to another goes on.
    browser.close(3);
    browser.settle();
    assert_eq!(browser.listened_to(), [1; 3]);
}

#[test]
fn a_page_that_died_without_a_word_is_not_counted_any_more() {
    let mut browser = Browser::new(&[LI; 6]);
    browser.open_in_turn(0..5);
    assert_eq!(browser.listened_to(), [0]);
    browser.pages[0].place = Place::Away;
    browser.open_in_turn([4, 5]);
    assert_eq!(browser.holders(), [1, 2, 3, 4]);
    assert_eq!(browser.listened_to(), [1]);
}

#[test]
fn a_page_that_was_frozen_keeps_its_seat() {
    let mut browser = Browser::new(&[LI; 5]);
    browser.open_in_turn(0..4);
    let frozen = std::mem::replace(&mut browser.pages[1].place, Place::Away);
    browser.open_in_turn([4]);
    assert_eq!(browser.holders(), [0, 2, 3, 4]);
    browser.pages[1].place = frozen;
    browser.open_in_turn([1]);
    assert_eq!(browser.holders(), [0, 1, 2, 3]);
}

#[test]
fn nobody_listens_to_a_page_of_somebody_else() {
    let mut browser = Browser::new(&[Some("mei"), LI, LI, LI, LI, Some("bo")]);
    browser.open_in_turn(0..6);
    // Bo has no sister: a fifth stream is better than none.
    assert_eq!(browser.holders(), [0, 1, 2, 3, 5]);
    assert_eq!(browser.listened_to(), [1]);
}

#[test]
fn a_page_that_cannot_listen_takes_the_seat_of_one_that_can() {
    let mut browser = Browser::new(&[LI, LI, LI, LI, None]);
    browser.open_in_turn(0..5);
    assert_eq!(browser.holders(), [0, 1, 2, 4]);
    assert_eq!(browser.listened_to(), [0]);
}

proptest! {
    #[test]
    fn whoever_comes_and_goes_in_whatever_order_everybody_hears(
        acts in proptest::collection::vec((0..8_usize, 0..40_usize), 1..30),
        order in proptest::collection::vec(any::<usize>(), 64),
    ) {
        let mut browser = Browser::new(&[LI; 8]);
        let mut order = order.into_iter().cycle();
        browser.chance = Box::new(move |count| order.next().unwrap() % count);
        for (page, heard) in acts {
            match browser.pages[page].place {
                Place::Away => browser.open(page),
                Place::Holds(_) | Place::Listens(_) => browser.close(page),
            }
            for _ in 0..heard {
                browser.hear();
            }
        }
        browser.settle();
        let holders = browser.holders();
        prop_assert!(holders.len() <= MOST, "{holders:?}");
        for page in browser.listened_to() {
            prop_assert!(holders.contains(&page), "{page} of {holders:?}");
        }
    }
}
