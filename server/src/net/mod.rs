//! What lies below HTTP: sockets that end when nobody takes what is sent.
//!
//! | module | what it does |
//! |---|---|
//! | [`listener`] | binds, accepts, sets what every connection is |
//! | [`deadline`] | a connection on which no write waits for ever |
//! | [`tls`] | the certificate |
//! | [`serving`] | answers connections, each in its protocol |
//! | [`unflushed`] | measures how long events take to the socket |
//! | [`driven`] | a connection, from its first request to its end |
//! | [`subnet`] | whom an address stands for, where visitors are counted |

pub(crate) mod deadline;
mod driven;
pub(crate) mod listener;
pub(crate) mod serving;
pub(crate) mod subnet;
pub(crate) mod tls;
pub(crate) mod unflushed;
