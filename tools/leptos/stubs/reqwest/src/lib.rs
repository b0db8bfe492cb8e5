//! What cargo-leptos names of reqwest: `../../Cargo.toml` says why.

use std::fmt;

#[derive(Debug)]
pub struct Error;

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("this cargo-leptos is for development: it downloads no tools (tools/setup)")
    }
}

impl std::error::Error for Error {}

pub enum Response {}

impl Response {
    pub fn status(&self) -> StatusCode {
        match *self {}
    }

    pub async fn bytes(self) -> Result<bytes::Bytes, Error> {
        match self {}
    }

    pub async fn json<T>(self) -> Result<T, Error> {
        match self {}
    }
}

pub enum StatusCode {}

impl StatusCode {
    pub fn is_success(&self) -> bool {
        match *self {}
    }
}

impl fmt::Display for StatusCode {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

pub async fn get<U>(_: U) -> Result<Response, Error> {
    Err(Error)
}

#[derive(Default)]
pub struct ClientBuilder;

impl ClientBuilder {
    pub fn user_agent(self, _: &str) -> Self {
        self
    }

    pub fn build(self) -> Result<Client, Error> {
        Ok(Client)
    }
}

#[derive(Default)]
pub struct Client;

impl Client {
    pub fn get<U>(&self, _: U) -> Self {
        Self
    }

    pub async fn send(self) -> Result<Response, Error> {
        Err(Error)
    }
}
