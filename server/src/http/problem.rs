//! Errors as the API tells them: `application/problem+json` (RFC 9457).
//!
//! The `type` is stable and for programs; `detail` and the messages of the
//! fields are in the caller's language and for people.

use crate::sse::limits::TooManyStreams;
use app::words;
use axum::{
    Json,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use domain::{
    invalid::Invalid,
    language::Language,
    money::Currency,
    order::Handled,
    ports::{ChangeError, PlaceError, PushError, TooManyOrders, Unavailable},
    shop::SignInError,
    status::OrderStatus,
};
use rand::Rng;
use serde::Serialize;
use std::ops::RangeInclusive;

/// By how many seconds the times differ at which those who were turned away
/// are asked to try again.
const RETRY_SPREAD: RangeInclusive<u32> = 1..=10;

/// An error of the API.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Problem {
    #[serde(rename = "type")]
    kind: &'static str,
    title: &'static str,
    #[serde(serialize_with = "as_number")]
    status: StatusCode,
    #[serde(skip_serializing_if = "Option::is_none")]
    detail: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<FieldProblem>,
    #[serde(skip_serializing_if = "Option::is_none")]
    order: Option<OrderNow>,
    /// The seconds after which trying again makes sense, where that is known.
    #[serde(skip)]
    retry_after: Option<u32>,
}

/// What is wrong with one field.
#[derive(Debug, Clone, Serialize)]
struct FieldProblem {
    field: String,
    code: &'static str,
    message: String,
}

/// How an order stands, told to who came too late.
#[derive(Debug, Clone, Serialize)]
struct OrderNow {
    status: OrderStatus,
    handled: Option<Handled>,
}

impl Problem {
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
        "The address asks for what there is not",
    );
    pub(crate) const NOT_A_KEY: Self = Self::new(
        StatusCode::BAD_REQUEST,
        "/problems/not-an-idempotency-key",
        "An Idempotency-Key has 1 to 128 visible characters",
    );
    const KEY_REUSED: Self = Self::new(
        StatusCode::UNPROCESSABLE_ENTITY,
        "/problems/idempotency-key-reused",
        "The Idempotency-Key belongs to another request",
    );
    const UNAVAILABLE: Self = Self::new(
        StatusCode::SERVICE_UNAVAILABLE,
        "/problems/unavailable",
        "The shop can't do that right now; nothing was kept",
    );
    const TOO_MANY_STREAMS: Self = Self::new(
        StatusCode::SERVICE_UNAVAILABLE,
        "/problems/too-many-streams",
        "The server has all the streams that it may have",
    );
    const TOO_MANY_STREAMS_OF_USER: Self = Self::new(
        StatusCode::TOO_MANY_REQUESTS,
        "/problems/too-many-streams-of-user",
        "This user has all the streams that one may have",
    );
    const TOO_MANY_STREAMS_OF_ADDRESS: Self = Self::new(
        StatusCode::TOO_MANY_REQUESTS,
        "/problems/too-many-streams-of-address",
        "This address has all the streams that one may have",
    );
    const TOO_MANY_ORDERS: Self = Self::new(
        StatusCode::TOO_MANY_REQUESTS,
        "/problems/too-many-orders",
        "Too many orders came from this address; this one was not placed",
    );
    const UNKNOWN_USER: Self = Self::new(
        StatusCode::NOT_FOUND,
        "/problems/unknown-user",
        "There is no such user",
    );
    const CONFLICT: Self = Self::new(
        StatusCode::CONFLICT,
        "/problems/conflict",
        "Somebody else was faster",
    );
    const NOT_ALLOWED: Self = Self::new(
        StatusCode::CONFLICT,
        "/problems/not-allowed",
        "The order's status does not allow that",
    );
    const INVALID: Self = Self::new(
        StatusCode::UNPROCESSABLE_ENTITY,
        "/problems/invalid",
        "Something is wrong with the input",
    );

    const fn new(status: StatusCode, kind: &'static str, title: &'static str) -> Self {
        Self {
            kind,
            title,
            status,
            detail: None,
            errors: Vec::new(),
            order: None,
            retry_after: None,
        }
    }

    /// The same problem, with what there is to say of this case.
    pub(crate) fn with_detail(self, detail: impl Into<String>) -> Self {
        Self {
            detail: Some(detail.into()),
            ..self
        }
    }

    /// What is wrong with each field, in the caller's language.
    pub(crate) fn invalid(faults: Invalid, language: Language, currency: Currency) -> Self {
        let errors = faults.0.into_iter().map(|fault| FieldProblem {
            field: fault.field.to_string(),
            code: fault.reason.code(),
            message: words::reason(language, fault.reason, currency),
        });
        Self {
            errors: errors.collect(),
            ..Self::INVALID
        }
    }

    /// Why an order was not placed.
    pub(crate) fn not_placed(error: PlaceError, language: Language, currency: Currency) -> Self {
        match error {
            PlaceError::Invalid(faults) => Self::invalid(faults, language, currency),
            PlaceError::TooMany(TooManyOrders { retry_after }) => Self {
                retry_after: Some(retry_after),
                ..Self::TOO_MANY_ORDERS
            },
            PlaceError::Unavailable(error) => error.into(),
        }
    }

    /// Why an order was not changed.
    pub(crate) fn not_changed(error: ChangeError, language: Language) -> Self {
        match error {
            ChangeError::NotFound => Self::NOT_FOUND,
            ChangeError::Conflict { status, handled } => Self {
                detail: Some(words::conflict(language, status, handled.as_ref())),
                order: Some(OrderNow { status, handled }),
                ..Self::CONFLICT
            },
            ChangeError::NotAllowed { from, to } => {
                Self::NOT_ALLOWED.with_detail(words::not_allowed(language, from, to))
            }
            ChangeError::Unavailable(error) => error.into(),
        }
    }

    /// Why a message was not sent.
    pub(crate) fn not_pushed(error: PushError, language: Language, currency: Currency) -> Self {
        match error {
            PushError::Invalid(faults) => Self::invalid(faults, language, currency),
            PushError::UnknownUser => Self::UNKNOWN_USER,
            PushError::KeyReused => Self::KEY_REUSED,
            PushError::Unavailable(error) => error.into(),
        }
    }
}

impl From<Unavailable> for Problem {
    fn from(_: Unavailable) -> Self {
        Self::UNAVAILABLE
    }
}

impl From<TooManyStreams> for Problem {
    fn from(refusal: TooManyStreams) -> Self {
        match refusal {
            TooManyStreams::InAll => Self::TOO_MANY_STREAMS,
            TooManyStreams::OfUser => Self::TOO_MANY_STREAMS_OF_USER,
            TooManyStreams::OfAddress => Self::TOO_MANY_STREAMS_OF_ADDRESS,
        }
    }
}

impl From<SignInError> for Problem {
    fn from(error: SignInError) -> Self {
        match error {
            SignInError::Wrong => Self::WRONG_PASSWORD,
            SignInError::Unavailable(error) => error.into(),
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let (status, retry_after) = (self.status, self.retry_after);
        let mut response = (status, Json(self)).into_response();
        let headers = response.headers_mut();
        headers.insert(
            header::CONTENT_TYPE,
            HeaderValue::from_static("application/problem+json"),
        );
        let is_full = matches!(
            status,
            StatusCode::SERVICE_UNAVAILABLE | StatusCode::TOO_MANY_REQUESTS
        );
        if is_full {
            // Each its own time, so that not all come back at once.
            let seconds = retry_after.unwrap_or_default() + rand::rng().random_range(RETRY_SPREAD);
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}

fn as_number<S: serde::Serializer>(status: &StatusCode, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_u16(status.as_u16())
}
