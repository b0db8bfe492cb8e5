//! Every problem type of the API, by its stable name.

use super::ApiError;
use axum::http::StatusCode;

impl ApiError {
    pub(crate) const NOT_FOUND: Self = Self::new(
        StatusCode::NOT_FOUND,
        "/problems/not-found",
        "There is no such thing",
    );
    pub(crate) const SIGNED_OUT: Self = Self::new(
        StatusCode::UNAUTHORIZED,
        "/problems/signed-out",
        "Nobody is signed in",
    );
    pub(crate) const WRONG_PASSWORD: Self = Self::new(
        StatusCode::UNAUTHORIZED,
        "/problems/wrong-password",
        "Name or password is wrong",
    );
    pub(crate) const FORBIDDEN: Self = Self::new(
        StatusCode::FORBIDDEN,
        "/problems/forbidden",
        "That is for others to do",
    );
    pub(crate) const FOREIGN_ORIGIN: Self = Self::new(
        StatusCode::FORBIDDEN,
        "/problems/foreign-origin",
        "The request comes from a page of another site",
    );
    pub(crate) const UNREADABLE: Self = Self::new(
        StatusCode::BAD_REQUEST,
        "/problems/unreadable",
        "The request's body can't be read",
    );
    pub(crate) const UNREADABLE_QUERY: Self = Self::new(
        StatusCode::BAD_REQUEST,
        "/problems/unreadable-query",
        "The query of the URL can't be read",
    );
    pub(crate) const SLOW_BODY: Self = Self::new(
        StatusCode::REQUEST_TIMEOUT,
        "/problems/slow-body",
        "The request's body took too long",
    );
    pub(crate) const LARGE_BODY: Self = Self::new(
        StatusCode::PAYLOAD_TOO_LARGE,
        "/problems/large-body",
        "The request's body is too large",
    );
    pub(crate) const NOT_A_KEY: Self = Self::new(
        StatusCode::BAD_REQUEST,
        "/problems/not-an-idempotency-key",
        "An Idempotency-Key has 1 to 128 visible characters",
    );
    pub(super) const KEY_REUSED: Self = Self::new(
        StatusCode::UNPROCESSABLE_ENTITY,
        "/problems/idempotency-key-reused",
        "The Idempotency-Key belongs to another request",
    );
    pub(super) const UNAVAILABLE: Self = Self::new(
        StatusCode::SERVICE_UNAVAILABLE,
        "/problems/unavailable",
        "The shop can't do that right now; nothing was kept",
    );
    pub(super) const TOO_MANY_STREAMS: Self = Self::new(
        StatusCode::SERVICE_UNAVAILABLE,
        "/problems/too-many-streams",
        "The server has all the streams that it may have",
    );
    pub(super) const TOO_MANY_STREAMS_OF_USER: Self = Self::new(
        StatusCode::TOO_MANY_REQUESTS,
        "/problems/too-many-streams-of-user",
        "This user has all the streams that one may have",
    );
    pub(super) const TOO_MANY_STREAMS_OF_ADDRESS: Self = Self::new(
        StatusCode::TOO_MANY_REQUESTS,
        "/problems/too-many-streams-of-address",
        "This address has all the streams that one may have",
    );
    pub(super) const TOO_MANY_ORDERS: Self = Self::new(
        StatusCode::TOO_MANY_REQUESTS,
        "/problems/too-many-orders",
        "Too many orders came from this address; this one was not placed",
    );
    pub(super) const TOO_MANY_ORDERS_OF_PHONE: Self = Self::new(
        StatusCode::TOO_MANY_REQUESTS,
        "/problems/too-many-orders-of-phone",
        "Too many orders came with this phone; this one was not placed",
    );
    pub(super) const TOO_MANY_SIGN_INS: Self = Self::new(
        StatusCode::TOO_MANY_REQUESTS,
        "/problems/too-many-sign-ins",
        "Too many wrong passwords came from this address; this one was not tried",
    );
    pub(super) const UNKNOWN_USER: Self = Self::new(
        StatusCode::NOT_FOUND,
        "/problems/unknown-user",
        "There is no such user",
    );
    pub(super) const CONFLICT: Self = Self::new(
        StatusCode::CONFLICT,
        "/problems/conflict",
        "Somebody else was faster",
    );
    pub(super) const CLOSED: Self = Self::new(
        StatusCode::CONFLICT,
        "/problems/closed",
        "The shop takes no orders now; this one was not placed",
    );
    pub(crate) const BAD_SUBSCRIPTION: Self = Self::new(
        StatusCode::UNPROCESSABLE_ENTITY,
        "/problems/bad-subscription",
        "Nothing can be pushed to that device",
    );
    pub(crate) const TOO_MANY_DEVICES: Self = Self::new(
        StatusCode::CONFLICT,
        "/problems/too-many-devices",
        "This user has all the devices that one may have",
    );
    pub(super) const NOT_ALLOWED: Self = Self::new(
        StatusCode::CONFLICT,
        "/problems/not-allowed",
        "The order's status does not allow that",
    );
    pub(super) const INVALID: Self = Self::new(
        StatusCode::UNPROCESSABLE_ENTITY,
        "/problems/invalid",
        "Something is wrong with the input",
    );
}
