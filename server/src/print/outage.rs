//! Tells the back office when the printer can't print, and when it can again: each once.

use super::{printer::Trouble, shop::ShopClient, words::Words};
use std::mem;

/// How it is with the printer, as far as the back office has to know.
#[derive(Debug)]
enum Phase {
    Fine,
    /// It can't print; the outage has that name.
    Out {
        name: String,
        is_told: bool,
    },
    /// It can again, which is not told yet.
    Over {
        name: String,
    },
}

/// The outages of a printer.
#[derive(Debug)]
pub(super) struct Outages {
    words: &'static Words,
    phase: Phase,
}

impl Outages {
    /// None so far.
    pub(super) fn new(words: &'static Words) -> Self {
        Self {
            words,
            phase: Phase::Fine,
        }
    }

    /// The printer can't print. A shop that can't be told is told the next time.
    pub(super) async fn go_on(&mut self, trouble: &Trouble, shop: &ShopClient) {
        self.phase = match mem::replace(&mut self.phase, Phase::Fine) {
            Phase::Fine => {
                tracing::warn!(%trouble, "the printer can't print");
                let name = format!("printer-{:016x}", rand::random::<u64>());
                let is_told = false;
                Phase::Out { name, is_told }
            }
            // Nobody was told that it was over, so it never was.
            Phase::Over { name } => Phase::Out {
                name,
                is_told: true,
            },
            out @ Phase::Out { .. } => out,
        };
        if let Phase::Out { name, is_told } = &mut self.phase
            && !*is_told
        {
            let text = match trouble {
                Trouble::NoPaper => self.words.no_paper,
                Trouble::Offline => self.words.offline,
                Trouble::NoAnswer(_) => self.words.no_answer,
            };
            *is_told = tell(shop, self.words.printer, text, &format!("{name}-out")).await;
        }
    }

    /// The printer has printed.
    pub(super) async fn end(&mut self, shop: &ShopClient) {
        self.phase = match mem::replace(&mut self.phase, Phase::Fine) {
            Phase::Out { name, is_told } => {
                tracing::info!("the printer works again");
                match is_told {
                    true => Phase::Over { name },
                    false => Phase::Fine,
                }
            }
            phase => phase,
        };
        self.settle(shop).await;
    }

    /// Tells what is not told yet.
    pub(super) async fn settle(&mut self, shop: &ShopClient) {
        if let Phase::Over { name } = &self.phase {
            let (words, once) = (self.words, format!("{name}-over"));
            if tell(shop, words.printer, words.works_again, &once).await {
                self.phase = Phase::Fine;
            }
        }
    }
}

/// Whether the shop took the message.
async fn tell(shop: &ShopClient, title: &str, text: &str, once: &str) -> bool {
    let told = shop.tell(title, text, once).await;
    if let Err(error) = &told {
        tracing::warn!(%error, "the back office can't be told of the printer");
    }
    told.is_ok()
}
