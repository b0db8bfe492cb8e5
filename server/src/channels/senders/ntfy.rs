//! A topic of ntfy: <https://docs.ntfy.sh/publish/#publish-as-json>.

use crate::channels::{
    request::{Outgoing, Task, Unusable, url_of},
    text::cut,
};
use domain::channels::{AlertSubject, Cause, Stage};
use serde_json::json;

/// The longest text that is no attachment, in bytes; somewhat less.
const LONGEST: usize = 3_800;

/// An alert. The address is that of the topic; ntfy takes JSON at the place above it,
/// and there alone titles in any script.
pub(super) fn request(task: Task<'_>) -> Result<Outgoing, Unusable> {
    let mut url = url_of(task.to)?;
    let topic = url.path_segments().and_then(|mut parts| parts.next_back());
    let topic = topic.filter(|topic| !topic.is_empty()).ok_or(Unusable)?;
    let mut body = json!({
        "topic": topic,
        "title": task.message.title,
        "message": cut(&task.message.text, LONGEST),
        "priority": priority(&task.message.subject),
        "tags": ["bell"],
    });
    if let Some(link) = task.link {
        body["click"] = link.into();
    }
    url.path_segments_mut()
        .map_err(|()| Unusable)?
        .pop()
        .push("");
    let mut outgoing = Outgoing::json(url, &body)?;
    if !task.to.secret.is_empty() {
        let bearer = format!("Bearer {}", task.to.secret);
        outgoing.headers.push(("authorization", bearer));
    }
    Ok(outgoing)
}

/// From 3, as usual, to 5, which makes noise in whichever pocket.
fn priority(subject: &AlertSubject) -> u8 {
    match subject {
        AlertSubject::Test => 3,
        AlertSubject::Order { cause, .. } => match cause {
            Cause::Waiting(Stage::New | Stage::Reminder(_)) | Cause::Hurried(_) => 4,
            Cause::Waiting(Stage::Overdue) => 5,
        },
    }
}
