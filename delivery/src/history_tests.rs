use super::*;
use proptest::prelude::*;

fn incarnation(epoch: u32, after: i64) -> Incarnation {
    Incarnation {
        epoch: Epoch(epoch),
        after: Seq(after),
    }
}

fn cursor(epoch: u32, seq: i64) -> Cursor {
    Cursor {
        epoch: Epoch(epoch),
        seq: Seq(seq),
    }
}

#[test]
fn an_events_cursor_names_the_incarnation_that_it_was_written_in() {
    let history =
        History::new([incarnation(7, 0), incarnation(3, 10), incarnation(9, 20)]).unwrap();
    for (seq, epoch) in [(0, 7), (1, 7), (10, 7), (11, 3), (20, 3), (21, 9), (99, 9)] {
        assert_eq!(history.cursor(Seq(seq)), cursor(epoch, seq));
    }
}

#[test]
fn an_incarnation_is_believed_up_to_where_the_next_began() {
    let history = History::new([incarnation(7, 0), incarnation(3, 10)]).unwrap();
    for known in [cursor(7, 0), cursor(7, 10), cursor(3, 5), cursor(3, 12)] {
        assert!(history.knows(known, Seq(12)), "{known}");
    }
    for unknown in [
        cursor(7, 11),
        cursor(3, 13),
        cursor(4, 1),
        cursor(3, i64::MAX),
        cursor(3, -1),
    ] {
        assert!(!history.knows(unknown, Seq(12)), "{unknown}");
    }
}

#[test]
fn a_log_without_incarnations_is_none() {
    assert_eq!(History::new([]), None);
}

/// What may happen to a shop's database file.
#[derive(Debug, Clone)]
enum Step {
    /// Events are written.
    Write(u8),
    /// The server starts anew.
    Restart,
    /// The file is copied.
    Backup,
    /// The copy takes the file's place, and the server starts on it.
    Restore,
}

/// A database file: what happened, in order, each thing unlike all others, and
/// in which incarnation it was written.
#[derive(Debug, Clone)]
struct File {
    events: Vec<u32>,
    incarnations: Vec<Incarnation>,
}

impl File {
    fn start(&mut self, epoch: u32) {
        let head = Seq(i64::try_from(self.events.len()).unwrap());
        self.incarnations.push(Incarnation {
            epoch: Epoch(epoch),
            after: head,
        });
    }

    fn history(&self) -> History {
        History::new(self.incarnations.iter().copied()).unwrap()
    }
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => (1..5u8).prop_map(Step::Write),
        2 => Just(Step::Restart),
        1 => Just(Step::Backup),
        1 => Just(Step::Restore),
    ]
}

proptest! {
    #[test]
    fn a_cursor_is_known_where_what_its_reader_read_is_in_the_log(
        steps in prop::collection::vec(step(), 1..40)
    ) {
        let (mut epoch, mut thing) = (0, 0);
        let mut file = File { events: Vec::new(), incarnations: Vec::new() };
        file.start(epoch);
        let mut backup = file.clone();
        // What readers hold: a cursor, and all that they read up to it.
        let mut held: Vec<(Cursor, Vec<u32>)> = Vec::new();
        for step in steps {
            match step {
                Step::Write(count) => for _ in 0..count {
                    thing += 1;
                    file.events.push(thing);
                },
                Step::Backup => backup = file.clone(),
                Step::Restart | Step::Restore => {
                    if matches!(step, Step::Restore) {
                        file = backup.clone();
                    }
                    epoch += 1;
                    file.start(epoch);
                }
            }
            let history = file.history();
            let head = Seq(i64::try_from(file.events.len()).unwrap());
            for read in 0..=file.events.len() {
                let cursor = history.cursor(Seq(i64::try_from(read).unwrap()));
                held.push((cursor, file.events[..read].to_vec()));
            }
            for (cursor, read) in &held {
                let is_in_log = file.events.starts_with(read);
                prop_assert_eq!(history.knows(*cursor, head), is_in_log, "{}", cursor);
            }
        }
    }
}
