//! Robots in groups of WeCom, DingTalk and Feishu. Each takes a text, and says in the body
//! of its answer whether it did.

use crate::channels::{
    request::{Outgoing, Task, Unusable, url_of},
    sign,
    text::text_of,
};
use serde_json::{Value, json};

/// The longest text that WeCom takes, in bytes; somewhat less.
const WECOM: usize = 2_000;
/// The same for DingTalk and Feishu, which take much more.
const OTHERS: usize = 8_000;

/// <https://developer.work.weixin.qq.com/document/path/91770>
pub(super) fn wecom(task: Task<'_>) -> Result<Outgoing, Unusable> {
    let text = text_of(task, WECOM);
    let body = json!({"msgtype": "text", "text": {"content": text}});
    Outgoing::json(url_of(task.to)?, &body)
}

/// <https://open.dingtalk.com/document/robots/customize-robot-security-settings>
pub(super) fn dingtalk(task: Task<'_>) -> Result<Outgoing, Unusable> {
    let mut url = url_of(task.to)?;
    let secret = &task.to.secret;
    if !secret.is_empty() {
        let timestamp = task.now.millis();
        let signed = format!("{timestamp}\n{secret}");
        let sign = sign::in_base64(secret.as_bytes(), signed.as_bytes());
        url.query_pairs_mut()
            .append_pair("timestamp", &timestamp.to_string())
            .append_pair("sign", &sign);
    }
    let text = text_of(task, OTHERS);
    let body = json!({"msgtype": "text", "text": {"content": text}});
    Outgoing::json(url, &body)
}

/// <https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot>
pub(super) fn feishu(task: Task<'_>) -> Result<Outgoing, Unusable> {
    let text = text_of(task, OTHERS);
    let mut body = json!({"msg_type": "text", "content": {"text": text}});
    let secret = &task.to.secret;
    if !secret.is_empty() {
        let timestamp = (task.now.millis() / 1000).to_string();
        // What others sign is the key here, and nothing is signed by it.
        let key = format!("{timestamp}\n{secret}");
        body["sign"] = sign::in_base64(key.as_bytes(), b"").into();
        body["timestamp"] = timestamp.into();
    }
    Outgoing::json(url_of(task.to)?, &body)
}

/// Whether the answer says that there was no error.
pub(super) fn is_zero(text: &str, name: &str) -> bool {
    let answer: Result<Value, _> = serde_json::from_str(text);
    let code = answer.ok().and_then(|answer| answer.get(name)?.as_i64());
    code == Some(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_answer_that_says_so_is_without_an_error() {
        assert!(is_zero(r#"{"errcode":0,"errmsg":"ok"}"#, "errcode"));
        for text in [r#"{"errcode":93000}"#, "{}", "ok", "", r#"{"errcode":"0"}"#] {
            assert!(!is_zero(text, "errcode"), "{text}");
        }
    }
}
