//! Follows the shop's stream for ever: whatever ends it, it is opened again, after the last
//! event that was worked off.

use super::{
    error::CallError,
    event_stream::{Block, Parser},
    shop::ShopClient,
};
use delivery::{Control, control::ControlKind};
use reqwest::Response;
use std::{collections::VecDeque, sync::Arc, time::Duration};
use tokio::time::{sleep, timeout};

/// How long to wait before coming back, where the shop has not said so.
const RETRY: Duration = Duration::from_secs(1);
/// The longest time between two tries.
const LONGEST: Duration = Duration::from_secs(30);
/// How long a stream may say nothing before it has greeted.
const GREETING: Duration = Duration::from_secs(30);

/// The shop's stream.
pub(super) struct Follower {
    shop: Arc<ShopClient>,
    open: Option<Open>,
    retry: Duration,
    /// How often in a row no stream was there.
    failures: u32,
}

struct Open {
    answer: Response,
    parser: Parser,
    blocks: VecDeque<Block>,
    /// A stream that says nothing for so long is dead: two heartbeats.
    silence: Duration,
}

impl Follower {
    /// The stream of that shop, not open yet.
    pub(super) fn new(shop: Arc<ShopClient>) -> Self {
        Self {
            shop,
            open: None,
            retry: RETRY,
            failures: 0,
        }
    }

    /// The next block of the stream; where it has to be opened, it is after `cursor`.
    ///
    /// # Errors
    /// The shop does not want to hear of this key.
    pub(super) async fn next(&mut self, cursor: Option<&str>) -> Result<Block, CallError> {
        loop {
            match &mut self.open {
                Some(open) => match open.next().await {
                    Some(block) => {
                        self.note(&block);
                        return Ok(block);
                    }
                    None => {
                        self.open = None;
                        sleep(self.delay()).await;
                    }
                },
                None => self.reopen(cursor).await?,
            }
        }
    }

    async fn reopen(&mut self, cursor: Option<&str>) -> Result<(), CallError> {
        match self.shop.subscribe(cursor).await {
            Ok(answer) => self.open = Some(Open::new(answer)),
            Err(CallError::Refused(error)) => return Err(CallError::Refused(error)),
            Err(error) => {
                if self.failures == 0 {
                    tracing::warn!(%error, "the shop can't be heard");
                }
                self.failures += 1;
                let wanted = match error {
                    CallError::Status { retry_after, .. } => retry_after,
                    _ => None,
                };
                let wanted = wanted.unwrap_or_default().min(2 * LONGEST);
                sleep(self.delay().max(wanted)).await;
            }
        }
        Ok(())
    }

    /// Takes what a block says of the stream itself.
    fn note(&mut self, block: &Block) {
        if let Some(retry) = block.retry {
            self.retry = Duration::from_millis(retry).min(2 * LONGEST);
        }
        if block.name == ControlKind::Hello.as_str() {
            let data = block.data.as_deref().unwrap_or_default();
            let hello = Control::decode(ControlKind::Hello, data);
            if let (Ok(Control::Hello(hello)), Some(open)) = (hello, &mut self.open) {
                open.silence = 2 * Duration::from_millis(hello.heartbeat.into());
            }
            tracing::info!("the shop is heard");
            self.failures = 0;
        }
    }

    fn delay(&self) -> Duration {
        delay(self.retry, self.failures, rand::random())
    }
}

impl Open {
    fn new(answer: Response) -> Self {
        Self {
            answer,
            parser: Parser::default(),
            blocks: VecDeque::new(),
            silence: GREETING,
        }
    }

    /// The next block; `None` where the stream has ended, or is dead.
    async fn next(&mut self) -> Option<Block> {
        while self.blocks.is_empty() {
            let piece = timeout(self.silence, self.answer.chunk()).await;
            let piece = piece.ok()?.ok()??;
            self.blocks.extend(self.parser.take(&piece).ok()?);
        }
        self.blocks.pop_front()
    }
}

/// How long to wait after so many failures: twice as long each time, by chance up to a
/// half less, so that not all come at once; `chance` is from 0 to 1.
fn delay(retry: Duration, failures: u32, chance: f64) -> Duration {
    let longer = retry.saturating_mul(2_u32.saturating_pow(failures));
    let longest = LONGEST.max(retry);
    longer.min(longest).mul_f64(1.0 - chance / 2.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_to_half_a_minute_and_differ() {
        let second = Duration::from_secs(1);
        assert_eq!(delay(second, 0, 0.0), second);
        assert_eq!(delay(second, 3, 0.0), 8 * second);
        assert_eq!(delay(second, 3, 1.0), 4 * second);
        assert_eq!(delay(second, u32::MAX, 0.0), LONGEST);
        // As long as the shop says, where it has ended the stream on purpose.
        assert_eq!(delay(60 * second, 0, 0.0), 60 * second);
    }
}
