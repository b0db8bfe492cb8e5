//! How tests decide what comes next: by chance, or in every order in turn.

use rand::{Rng, rngs::StdRng};

/// Who comes next, of those who can.
pub(crate) trait Schedule {
    /// A number below `count`.
    fn choose(&mut self, count: usize) -> usize;
}

impl Schedule for StdRng {
    fn choose(&mut self, count: usize) -> usize {
        self.random_range(0..count)
    }
}

/// Every choice, one after the other.
#[derive(Default)]
pub(crate) struct Exhaustive {
    /// What is chosen, and of how many.
    choices: Vec<(usize, usize)>,
    made: usize,
}

impl Exhaustive {
    /// Whether there is one more order of choices, and goes on to it.
    pub(crate) fn advance(&mut self) -> bool {
        self.made = 0;
        while let Some((chosen, count)) = self.choices.pop() {
            if chosen + 1 < count {
                self.choices.push((chosen + 1, count));
                return true;
            }
        }
        false
    }
}

impl Schedule for Exhaustive {
    fn choose(&mut self, count: usize) -> usize {
        if self.made == self.choices.len() {
            self.choices.push((0, count));
        }
        self.made += 1;
        self.choices[self.made - 1].0
    }
}
