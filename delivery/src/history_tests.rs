use super::*;
use proptest::prelude::*;

fn run(epoch: u32, after: i64) -> Run {
    Run {
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
fn an_events_cursor_names_the_run_that_wrote_it() {
    let history = History::new([run(7, 0), run(3, 10), run(9, 20)]).unwrap();
    for (seq, epoch) in [(0, 7), (1, 7), (10, 7), (11, 3), (20, 3), (21, 9), (99, 9)] {
        assert_eq!(history.cursor(Seq(seq)), cursor(epoch, seq));
    }
}

#[test]
fn a_run_is_believed_up_to_where_the_next_began() {
    let history = History::new([run(7, 0), run(3, 10)]).unwrap();
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
fn a_log_without_runs_is_none() {
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
/// which run wrote it.
#[derive(Debug, Clone)]
struct File {
    events: Vec<u32>,
    runs: Vec<Run>,
}

impl File {
    fn start(&mut self, epoch: u32) {
        let head = Seq(i64::try_from(self.events.len()).unwrap());
        self.runs.push(Run {
            epoch: Epoch(epoch),
            after: head,
        });
    }

    fn history(&self) -> History {
        History::new(self.runs.iter().copied()).unwrap()
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
        let mut file = File { events: Vec::new(), runs: Vec::new() };
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
