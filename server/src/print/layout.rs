//! Text in lines of so many columns.

use super::escpos::{columns, columns_of};

/// The lines of a text, each at the most `width` columns wide: broken between words where
/// that can be, and else between letters.
pub(super) fn wrap(text: &str, width: usize) -> Vec<String> {
    text.lines()
        .flat_map(|line| wrap_line(line.trim_end(), width))
        .collect()
}

fn wrap_line(text: &str, width: usize) -> Vec<String> {
    let (mut lines, mut line) = (Vec::new(), String::new());
    for c in text.chars() {
        if columns(&line) + columns_of(c) > width && !line.is_empty() {
            if c == ' ' {
                lines.push(std::mem::take(&mut line));
                continue;
            }
            let rest = match line.rfind(' ') {
                // A Chinese text has no need of its spaces.
                Some(space) if c.is_ascii() => line.split_off(space + 1),
                _ => String::new(),
            };
            lines.push(std::mem::replace(&mut line, rest));
        }
        line.push(c);
    }
    lines.push(line);
    for line in &mut lines {
        line.truncate(line.trim_end().len());
    }
    lines
}

/// Lines that begin with `mark`, then the text, and end the first with `amount` at the
/// right; what does not fit goes on below the text.
pub(super) fn row(mark: &str, text: &str, amount: &str, width: usize) -> Vec<String> {
    let indent = columns(mark);
    let room = width.saturating_sub(indent + columns(amount) + 1).max(2);
    let mut lines = wrap(text, room);
    if lines.is_empty() {
        lines.push(String::new());
    }
    for (place, line) in lines.iter_mut().enumerate() {
        let (before, amount) = match place {
            0 => (mark.to_owned(), amount),
            _ => (" ".repeat(indent), ""),
        };
        *line = format!("{before}{line}");
        if !amount.is_empty() {
            let gap = width.saturating_sub(columns(line) + columns(amount));
            line.push_str(&" ".repeat(gap));
            line.push_str(amount);
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_between_words_or_else_between_letters() {
        assert_eq!(
            wrap("fried noodles with egg", 13),
            ["fried noodles", "with egg"]
        );
        assert_eq!(wrap("abcdefgh", 3), ["abc", "def", "gh"]);
        assert_eq!(wrap("红烧牛肉面", 7), ["红烧牛", "肉面"]);
        assert_eq!(wrap("a\n\nb", 9), ["a", "", "b"]);
        assert_eq!(wrap("", 9), [""; 0]);
    }

    #[test]
    fn no_line_is_wider_than_the_paper() {
        for text in ["a 红烧 b牛肉面 noodles", "   ", "面 面 面", "🍜🍜🍜🍜"] {
            for width in 2..12 {
                let lines = wrap(text, width);
                assert!(lines.iter().all(|line| columns(line) <= width), "{lines:?}");
            }
        }
    }

    #[test]
    fn amounts_stand_at_the_right() {
        let lines = row("2x ", "红烧牛肉面加蛋", "￥76.00", 20);
        assert_eq!(lines, ["2x 红烧牛肉  ￥76.00", "   面加蛋"]);
        assert_eq!(row("", "总计", "￥7", 10), ["总计   ￥7"]);
        assert_eq!(row("  ", "加蛋", "", 10), ["  加蛋"]);
    }
}
