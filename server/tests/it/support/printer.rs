//! A receipt printer: it keeps what it gets, and says how it is when it is asked.

use super::stream::PATIENCE;
use std::sync::{
    Arc,
    atomic::{AtomicBool, AtomicU8, Ordering},
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    sync::{mpsc, watch},
    time::timeout,
};

const READY: u8 = 0x12;
const NO_PAPER: u8 = 0x72;
const CUT: &[u8] = b"\x1dVB\x00";

#[derive(Default)]
struct Condition {
    /// What it says of its paper; 0 where it says nothing ever.
    paper: AtomicU8,
    /// Whether it closes its connections in the middle of the next ticket.
    breaks: AtomicBool,
    /// How often it was connected to.
    tries: watch::Sender<usize>,
}

/// A printer.
pub(crate) struct Printer {
    /// Where it is, as `--printer` takes it.
    pub(crate) address: String,
    condition: Arc<Condition>,
    tickets: mpsc::UnboundedReceiver<Vec<u8>>,
}

impl Printer {
    /// A printer that says how it is.
    pub(crate) async fn start() -> Self {
        Self::start_that_says(READY).await
    }

    /// A printer that takes everything and answers nothing.
    pub(crate) async fn start_mute() -> Self {
        Self::start_that_says(0).await
    }

    async fn start_that_says(paper: u8) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("tcp://{}", listener.local_addr().unwrap());
        let condition = Arc::new(Condition::default());
        condition.paper.store(paper, Ordering::SeqCst);
        let (sender, tickets) = mpsc::unbounded_channel();
        let shared = condition.clone();
        tokio::spawn(async move {
            while let Ok((socket, _)) = listener.accept().await {
                shared.tries.send_modify(|tries| *tries += 1);
                tokio::spawn(serve(socket, shared.clone(), sender.clone()));
            }
        });
        Self {
            address,
            condition,
            tickets,
        }
    }

    /// Takes its paper out, or puts some in.
    pub(crate) fn set_paper(&self, is_there: bool) {
        let paper = if is_there { READY } else { NO_PAPER };
        self.condition.paper.store(paper, Ordering::SeqCst);
    }

    /// Closes the connection in the middle of the next ticket.
    pub(crate) fn break_once(&self) {
        self.condition.breaks.store(true, Ordering::SeqCst);
    }

    /// Waits until it was connected to that many times more.
    pub(crate) async fn until_tries(&self, more: usize) {
        let mut tries = self.condition.tries.subscribe();
        let until = *tries.borrow() + more;
        let tried = timeout(PATIENCE, tries.wait_for(|tries| *tries >= until)).await;
        tried.expect("nobody tries again").unwrap();
    }

    /// The next ticket that it printed, up to where it was cut.
    pub(crate) async fn next(&mut self) -> Vec<u8> {
        let next = timeout(PATIENCE, self.tickets.recv()).await;
        next.expect("nothing was printed").unwrap()
    }

    /// Whether it has printed nothing that was not looked at.
    pub(crate) fn is_empty(&self) -> bool {
        self.tickets.is_empty()
    }
}

/// Reads byte by byte, as a printer does.
async fn serve(
    mut socket: TcpStream,
    condition: Arc<Condition>,
    tickets: mpsc::UnboundedSender<Vec<u8>>,
) {
    let mut ticket = Vec::new();
    while let Ok(byte) = socket.read_u8().await {
        ticket.push(byte);
        if ticket.len() > 20 && condition.breaks.swap(false, Ordering::SeqCst) {
            return;
        }
        let paper = condition.paper.load(Ordering::SeqCst);
        let answer = match ticket.as_slice() {
            [.., 0x10, 0x04, 1] => READY,
            [.., 0x10, 0x04, 4] => paper,
            _ => {
                if ticket.ends_with(CUT) {
                    tickets.send(std::mem::take(&mut ticket)).unwrap();
                }
                continue;
            }
        };
        ticket.truncate(ticket.len() - 3);
        if paper != 0 && socket.write_u8(answer).await.is_err() {
            return;
        }
    }
}
