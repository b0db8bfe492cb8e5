//! How tests decide what comes next: by chance, or in every way in turn.

use rand::{Rng, rngs::StdRng};

/// Who comes next, of those who can.
pub(super) trait Chance {
    /// A number below `count`.
    fn of(&mut self, count: usize) -> usize;
}

impl Chance for StdRng {
    fn of(&mut self, count: usize) -> usize {
        self.random_range(0..count)
    }
}

/// Every choice, one after the other.
#[derive(Default)]
pub(super) struct Every {
    /// What is chosen, and of how many.
    choices: Vec<(usize, usize)>,
    made: usize,
}

impl Every {
    /// Whether there is one more way to go.
    pub(super) fn next(&mut self) -> bool {
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

impl Chance for Every {
    fn of(&mut self, count: usize) -> usize {
        if self.made == self.choices.len() {
            self.choices.push((0, count));
        }
        self.made += 1;
        self.choices[self.made - 1].0
    }
}
