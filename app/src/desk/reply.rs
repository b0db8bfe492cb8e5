//! The way from a message to its answer.

use domain::messages::{MAX_TITLE, Push};
use leptos_router::location::Url;

/// What the title of an answer begins with.
const REPLY: &str = "Re: ";

/// The most characters of a text that stand for a title.
const BEGINNING: usize = 40;

/// Where `user` answers a message: whom it is for and its title are filled in. What is about
/// an order is answered on its page. `None` where nobody can be answered: it is one's own, or
/// a program's.
pub(crate) fn reply_address(push: &Push, user: &str, colleagues: &[String]) -> Option<String> {
    let is_colleague = push.from != user && colleagues.contains(&push.from);
    is_colleague.then(|| {
        let to = Url::escape(&push.from);
        match push.order {
            Some(order) => format!("/admin/orders/{order}?to={to}#write"),
            None => {
                let title = Url::escape(&reply_title(push));
                format!("/admin/messages?to={to}&title={title}")
            }
        }
    })
}

/// The title of an answer. A message without a title is known by its first words.
fn reply_title(push: &Push) -> String {
    let title = match push.title.as_str() {
        "" => push.text.lines().next().unwrap_or_default(),
        title => title,
    };
    let length = match push.title.is_empty() {
        true => BEGINNING,
        false => MAX_TITLE,
    };
    let title = title.strip_prefix(REPLY).unwrap_or(title);
    let title: String = title.chars().take(length).collect();
    format!("{REPLY}{title}").chars().take(MAX_TITLE).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{Timestamp, orders::OrderId};

    fn push(title: &str, text: &str) -> Push {
        Push {
            title: title.to_owned(),
            text: text.to_owned(),
            from: "li & co".to_owned(),
            to: None,
            time: "12:04".to_owned(),
            expires_at: Timestamp::from_millis(0),
            order: None,
        }
    }

    #[test]
    fn an_answer_is_titled_once() {
        for (title, text, wanted) in [
            ("Table 4", "waits", "Re: Table 4"),
            ("Re: Table 4", "waits", "Re: Table 4"),
            ("", "Come down\nplease", "Re: Come down"),
        ] {
            assert_eq!(reply_title(&push(title, text)), wanted);
        }
        let long = push(&"x".repeat(MAX_TITLE), "");
        assert_eq!(reply_title(&long).chars().count(), MAX_TITLE);
    }

    #[cfg(feature = "ssr")]
    #[test]
    fn what_is_typed_does_not_break_the_address() {
        let colleagues = ["li & co".to_owned()];
        let address = reply_address(&push("a=b&c", ""), "mei", &colleagues).unwrap();
        assert!(address.starts_with("/admin/messages?to=li%20%26%20co&title=Re"));
        assert!(address.ends_with("a%3Db%26c"), "{address}");
        let about = Push {
            order: Some(OrderId(7)),
            ..push("#3", "")
        };
        let address = reply_address(&about, "mei", &colleagues).unwrap();
        assert_eq!(address, "/admin/orders/7?to=li%20%26%20co#write");
    }
}
