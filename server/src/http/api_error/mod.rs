//! Errors as the API tells them: `application/problem+json` (RFC 9457).
//!
//! The `type` is stable and for programs; `detail` and the messages of the
//! fields are in the caller's language and for people.

mod problems;

use app::{errors::ActionError, words};
use axum::{
    Json,
    extract::rejection::{JsonRejection, QueryRejection},
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use delivery::{LogError, TooManyStreams, metrics::Limit};
use domain::{
    Unavailable,
    language::Language,
    money::Currency,
    orders::{Handled, LimitOf, OrderStatus},
    policy::Forbidden,
    shop::ReadError,
    users::{SignInError, TooManySignIns},
    validation::ValidationErrors,
};
use rand::Rng;
use serde::Serialize;
use std::ops::RangeInclusive;

/// By how many seconds the times differ at which those who were turned away
/// are asked to try again.
const RETRY_SPREAD: RangeInclusive<u32> = 1..=10;

/// An error of the API.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ApiError {
    #[serde(rename = "type")]
    kind: &'static str,
    title: &'static str,
    #[serde(serialize_with = "as_number")]
    status: StatusCode,
    #[serde(skip_serializing_if = "Option::is_none")]
    detail: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<FieldError>,
    #[serde(skip_serializing_if = "Option::is_none")]
    order: Option<OrderNow>,
    /// The seconds after which trying again makes sense, where that is known.
    #[serde(skip)]
    retry_after: Option<u32>,
}

/// What is wrong with one field.
#[derive(Debug, Clone, Serialize)]
struct FieldError {
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

impl ApiError {
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

    /// The same error, with what there is to say of this case.
    pub(crate) fn with_detail(self, detail: impl Into<String>) -> Self {
        Self {
            detail: Some(detail.into()),
            ..self
        }
    }

    /// Why an action was not done, in the caller's language.
    pub(crate) fn of_action(
        error: impl Into<ActionError>,
        language: Language,
        currency: Currency,
    ) -> Self {
        match error.into() {
            ActionError::SignedOut => Self::SIGNED_OUT,
            ActionError::WrongPassword => Self::WRONG_PASSWORD,
            ActionError::Forbidden(error) => error.into(),
            ActionError::Invalid(faults) => Self::invalid(faults, language, currency),
            ActionError::NotFound => Self::NOT_FOUND,
            ActionError::Conflict { status, handled } => Self {
                detail: Some(words::conflict(language, status, handled.as_ref())),
                order: Some(OrderNow { status, handled }),
                ..Self::CONFLICT
            },
            ActionError::NotAllowed { from, to } => {
                Self::NOT_ALLOWED.with_detail(words::not_allowed(language, from, to))
            }
            error @ ActionError::TooManyOrders { of, retry_after } => Self {
                detail: Some(words::order_refusal(language, &error)),
                retry_after: Some(retry_after),
                ..match of {
                    LimitOf::Address => Self::TOO_MANY_ORDERS,
                    LimitOf::Phone => Self::TOO_MANY_ORDERS_OF_PHONE,
                }
            },
            ActionError::Closed(closed) => {
                Self::CLOSED.with_detail(words::closed(language, &closed))
            }
            // Forms of pages alone are answered with these.
            error @ (ActionError::LastOwner
            | ActionError::Outdated
            | ActionError::DayOpen
            | ActionError::DayChanged
            | ActionError::NotEmpty
            | ActionError::TooEarly { .. }
            | ActionError::TooLate) => Self::CONFLICT.with_detail(words::refusal(language, &error)),
            // There is no look-up but by a page.
            ActionError::TooManyLookUps { retry_after }
            | ActionError::TooManySignIns { retry_after } => TooManySignIns { retry_after }.into(),
            ActionError::UnknownUser => Self::UNKNOWN_USER,
            ActionError::KeyReused => Self::KEY_REUSED,
            ActionError::Unavailable => Self::UNAVAILABLE,
        }
    }

    /// What is wrong with each field.
    fn invalid(faults: ValidationErrors, language: Language, currency: Currency) -> Self {
        let errors = faults.0.into_iter().map(|fault| FieldError {
            field: fault.field.to_string(),
            code: fault.reason.code(),
            message: words::reason(language, fault.reason, currency),
        });
        Self {
            errors: errors.collect(),
            ..Self::INVALID
        }
    }
}

impl From<JsonRejection> for ApiError {
    /// A body that is no JSON, or not the right one: what is wrong with it, as
    /// the parser says it.
    fn from(rejection: JsonRejection) -> Self {
        Self::UNREADABLE.with_detail(rejection.body_text())
    }
}

impl From<QueryRejection> for ApiError {
    fn from(rejection: QueryRejection) -> Self {
        Self::UNREADABLE_QUERY.with_detail(rejection.body_text())
    }
}

impl From<Unavailable> for ApiError {
    fn from(_: Unavailable) -> Self {
        Self::UNAVAILABLE
    }
}

impl From<LogError> for ApiError {
    fn from(_: LogError) -> Self {
        Self::UNAVAILABLE
    }
}

impl From<Forbidden> for ApiError {
    fn from(_: Forbidden) -> Self {
        Self::FORBIDDEN
    }
}

impl From<ReadError> for ApiError {
    fn from(error: ReadError) -> Self {
        match error {
            ReadError::Forbidden(error) => error.into(),
            ReadError::Unavailable(error) => error.into(),
        }
    }
}

impl From<TooManyStreams> for ApiError {
    fn from(refusal: TooManyStreams) -> Self {
        match refusal.0 {
            Limit::All => Self::TOO_MANY_STREAMS,
            Limit::Reader => Self::TOO_MANY_STREAMS_OF_USER,
            Limit::Address => Self::TOO_MANY_STREAMS_OF_ADDRESS,
        }
    }
}

impl From<TooManySignIns> for ApiError {
    fn from(TooManySignIns { retry_after }: TooManySignIns) -> Self {
        Self {
            retry_after: Some(retry_after),
            ..Self::TOO_MANY_SIGN_INS
        }
    }
}

impl From<SignInError> for ApiError {
    fn from(error: SignInError) -> Self {
        match error {
            SignInError::Wrong => Self::WRONG_PASSWORD,
            SignInError::TooMany(refusal) => refusal.into(),
            SignInError::Unavailable(error) => error.into(),
        }
    }
}

impl IntoResponse for ApiError {
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
