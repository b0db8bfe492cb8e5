//! Ordering once more what was ordered before.

use super::{LineKey, line_key::MAX_PLACES};
use domain::orders::{Order, OrderLine};
use form_urlencoded::Serializer;
use std::collections::HashMap;

/// The form with the lines of an order, as a browser would send it. What they cost then stands
/// in it, so that the page says what has changed. Who ordered is not in it: whoever has the
/// order's link may be somebody else.
pub fn form_of(order: &Order) -> String {
    let mut form = Serializer::new(String::new());
    let mut places: HashMap<_, u8> = HashMap::new();
    for line in &order.lines {
        let place = places.entry(line.item).or_default();
        // The form has no room for more ways of one dish.
        if *place < MAX_PLACES {
            let item = line.item;
            append(
                &mut form,
                LineKey {
                    item,
                    place: *place,
                },
                line,
            );
        }
        *place += 1;
    }
    form.finish()
}

fn append(form: &mut Serializer<'_, String>, key: LineKey, line: &OrderLine) {
    let options = line.options.iter();
    let extra: i64 = options.clone().map(|option| option.price.minor()).sum();
    let price = line.price.minor() - extra;
    form.append_pair(&key.field("quantity"), &line.quantity.to_string());
    form.append_pair(&key.field("price"), &price.to_string());
    for (number, option) in options.enumerate() {
        let value = format!("{}:{}", option.choice, option.price.minor());
        form.append_pair(&key.option_field(&format!("c{number}")), &value);
    }
}
