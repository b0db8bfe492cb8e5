// Makes a part of the page what another drawing of it is. Elements of a list are known by their
// `data-key`. What stays the same is left alone, with all that the browser knows of it: what is
// typed, ticked, opened, and where the keyboard is.
'use strict';

// What is unfolded is the reader's.
const FOLDED = ['open'];
const ISLAND = 'LEPTOS-ISLAND';
const INSIDE = 'leptos-children';

// Makes a node what another one is, but for the attributes in `kept`.
export function morph(shown, drawn, kept = FOLDED) {
  if (shown.isEqualNode(drawn)) {
    return;
  }
  if (shown.nodeType !== Node.ELEMENT_NODE) {
    shown.nodeValue = drawn.nodeValue;
    return;
  }
  morphAttributes(shown, drawn, kept);
  if (shown.nodeName === ISLAND) {
    morphInside(shown, drawn, kept);
  } else {
    morphChildren(shown, drawn, kept);
  }
}

// What an island shows is its own, but for what the server drew inside of it.
function morphInside(shown, drawn, kept) {
  const others = drawn.querySelectorAll(INSIDE);
  shown.querySelectorAll(INSIDE).forEach((part, place) => {
    if (others[place]) {
      morphChildren(part, others[place], kept);
    }
  });
}

function morphAttributes(shown, drawn, kept) {
  const names = new Set([...shown.getAttributeNames(), ...drawn.getAttributeNames()]);
  for (const name of names) {
    if (kept.includes(name)) {
      continue;
    }
    const value = drawn.getAttribute(name);
    if (value === null) {
      shown.removeAttribute(name);
    } else if (shown.getAttribute(name) !== value) {
      shown.setAttribute(name, value);
    }
  }
}

function morphChildren(shown, drawn, kept) {
  const children = [...drawn.childNodes];
  const keys = new Set(children.map(key));
  // Gone first: what stays does not move, and keeps the keyboard.
  for (const child of [...shown.children]) {
    if (child.dataset.key !== undefined && !keys.has(child.dataset.key)) {
      child.remove();
    }
  }
  let place = shown.firstChild;
  for (const child of children) {
    const found = find(place, child);
    if (found === null) {
      shown.insertBefore(document.importNode(child, true), place);
    } else {
      if (found === place) {
        place = found.nextSibling;
      } else {
        shown.insertBefore(found, place);
      }
      morph(found, child, kept);
    }
  }
  while (place) {
    const rest = place;
    place = rest.nextSibling;
    rest.remove();
  }
}

// What `drawn` is another drawing of: at that place or, where it has a key, after it.
function find(place, drawn) {
  const isSame = (node) => node.nodeName === drawn.nodeName && key(node) === key(drawn);
  if (key(drawn) === undefined) {
    return place && isSame(place) ? place : null;
  }
  let node = place;
  while (node && !isSame(node)) {
    node = node.nextSibling;
  }
  return node;
}

function key(node) {
  return node.dataset?.key;
}
