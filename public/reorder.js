// Lets rows be dragged to another place in their list, with a mouse, a pen or a finger.
// Beside it there are buttons, for the keyboard and for where no script runs.
'use strict';

// Within how many pixels of the window's edges the page scrolls along, and by how many
// at most in a frame.
const EDGE = 80;
const FASTEST = 14;
const STILL = matchMedia('(prefers-reduced-motion: reduce)');

for (const list of document.querySelectorAll('[data-reorder]')) {
  if (list.children.length > 1) {
    [...list.children].forEach((row) => addHandle(list, row));
  }
}

function addHandle(list, row) {
  const handle = document.createElement('span');
  handle.className = 'handle';
  // Who does not point has the buttons.
  handle.setAttribute('aria-hidden', 'true');
  handle.addEventListener('pointerdown', (event) => {
    if (event.isPrimary && event.button === 0 && !list.querySelector(':scope > .dragged')) {
      event.preventDefault();
      drag(list, row, handle, event);
    }
  });
  row.prepend(handle);
}

function drag(list, row, handle, { pointerId, clientX, clientY }) {
  const next = row.nextElementSibling;
  const listening = new AbortController();
  let [x, y, frame] = [clientX, clientY, 0];
  const end = (isDropped) => {
    listening.abort();
    cancelAnimationFrame(frame);
    row.classList.remove('dragged');
    if (!isDropped) {
      list.insertBefore(row, next);
    } else if (row.nextElementSibling !== next) {
      send(list, row);
    }
  };
  const follow = (event) => {
    [x, y] = [event.clientX, event.clientY];
    place(list, row, x, y);
  };
  const on = (target, name, listener) =>
    target.addEventListener(name, listener, { signal: listening.signal, capture: true });
  // The page scrolls on while the pointer rests.
  const scroll = () => {
    window.scrollBy({ top: speed(y), behavior: 'instant' });
    place(list, row, x, y);
    frame = requestAnimationFrame(scroll);
  };
  on(handle, 'pointermove', follow);
  on(handle, 'pointerup', (event) => {
    follow(event);
    end(true);
  });
  on(handle, 'pointercancel', () => end(false));
  on(handle, 'lostpointercapture', () => end(false));
  on(window, 'keydown', (event) => {
    if (event.key === 'Escape') {
      // It means this, and no popup.
      event.stopPropagation();
      event.preventDefault();
      end(false);
    }
  });
  handle.setPointerCapture(pointerId);
  row.classList.add('dragged');
  frame = requestAnimationFrame(scroll);
}

function speed(y) {
  const beyond = (pixels) => Math.min(Math.max(pixels, 0), EDGE) / EDGE;
  return Math.round(FASTEST * (beyond(y - window.innerHeight + EDGE) - beyond(EDGE - y)));
}

// Puts the row where the pointer is. The others go around it: a row that is taken out of
// the page, even for a moment, loses the pointer. What is compared is where they stand
// in the layout, not where they are drawn while they slide.
function place(list, row, clientX, clientY) {
  const box = list.getBoundingClientRect();
  const within = (value, from, to) => Math.min(Math.max(value, from + 1), to - 1);
  const x = within(clientX, box.left, box.right) - box.left + list.offsetLeft;
  const y = within(clientY, box.top, box.bottom) - box.top + list.offsetTop;
  const rows = [...list.children];
  const to = rows.findIndex(({ offsetLeft, offsetTop, offsetWidth, offsetHeight }) =>
    x >= offsetLeft && x < offsetLeft + offsetWidth && y >= offsetTop && y < offsetTop + offsetHeight);
  const from = rows.indexOf(row);
  if (to === -1 || to === from) {
    return;
  }
  const { offsetLeft, offsetTop, offsetHeight } = rows[to];
  const middle = offsetTop + offsetHeight / 2;
  // Short of its middle, two of unlike height would change places for ever.
  if (offsetLeft === row.offsetLeft && (to > from ? y < middle : y > middle)) {
    return;
  }
  const moved = to > from ? rows.slice(from + 1, to + 1) : rows.slice(to, from);
  const places = moved.map((other) => [other.offsetLeft, other.offsetTop]);
  to > from ? row.before(...moved) : row.after(...moved);
  if (!STILL.matches) {
    moved.forEach((other, i) => slide(other, places[i]));
  }
}

function slide(row, [left, top]) {
  const translate = `${left - row.offsetLeft}px ${top - row.offsetTop}px`;
  row.animate({ translate: [translate, '0px 0px'] }, { duration: 160, easing: 'ease-out' });
}

// Says which row belongs where, by a form like that of a button; blank is the end.
function send(list, row) {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = `${list.dataset.reorder}/${row.dataset.id}/place`;
  form.hidden = true;
  const before = form.appendChild(document.createElement('input'));
  before.name = 'before';
  before.value = row.nextElementSibling?.dataset.id ?? '';
  document.body.append(form);
  form.submit();
}
