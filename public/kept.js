// What this browser keeps of the settings of its pages.
'use strict';

// Nothing where nothing was kept, or the browser keeps nothing.
export function kept(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

// In a browser that keeps nothing it holds for this page.
export function keep(name, value) {
  try {
    localStorage.setItem(name, value);
  } catch {
    // The page itself remembers it.
  }
}
