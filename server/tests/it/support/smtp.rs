//! A mail server that takes everything.

use super::stream::PATIENCE;
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
    sync::mpsc,
    time::timeout,
};

/// A mail, with what was said before it.
#[derive(Debug, Default)]
pub(crate) struct Mail {
    /// The commands.
    pub(crate) said: Vec<String>,
    /// Its lines.
    pub(crate) text: String,
}

/// A mail server.
pub(crate) struct MailServer {
    /// Its host and port.
    pub(crate) address: String,
    mails: mpsc::UnboundedReceiver<Mail>,
}

impl MailServer {
    pub(crate) async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let (sender, mails) = mpsc::unbounded_channel();
        tokio::spawn(async move {
            while let Ok((socket, _)) = listener.accept().await {
                tokio::spawn(serve(socket, sender.clone()));
            }
        });
        Self { address, mails }
    }

    /// The next mail that comes.
    pub(crate) async fn next(&mut self) -> Mail {
        let next = timeout(PATIENCE, self.mails.recv()).await;
        next.expect("no mail was sent").unwrap()
    }
}

async fn serve(socket: TcpStream, mails: mpsc::UnboundedSender<Mail>) -> Option<()> {
    let mut socket = BufReader::new(socket);
    socket.write_all(b"220 mail.example\r\n").await.ok()?;
    let mut mail = Mail::default();
    loop {
        let mut line = String::new();
        socket
            .read_line(&mut line)
            .await
            .ok()
            .filter(|read| *read > 0)?;
        let word = line.split([' ', '\r']).next().unwrap_or_default();
        let answer = match word.to_uppercase().as_str() {
            "EHLO" => "250-mail.example\r\n250 AUTH PLAIN LOGIN\r\n",
            "AUTH" => "235 welcome\r\n",
            "DATA" => "354 go on\r\n",
            "QUIT" => "221 good bye\r\n",
            _ => "250 fine\r\n",
        };
        let is_data = word == "DATA";
        mail.said.push(line.trim().to_owned());
        socket.write_all(answer.as_bytes()).await.ok()?;
        if !is_data {
            continue;
        }
        loop {
            let mut line = String::new();
            socket.read_line(&mut line).await.ok()?;
            if line == ".\r\n" {
                break;
            }
            mail.text.push_str(&line);
        }
        socket.write_all(b"250 queued as 7\r\n").await.ok()?;
        mails.send(std::mem::take(&mut mail)).ok()?;
    }
}
