//! The order of what is listed.

/// Which way something is moved, by one place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Towards the top.
    Up,
    /// Towards the bottom.
    Down,
}

/// The list with one of it moved by one place; as it is where that is the last place.
pub fn moved<T: PartialEq>(mut list: Vec<T>, one: &T, direction: Direction) -> Vec<T> {
    let place = list.iter().position(|other| other == one);
    let next = place.and_then(|place| match direction {
        Direction::Up => place.checked_sub(1),
        Direction::Down => Some(place + 1).filter(|next| *next < list.len()),
    });
    if let Some((place, next)) = place.zip(next) {
        list.swap(place, next);
    }
    list
}

/// The list with one of it before another one, or at the end where there is no other.
/// `None` where one of the two is not in it: nobody has seen where it would stand.
pub fn placed<T: PartialEq>(mut list: Vec<T>, one: &T, before: Option<&T>) -> Option<Vec<T>> {
    let from = list.iter().position(|other| other == one)?;
    // Before itself: where it is.
    if before == Some(one) {
        return Some(list);
    }
    let moved = list.remove(from);
    let to = match before {
        Some(before) => list.iter().position(|other| other == before)?,
        None => list.len(),
    };
    list.insert(to, moved);
    Some(list)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_at_an_end_stays_there() {
        let moved = |one, direction| moved(vec![1, 2, 3], &one, direction);
        assert_eq!(moved(2, Direction::Up), [2, 1, 3]);
        assert_eq!(moved(2, Direction::Down), [1, 3, 2]);
        assert_eq!(moved(1, Direction::Up), [1, 2, 3]);
        assert_eq!(moved(3, Direction::Down), [1, 2, 3]);
        assert_eq!(moved(9, Direction::Down), [1, 2, 3]);
    }

    #[test]
    fn a_place_is_before_another_one_or_last() {
        let placed = |one, before: Option<i32>| placed(vec![1, 2, 3, 4], &one, before.as_ref());
        for (one, before, expected) in [
            (4, Some(1), [4, 1, 2, 3]),
            (1, Some(4), [2, 3, 1, 4]),
            (2, None, [1, 3, 4, 2]),
            (4, None, [1, 2, 3, 4]),
            (2, Some(2), [1, 2, 3, 4]),
            (2, Some(3), [1, 2, 3, 4]),
        ] {
            assert_eq!(placed(one, before).unwrap(), expected, "{one} {before:?}");
        }
        for (one, before) in [(9, Some(1)), (1, Some(9)), (9, Some(9)), (9, None)] {
            assert_eq!(placed(one, before), None, "{one} {before:?}");
        }
    }
}
