//! An alert as one text.

use super::request::Task;

/// The alert as one text of up to `max` bytes: its title, what it says, and the way to the
/// back office. What is too long is cut in the middle part.
pub(super) fn text_of(task: Task<'_>, max: usize) -> String {
    let link = task.link.map_or(String::new(), |link| format!("\n{link}"));
    let title = &task.message.title;
    let room = max.saturating_sub(title.len() + link.len() + 1);
    format!("{title}\n{}{link}", cut(&task.message.text, room))
}

/// The text, or its beginning with a mark that there is more.
pub(super) fn cut(text: &str, max: usize) -> String {
    if text.len() <= max {
        return text.to_owned();
    }
    let end = text.floor_char_boundary(max.saturating_sub('…'.len_utf8()));
    format!("{}…", &text[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_too_long_is_cut_between_characters() {
        assert_eq!(cut("牛肉面", 9), "牛肉面");
        assert_eq!(cut("牛肉面", 8), "牛…");
        assert_eq!(cut("牛肉面", 2), "…");
    }
}
