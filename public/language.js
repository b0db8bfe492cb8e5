// Changes the page's language without leaving it: its stream goes on, and what is typed stays.
'use strict';

import { morph } from './morph.js';

// What scripts have set since the page was drawn.
const KEPT = ['open', 'hidden', 'class', 'style', 'data-link'];
// The page was drawn again.
const DRAWN = 'orderbell:drawn';
// What was asked for before may still come, in the language of then.
const CHANGED = 'orderbell:changed';
// The page speaks another language.
const SPOKEN = 'orderbell:language';
// The page was drawn in another language, which was chosen in another tab.
const OTHER_LANGUAGE = 'orderbell:other-language';

document.addEventListener('submit', choose);
document.addEventListener(OTHER_LANGUAGE, ({ detail }) => speak(detail));

async function choose(event) {
  const form = event.target;
  if (!form.matches('.language')) {
    return;
  }
  event.preventDefault();
  const body = new URLSearchParams(new FormData(form, event.submitter));
  try {
    await fetch(form.action, { method: 'POST', body, redirect: 'manual' });
    const answer = await fetch(location.href);
    if (answer.ok && !answer.redirected) {
      speak(new DOMParser().parseFromString(await answer.text(), 'text/html'));
      return;
    }
  } catch {
    // The browser says that there is no way to the server.
  }
  leave(form, event.submitter);
}

function speak(drawn) {
  document.documentElement.lang = drawn.documentElement.lang;
  document.title = drawn.title;
  morph(document.body, drawn.body, KEPT);
  for (const name of [SPOKEN, DRAWN, CHANGED]) {
    document.dispatchEvent(new Event(name, { bubbles: true }));
  }
}

// Sends the form as a page without scripts does.
function leave(form, button) {
  const chosen = document.createElement('input');
  chosen.type = 'hidden';
  chosen.name = button.name;
  chosen.value = button.value;
  form.append(chosen);
  form.submit();
}
