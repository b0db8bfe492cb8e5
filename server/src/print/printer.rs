//! A printer in the network: it is connected to for each ticket, so that others can print
//! in between.

use super::escpos::EscPos;
use crate::config::PrinterAddress;
use std::{io, time::Duration};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    time::timeout,
};

/// How long connecting may take.
const CONNECTING: Duration = Duration::from_secs(5);
/// How long a ticket may take.
const WRITING: Duration = Duration::from_secs(10);
/// How long a printer has to say how it is; one that does not can't.
const ANSWERING: Duration = Duration::from_secs(1);

/// The bits of an answer that are the same in each, and what they are: all else that may
/// come is passed over.
const MARK: (u8, u8) = (0b1001_0011, 0b0001_0010);
/// The bit of the printer's state that says that it can't print.
const OFFLINE: u8 = 0b0000_1000;
/// The bits of the paper's state that say that there is none.
const NO_PAPER: u8 = 0b0110_0000;

/// Why a ticket was not printed.
#[derive(Debug, thiserror::Error)]
pub(super) enum Trouble {
    #[error("it has no paper")]
    NoPaper,
    #[error("it is not ready")]
    Offline,
    #[error("it does not answer: {0}")]
    NoAnswer(#[from] io::Error),
}

/// A connection to a printer that can print, as far as it says.
#[derive(Debug)]
pub(super) struct Printer {
    socket: TcpStream,
    /// Whether it says how it is.
    tells: bool,
}

impl Printer {
    /// Connects, and asks how it is.
    ///
    /// # Errors
    /// See [`Trouble`]; nothing was printed.
    pub(super) async fn open(address: &PrinterAddress) -> Result<Self, Trouble> {
        let connecting = TcpStream::connect(address.host_and_port());
        let socket = within(CONNECTING, connecting).await?;
        let mut printer = Self {
            socket,
            tells: false,
        };
        printer.tells = printer.look(ANSWERING).await?;
        Ok(printer)
    }

    /// Prints.
    ///
    /// # Errors
    /// See [`Trouble`]; it may have been printed all the same, or in part.
    pub(super) async fn print(mut self, ticket: &[u8]) -> Result<(), Trouble> {
        within(WRITING, self.socket.write_all(ticket)).await?;
        // The paper may have come to its end with this ticket.
        if self.tells && !self.look(WRITING).await? {
            return Err(io::Error::from(io::ErrorKind::TimedOut).into());
        }
        within(WRITING, self.socket.shutdown()).await?;
        self.hear_out().await;
        Ok(())
    }

    /// Takes what it still says. A connection that is closed with something unread is reset,
    /// and the printer may forget what it has not printed yet.
    async fn hear_out(&mut self) {
        let mut rest = [0; 64];
        let heard = async { while matches!(self.socket.read(&mut rest).await, Ok(1..)) {} };
        // Some printers never close.
        let _ = timeout(ANSWERING, heard).await;
    }

    /// Asks how it is; whether it says so within that time.
    async fn look(&mut self, patience: Duration) -> Result<bool, Trouble> {
        let Some(state) = self.ask(EscPos::ASK_PRINTER, patience).await? else {
            return Ok(false);
        };
        let paper = self.ask(EscPos::ASK_PAPER, patience).await?;
        if paper.is_some_and(|paper| paper & NO_PAPER != 0) {
            return Err(Trouble::NoPaper);
        }
        match state & OFFLINE {
            0 => Ok(true),
            _ => Err(Trouble::Offline),
        }
    }

    async fn ask(&mut self, question: [u8; 3], patience: Duration) -> io::Result<Option<u8>> {
        within(WRITING, self.socket.write_all(&question)).await?;
        let answer = async {
            loop {
                let byte = self.socket.read_u8().await?;
                if byte & MARK.0 == MARK.1 {
                    return Ok(byte);
                }
            }
        };
        match timeout(patience, answer).await {
            Ok(answer) => answer.map(Some),
            Err(_) => Ok(None),
        }
    }
}

async fn within<T>(time: Duration, done: impl Future<Output = io::Result<T>>) -> io::Result<T> {
    let late = |_| io::Error::from(io::ErrorKind::TimedOut);
    timeout(time, done).await.map_err(late)?
}
