use super::*;
use delivery::{
    Epoch, Timestamp,
    control::{Reset, Tick},
};
use domain::{events::Event, messages::Push};
use proptest::prelude::*;
use std::collections::VecDeque;

fn cursor(seq: i64) -> Cursor {
    Cursor {
        epoch: Epoch(10),
        seq: Seq(seq),
    }
}

fn event(seq: i64) -> StreamEvent {
    let push = Push {
        title: String::new(),
        text: String::new(),
        from: String::new(),
        to: None,
        time: String::new(),
        expires_at: Timestamp::from_millis(0),
        order: None,
    };
    StreamEvent::Log(cursor(seq), Event::Psh(push))
}

fn tick(head: i64) -> StreamEvent {
    StreamEvent::Control(Control::Tick(Tick {
        head: cursor(head),
        time: Timestamp::from_millis(0),
        offset: 0,
    }))
}

fn reset(head: i64) -> StreamEvent {
    StreamEvent::Control(Control::Reset(Reset { head: cursor(head) }))
}

fn after(events: &[StreamEvent]) -> Watermark {
    let mut watermark = Watermark::default();
    events.iter().for_each(|event| watermark.note(event));
    watermark
}

fn at(seq: i64) -> Watermark {
    Watermark::at(Some(cursor(seq)))
}

#[test]
fn nothing_is_covered_before_the_first_tick() {
    assert!(!after(&[]).covers(at(0)));
    // A message that waited, and an event: more may be on its way.
    let told = [event(3), event(7)];
    assert!(!after(&told).covers(at(7)));
    assert!(after(&[&told[..], &[tick(7)]].concat()).covers(at(7)));
}

#[test]
fn a_stream_covers_what_it_told_and_what_was_not_for_its_reader() {
    let told = [tick(7), event(8)];
    assert!(after(&told).covers(at(8)));
    assert!(!after(&told).covers(at(9)));
    assert!(after(&[&told[..], &[tick(9)]].concat()).covers(at(9)));
}

#[test]
fn after_a_reset_the_next_tick_says_where_a_stream_is() {
    let told = [tick(7), reset(7)];
    assert!(!after(&told).covers(at(3)));
    assert!(after(&[&told[..], &[tick(3)]].concat()).covers(at(3)));
}

#[test]
fn nobody_covers_a_stream_of_which_nothing_is_known() {
    assert!(!at(7).covers(Watermark::default()));
}

/// A stream: what it has yet to tell, in the order sent.
struct Stream(VecDeque<StreamEvent>);

impl Stream {
    /// A stream that was opened with that cursor, when the log had so many events.
    fn open(known: i64, head: i64) -> Self {
        let missed = (known + 1..=head).map(event);
        Self(missed.chain([tick(head)]).collect())
    }
}

/// A page: the last event that it knows. It passes over what it knows already.
struct Page(i64);

impl Page {
    fn apply(&mut self, told: &StreamEvent) {
        if let StreamEvent::Log(cursor, _) = told
            && cursor.seq.0 > self.0
        {
            assert_eq!(cursor.seq.0, self.0 + 1, "an event was lost");
            self.0 = cursor.seq.0;
        }
    }
}

#[derive(Debug, Clone, Copy)]
enum Step {
    /// An event is written, and both streams have it to tell.
    Write,
    /// The page's own stream tells something.
    Own,
    /// The leader's stream tells something, which it passes on.
    Leader,
}

proptest! {
    #[test]
    fn nothing_is_lost_when_a_page_changes_over_to_its_leader(
        (page_knows, leader_knows, head) in (0..6_i64, 0..6_i64, 6..9_i64),
        steps in proptest::collection::vec(
            prop_oneof![Just(Step::Write), Just(Step::Own), Just(Step::Leader)],
            0..60,
        ),
    ) {
        let (mut page, mut leader) = (Page(page_knows), Page(leader_knows));
        let mut own = Some((Stream::open(page.0, head), Watermark::default()));
        let mut leaders = Stream::open(leader.0, head);
        let mut leaders_watermark = at(leader.0);
        let mut head = head;
        // In the end everything that waits is told.
        let rest = [Step::Own, Step::Leader].into_iter().cycle().take(400);
        for step in steps.into_iter().chain(rest) {
            match (step, &mut own) {
                (Step::Write, own) => {
                    head += 1;
                    own.iter_mut().for_each(|(stream, _)| stream.0.push_back(event(head)));
                    leaders.0.push_back(event(head));
                }
                (Step::Own, Some((stream, watermark))) => if let Some(told) = stream.0.pop_front() {
                    watermark.note(&told);
                    page.apply(&told);
                },
                (Step::Own, None) => {}
                (Step::Leader, own) => if let Some(told) = leaders.0.pop_front() {
                    leader.apply(&told);
                    leaders_watermark.note(&told);
                    if own.is_none() {
                        page.apply(&told);
                    }
                },
            }
            own = own.filter(|(_, watermark)| !watermark.covers(leaders_watermark));
        }
        prop_assert!(own.is_none(), "the page never changed over");
        prop_assert_eq!(page.0, head);
    }
}
