use super::super::counts::{FORGOTTEN, MOST};
use super::*;

const MINUTE: Duration = Duration::from_secs(60);

/// Subnets of the documentation's own network, by number.
fn subnet(number: u32) -> Subnet {
    Some(IpAddr::from((0xc000_0200 + number).to_be_bytes()))
}

/// Counts so many wrong ones, all at once.
fn mistype(guesses: &mut Guesses, count: u32, name: &str, from: Subnet, now: Instant) {
    for _ in 0..count {
        guesses.wrong(name, from, now);
    }
}

#[test]
fn who_guesses_on_waits_twice_as_long_each_time() {
    let (mut guesses, mut now) = (Guesses::default(), Instant::now());
    mistype(&mut guesses, 4, "li", subnet(1), now);
    assert_eq!(guesses.refusal(subnet(1), now), Duration::ZERO);
    let waits: Vec<_> = (0..12)
        .map(|_| {
            guesses.wrong("li", subnet(1), now);
            let wait = guesses.refusal(subnet(1), now);
            let last = now + wait - Duration::from_millis(1);
            assert!(!guesses.refusal(subnet(1), last).is_zero());
            now += wait;
            assert!(guesses.refusal(subnet(1), now).is_zero());
            wait.as_secs()
        })
        .collect();
    assert_eq!(waits, [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]);
    // Nobody else is refused.
    assert!(guesses.refusal(subnet(2), now).is_zero());
    assert!(guesses.refusal(None, now).is_zero());
}

#[test]
fn an_hour_after_the_last_one_all_are_forgotten() {
    let (mut guesses, start) = (Guesses::default(), Instant::now());
    mistype(&mut guesses, 30, "li", subnet(1), start);
    let soon = start + FORGOTTEN - MINUTE;
    assert_eq!(guesses.wrong("li", subnet(1), soon), (31, 31));
    let later = soon + FORGOTTEN;
    // Also where they were not removed yet.
    guesses.wrong("mei", subnet(2), later - Duration::from_secs(1));
    assert!(guesses.delay("li", later).is_zero());
    assert_eq!(guesses.wrong("li", subnet(1), later), (1, 1));
    // Nothing is kept of those who never come back.
    guesses.wrong("wang", subnet(3), later + FORGOTTEN);
    assert_eq!(guesses.sizes(), [1, 1, 1]);
}

#[test]
fn the_right_password_takes_back_what_was_mistyped_before_it() {
    let (mut guesses, now) = (Guesses::default(), Instant::now());
    mistype(&mut guesses, 4, "li", subnet(1), now);
    guesses.right("li", subnet(1), now);
    assert_eq!(guesses.wrong("li", subnet(1), now), (1, 1));
}

#[test]
fn an_own_password_takes_nothing_back_of_what_was_guessed() {
    let (mut guesses, now) = (Guesses::default(), Instant::now());
    for _ in 0..5 {
        guesses.wrong("li", subnet(1), now);
        guesses.right("mallory", subnet(1), now);
    }
    assert_eq!(guesses.refusal(subnet(1), now), Duration::from_secs(1));
    // Nor does that of the guessed one, who is elsewhere.
    guesses.right("li", subnet(2), now);
    assert_eq!(guesses.wrong("li", subnet(1), now), (6, 6));
    // What is for one name is not mistaken for another's.
    mistype(&mut guesses, 2, "mallory", subnet(1), now);
    guesses.right("mallory", subnet(1), now);
    assert_eq!(guesses.wrong("li", subnet(1), now), (7, 7));
}

#[test]
fn a_name_that_is_guessed_at_from_everywhere_gets_slower_but_never_closed() {
    let (mut guesses, now) = (Guesses::default(), Instant::now());
    let delays: Vec<_> = (1..=1000)
        .map(|number| {
            guesses.wrong("li", subnet(number), now);
            guesses.delay("li", now).as_millis()
        })
        .collect();
    assert_eq!(delays[8..16], [0, 100, 200, 400, 800, 1600, 3000, 3000]);
    assert_eq!(delays[999], 3000);
    assert!(guesses.refusal(subnet(2000), now).is_zero());
    assert!(guesses.delay("mei", now).is_zero());
    // Whoever signs in from one of them takes back what came from that one.
    guesses.right("li", subnet(1), now);
    assert_eq!(guesses.delay("li", now).as_millis(), 3000);
}

#[test]
fn so_many_are_known_and_no_more_the_oldest_are_forgotten() {
    let (mut guesses, start) = (Guesses::default(), Instant::now());
    let most = u32::try_from(MOST).unwrap();
    let mut now = start;
    for number in 0..most + 10 {
        now += Duration::from_millis(1);
        guesses.wrong(&number.to_string(), subnet(number), now);
    }
    assert_eq!(guesses.sizes(), [MOST, MOST, MOST]);
    let again = |guesses: &mut Guesses, number: u32| {
        guesses.wrong(&number.to_string(), subnet(number), now)
    };
    assert_eq!(again(&mut guesses, 9), (1, 1));
    assert_eq!(again(&mut guesses, most + 9), (2, 2));
}

#[test]
fn the_log_is_told_once_each_time_that_it_grows() {
    let steps: Vec<_> = (0..1000).filter(|&wrong| REFUSAL.grew(wrong)).collect();
    assert_eq!(steps, (5..=15).collect::<Vec<_>>());
    let steps: Vec<_> = (0..1000).filter(|&wrong| DELAY.grew(wrong)).collect();
    assert_eq!(steps, (10..=15).collect::<Vec<_>>());
}
