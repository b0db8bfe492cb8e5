//! What lies below HTTP: sockets that end when nobody takes what is sent.
//!
//! | module | what it does |
//! |---|---|
//! | [`listener`] | binds, accepts, sets what every connection is |
//! | [`write_timeout`] | a connection on which no write waits for ever |
//! | [`tls`] | the certificate |
//! | [`connection`] | answers connections, each in its protocol |
//! | [`service`] | the router, as hyper asks it |
//! | [`plain`], [`exit`] | streams of plain connections, which leave hyper |
//! | [`graceful`] | a connection that is told when the server ends |

pub(crate) mod connection;
mod exit;
mod graceful;
pub(crate) mod listener;
mod plain;
pub(crate) mod service;
pub(crate) mod tls;
mod write_timeout;
