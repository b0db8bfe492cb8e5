//! Which error of the domain becomes which: the one place that says so.

use super::action_error::ActionError;
use domain::{
    Unavailable,
    channels::ChannelError,
    kitchen::TickError,
    menu::{MenuError, options::MAX_OPTION_GROUPS},
    messages::{PushError, TemplateError},
    orders::{ChangeError, PlaceError, TakeError, TooManyOrders, search::ViewError},
    settings::SettingsError,
    shop::{PeopleError, ReadError, ReceiptsError},
    sums::CloseError,
    users::{SignInError, TooManySignIns},
    validation::{Field, Reason, ValidationErrors},
};

impl From<Unavailable> for ActionError {
    fn from(_: Unavailable) -> Self {
        Self::Unavailable
    }
}

impl From<TooManyOrders> for ActionError {
    fn from(TooManyOrders { of, retry_after }: TooManyOrders) -> Self {
        Self::TooManyOrders { of, retry_after }
    }
}

impl From<PlaceError> for ActionError {
    fn from(error: PlaceError) -> Self {
        match error {
            PlaceError::Invalid(faults) => faults.into(),
            PlaceError::Closed(closed) => Self::Closed(closed),
            PlaceError::TooMany(error) => error.into(),
            PlaceError::Unavailable(error) => error.into(),
        }
    }
}

impl From<ChangeError> for ActionError {
    fn from(error: ChangeError) -> Self {
        match error {
            ChangeError::NotFound => Self::NotFound,
            ChangeError::Forbidden(error) => error.into(),
            ChangeError::Conflict { status, handled } => Self::Conflict { status, handled },
            ChangeError::NotAllowed { from, to } => Self::NotAllowed { from, to },
            ChangeError::TooLate => Self::TooLate,
            ChangeError::Promise { max } => {
                ValidationErrors::only(Field::Minutes, Reason::OutOfRange { max }).into()
            }
            ChangeError::Reason(reason) => ValidationErrors::only(Field::ReasonText, reason).into(),
            ChangeError::Refund { left: max } => {
                ValidationErrors::only(Field::RefundAmount, Reason::PriceTooHigh { max }).into()
            }
            ChangeError::Invalid(faults) => faults.into(),
            ChangeError::Unavailable(error) => error.into(),
        }
    }
}

impl From<TakeError> for ActionError {
    fn from(error: TakeError) -> Self {
        match error {
            TakeError::Forbidden(error) => error.into(),
            TakeError::NotPlaced(error) => error.into(),
        }
    }
}

impl From<TickError> for ActionError {
    fn from(error: TickError) -> Self {
        match error {
            TickError::Forbidden(error) => error.into(),
            TickError::NotFound => Self::NotFound,
            TickError::NotInKitchen { status, handled } => Self::Conflict { status, handled },
            TickError::Unavailable(error) => error.into(),
        }
    }
}

impl From<PushError> for ActionError {
    fn from(error: PushError) -> Self {
        match error {
            PushError::Invalid(faults) => faults.into(),
            PushError::Forbidden(error) => error.into(),
            PushError::UnknownUser => Self::UnknownUser,
            PushError::UnknownOrder => Self::NotFound,
            PushError::KeyReused => Self::KeyReused,
            PushError::Unavailable(error) => error.into(),
        }
    }
}

impl From<MenuError> for ActionError {
    fn from(error: MenuError) -> Self {
        match error {
            MenuError::Forbidden(error) => error.into(),
            MenuError::Invalid(faults) => faults.into(),
            MenuError::NotFound => Self::NotFound,
            MenuError::Conflict(_) | MenuError::OptionsConflict(_) => Self::Outdated,
            MenuError::TooManyOptions => ValidationErrors::only(
                Field::NameZh,
                Reason::NoMore {
                    max: MAX_OPTION_GROUPS,
                },
            )
            .into(),
            MenuError::NotEmpty => Self::NotEmpty,
            MenuError::Unavailable(error) => error.into(),
        }
    }
}

impl From<SettingsError> for ActionError {
    fn from(error: SettingsError) -> Self {
        match error {
            SettingsError::Forbidden(error) => error.into(),
            SettingsError::Invalid(faults) => faults.into(),
            SettingsError::Conflict => Self::Outdated,
            SettingsError::Unavailable(error) => error.into(),
        }
    }
}

impl From<ChannelError> for ActionError {
    fn from(error: ChannelError) -> Self {
        match error {
            ChannelError::Forbidden(error) => error.into(),
            ChannelError::Invalid(faults) => faults.into(),
            ChannelError::NotFound => Self::NotFound,
            ChannelError::Conflict => Self::Outdated,
            ChannelError::Unavailable(error) => error.into(),
        }
    }
}

impl From<TemplateError> for ActionError {
    fn from(error: TemplateError) -> Self {
        match error {
            TemplateError::Forbidden(error) => error.into(),
            TemplateError::Invalid(faults) => faults.into(),
            TemplateError::NotFound => Self::NotFound,
            TemplateError::Conflict => Self::Outdated,
            TemplateError::Unavailable(error) => error.into(),
        }
    }
}

impl From<ViewError> for ActionError {
    fn from(error: ViewError) -> Self {
        match error {
            ViewError::Forbidden(error) => error.into(),
            ViewError::Invalid(faults) => faults.into(),
            ViewError::NotFound => Self::NotFound,
            ViewError::Unavailable(error) => error.into(),
        }
    }
}

impl From<CloseError> for ActionError {
    fn from(error: CloseError) -> Self {
        match error {
            CloseError::Forbidden(error) => error.into(),
            CloseError::NotFound => Self::NotFound,
            CloseError::StillOpen => Self::DayOpen,
            CloseError::Conflict => Self::DayChanged,
            CloseError::Unavailable(error) => error.into(),
        }
    }
}

impl From<ReadError> for ActionError {
    fn from(error: ReadError) -> Self {
        match error {
            ReadError::Forbidden(error) => error.into(),
            ReadError::Unavailable(error) => error.into(),
        }
    }
}

impl From<PeopleError> for ActionError {
    fn from(error: PeopleError) -> Self {
        match error {
            PeopleError::Forbidden(error) => error.into(),
            PeopleError::Invalid(faults) => faults.into(),
            PeopleError::NotFound => Self::NotFound,
            PeopleError::LastOwner => Self::LastOwner,
            PeopleError::Unavailable(error) => error.into(),
        }
    }
}

impl From<ReceiptsError> for ActionError {
    fn from(error: ReceiptsError) -> Self {
        match error {
            ReceiptsError::Forbidden(error) => error.into(),
            ReceiptsError::NotFound => Self::NotFound,
            ReceiptsError::Unavailable(error) => error.into(),
        }
    }
}

impl From<SignInError> for ActionError {
    fn from(error: SignInError) -> Self {
        match error {
            SignInError::Wrong => Self::WrongPassword,
            SignInError::TooMany(TooManySignIns { retry_after }) => {
                Self::TooManySignIns { retry_after }
            }
            SignInError::Unavailable(error) => error.into(),
        }
    }
}
