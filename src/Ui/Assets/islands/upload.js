// <hd-upload max too-large sending>: refuses a file that is too large before it is sent, takes files that are dropped, and shows
// how far the sending is. The form is sent as it always is; only the waiting becomes visible.
import { arrive } from './arrive.js';

class Upload extends HTMLElement {
  connectedCallback() {
    this.input = this.querySelector('input[type=file]');
    this.place = this.querySelector('.file-drop');
    this.error = this.querySelector('.error');
    this.input.addEventListener('change', () => this.#check());
    for (const type of ['dragenter', 'dragover']) this.place.addEventListener(type, (e) => { e.preventDefault(); this.place.classList.add('file-drop-over'); });
    for (const type of ['dragleave', 'drop']) this.place.addEventListener(type, () => this.place.classList.remove('file-drop-over'));
    this.place.addEventListener('drop', (e) => {
      e.preventDefault();
      const files = new DataTransfer();
      [...e.dataTransfer.files].slice(0, this.input.multiple ? undefined : 1).forEach((f) => files.items.add(f));
      this.input.files = files.files;
      this.#check();
    });
    this.input.form?.addEventListener('submit', this.#send);
  }

  disconnectedCallback() {
    this.input.form?.removeEventListener('submit', this.#send);
  }

  #check() {
    const large = [...this.input.files].find((f) => f.size > Number(this.getAttribute('max')));
    this.error.hidden = !large;
    if (!large) return;
    this.error.textContent = this.getAttribute('too-large').replace('{name}', large.name);
    this.input.value = '';
  }

  #send = (event) => {
    const form = event.target;
    if (event.defaultPrevented || this.input.files.length === 0 || form.dataset.plain) return;
    event.preventDefault();
    if (form.dataset.sent) return;
    form.dataset.sent = String(Date.now());
    const request = new XMLHttpRequest();
    const data = new FormData(form, event.submitter);
    const action = event.submitter?.hasAttribute('formaction') ? event.submitter.formAction : form.action;
    this.#progress(0);
    request.upload.addEventListener('progress', (e) => e.lengthComputable && this.#progress((100 * e.loaded) / e.total));
    request.addEventListener('load', () => arrived(request, action));
    // The network failed: let the browser send it its own way, which also tells the person what is wrong.
    request.addEventListener('error', () => {
      delete form.dataset.sent;
      form.dataset.plain = 'true';
      form.requestSubmit(event.submitter);
    });
    request.open('POST', action);
    request.send(data);
  };

  #progress(percent) {
    const shown = this.querySelector('.file-progress');
    shown.hidden = false;
    shown.querySelector('progress').value = percent;
    shown.querySelector('span').textContent = `${Math.round(percent)} %`;
  }
}

// A redirect is followed as a page; a page that came back (with its problems) replaces the body, as if it had been loaded.
function arrived(request, action) {
  if (request.responseURL && request.responseURL !== new URL(action, location.href).href) return location.assign(request.responseURL);
  const page = new DOMParser().parseFromString(request.responseText, 'text/html');
  document.title = page.title;
  document.body.replaceWith(document.adoptNode(page.body));
  window.scrollTo(0, 0);
  arrive();
}

customElements.define('hd-upload', Upload);
