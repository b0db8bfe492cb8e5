//! Makes an element what another one is, and leaves alone what is the same.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

/// By what elements of a list are known.
const KEY: &str = "data-key";

/// What the browser changes by itself.
const ITS_OWN: &str = "open";

/// Gives `shown` the attributes and the content of `drawn`.
pub(super) fn morph(shown: &Element, drawn: &Element) {
    if shown.is_equal_node(Some(drawn)) {
        return;
    }
    morph_attributes(shown, drawn);
    morph_children(shown, drawn);
}

fn morph_attributes(shown: &Element, drawn: &Element) {
    for name in names(shown) {
        if !drawn.has_attribute(&name) && name != ITS_OWN {
            // It is there: it was named a moment ago. So is what is set below.
            let _ = shown.remove_attribute(&name);
        }
    }
    for name in names(drawn) {
        let value = drawn.get_attribute(&name);
        if name != ITS_OWN && shown.get_attribute(&name) != value {
            let _ = shown.set_attribute(&name, &value.unwrap_or_default());
        }
    }
}

fn names(element: &Element) -> Vec<String> {
    let names = element.get_attribute_names().into_iter();
    names.filter_map(|name| name.as_string()).collect()
}

fn morph_children(shown: &Node, drawn: &Node) {
    let drawn = children(drawn);
    let keys: Vec<_> = drawn.iter().filter_map(key).collect();
    for child in children(shown) {
        // Gone first: what stays does not move, and keeps the keyboard.
        if key(&child).is_some_and(|key| !keys.contains(&key)) {
            let _ = shown.remove_child(&child);
        }
    }
    let mut place = shown.first_child();
    for child in drawn {
        match find(place.clone(), &child) {
            Some(found) if Some(&found) == place.as_ref() => {
                place = found.next_sibling();
                morph_node(&found, &child);
            }
            Some(found) => {
                let _ = shown.insert_before(&found, place.as_ref());
                morph_node(&found, &child);
            }
            None => {
                if let Ok(new) = document().import_node_with_deep(&child, true) {
                    let _ = shown.insert_before(&new, place.as_ref());
                }
            }
        }
    }
    while let Some(rest) = place {
        place = rest.next_sibling();
        let _ = shown.remove_child(&rest);
    }
}

/// What `drawn` is another drawing of, at that place or, where it has a key, after it.
fn find(place: Option<Node>, drawn: &Node) -> Option<Node> {
    let key_of_drawn = key(drawn);
    let is_same = |node: &Node| node.node_name() == drawn.node_name() && key(node) == key_of_drawn;
    if key_of_drawn.is_none() {
        return place.filter(is_same);
    }
    let mut next = place;
    while let Some(node) = next {
        if is_same(&node) {
            return Some(node);
        }
        next = node.next_sibling();
    }
    None
}

fn morph_node(shown: &Node, drawn: &Node) {
    match (shown.dyn_ref(), drawn.dyn_ref()) {
        (Some(shown), Some(drawn)) => morph(shown, drawn),
        _ if shown.node_value() != drawn.node_value() => {
            shown.set_node_value(drawn.node_value().as_deref());
        }
        _ => {}
    }
}

fn children(node: &Node) -> Vec<Node> {
    let nodes = node.child_nodes();
    let nodes = (0..nodes.length()).filter_map(|place| nodes.item(place));
    nodes.collect()
}

fn key(node: &Node) -> Option<String> {
    node.dyn_ref::<Element>()?.get_attribute(KEY)
}
