//! What a customer says of an order that is over.

use super::order_path;
use crate::{
    form::{Form, TextArea},
    request::language,
};
use domain::{
    orders::{MAX_STARS, OrderStatus, OrderStory, Rating},
    validation::Field,
};
use leptos::prelude::*;

/// Thanks, and how it was: asked once, and then shown.
#[component]
pub fn Rate<'a>(
    /// The order.
    story: &'a OrderStory,
) -> impl IntoView + use<> {
    let language = language();
    let is_finished = story.order.status == OrderStatus::Finished;
    let said = story.rating.clone();
    let action = format!("{}/rate", order_path(&story.order.token));
    is_finished.then(|| {
        let inside = match said {
            Some(rating) => view! {
                <p role="status">{tr!(language, "rating.thanks")}</p>
                <Stars rating />
            }
            .into_any(),
            None => view! {
                <p>{tr!(language, "rating.ask")}</p>
                <Form action send=tr!(language, "rating.send")>
                    <Choose />
                    <TextArea field=Field::Comment label=tr!(language, "rating.comment") />
                </Form>
            }
            .into_any(),
        };
        view! {
            <section class="rating" aria-labelledby="rating-title">
                <h2 id="rating-title">{tr!(language, "rating.title")}</h2>
                {inside}
            </section>
        }
    })
}

/// One of the stars is chosen: as plain as a form can be, for keys and for those who hear it.
#[component]
fn Choose() -> impl IntoView {
    let language = language();
    let stars = (1..=MAX_STARS).map(|count| {
        view! {
            <label class="rating__choice">
                <input type="radio" name=Field::Stars.to_string() value=count.to_string() required />
                <span aria-hidden="true">{count} "★"</span>
                <span class="visually-hidden">{stars_text(count)}</span>
            </label>
        }
    });
    view! {
        <fieldset class="rating__stars">
            <legend class="visually-hidden">{tr!(language, "rating.stars_legend")}</legend>
            {stars.collect_view()}
        </fieldset>
    }
}

fn stars_text(count: u8) -> String {
    tr!(language(), "rating.stars", count = count, max = MAX_STARS).into_owned()
}

/// How a customer found an order.
#[component]
pub fn Stars(
    /// What was said.
    rating: Rating,
) -> impl IntoView {
    let comment = (!rating.comment.is_empty()).then(|| {
        view! {
            <blockquote class="rating__comment" dir="auto">
                {rating.comment}
            </blockquote>
        }
    });
    view! {
        <p class="rating__given">
            <StarsMark stars=rating.stars />
        </p>
        {comment}
    }
}

/// So many stars, as one sign.
#[component]
pub fn StarsMark(
    /// How many.
    stars: u8,
) -> impl IntoView {
    let full = usize::from(stars);
    let empty = usize::from(MAX_STARS).saturating_sub(full);
    let drawn = format!("{}{}", "★".repeat(full), "☆".repeat(empty));
    view! {
        <span class="rating__mark" role="img" aria-label=stars_text(stars)>
            {drawn}
        </span>
    }
}
