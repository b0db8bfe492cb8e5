// Says how far the upload of a file is. Without this script the browser sends the form
// by itself, and says less.
'use strict';

for (const form of document.querySelectorAll('form[data-upload]')) {
  watch(form);
}

function watch(form) {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    send(form);
  });
}

function send(form) {
  const field = form.querySelector('input[type=file]');
  if (field.files[0]?.size > Number(field.dataset.max)) {
    tell(form, field.dataset.tooLarge);
    return;
  }
  const bar = form.querySelector('progress');
  const button = form.querySelector('button');
  const request = new XMLHttpRequest();
  const rest = () => {
    bar.hidden = true;
    button.disabled = false;
  };
  request.upload.addEventListener('progress', ({ loaded, total }) => {
    bar.value = total ? loaded / total : 0;
  });
  // Sent; the server is at work on it, nobody knows for how long.
  request.upload.addEventListener('load', () => bar.removeAttribute('value'));
  request.addEventListener('load', () => {
    const drawn = request.response?.querySelector(`form[action="${form.getAttribute('action')}"]`);
    if (request.status < 400) {
      location.assign(request.responseURL);
    } else if (drawn) {
      const refusal = request.response.querySelector('.form__refusal');
      if (!drawn.contains(refusal) && refusal) {
        drawn.prepend(refusal);
      }
      replace(form, document.adoptNode(drawn));
    } else {
      rest();
      tell(form, form.dataset.upload);
    }
  });
  request.addEventListener('error', () => {
    rest();
    tell(form, form.dataset.upload);
  });
  request.open('POST', form.action);
  request.setRequestHeader('accept', 'text/html');
  request.responseType = 'document';
  bar.value = 0;
  bar.hidden = false;
  button.disabled = true;
  request.send(new FormData(form));
}

// The form as the server draws it, with what is wrong.
function replace(form, drawn) {
  form.replaceWith(drawn);
  watch(drawn);
  drawn.querySelector('input[type=file]').focus();
}

// What was chosen is still there.
function tell(form, words) {
  form.querySelector('.field__fault').textContent = words;
  form.querySelector('input[type=file]').focus();
}
