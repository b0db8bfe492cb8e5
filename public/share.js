// Shows the button that hands this page's link on, where the browser can do that.
'use strict';
for (const button of document.querySelectorAll('[data-share]')) {
  button.hidden = !navigator.share;
  button.addEventListener('click', () => {
    // Who changes their mind has done nothing wrong.
    navigator.share({ title: document.title, url: location.href }).catch(() => {});
  });
}
