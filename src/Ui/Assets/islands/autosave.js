// <hd-autosave action saved saving failed>: posts its form in the background a moment after typing stops, and says so.
// Files are left out: they are kept when the form is sent.
const PAUSE = 1500;

class Autosave extends HTMLElement {
  #form; #timer; #last; #busy = false;

  connectedCallback() {
    this.#form = this.closest('form');
    if (!this.#form) return;
    this.#last = this.#typed();
    this.#form.addEventListener('input', this.#later);
    this.#form.addEventListener('change', this.#later);
    document.addEventListener('visibilitychange', this.#leaving);
  }

  disconnectedCallback() {
    clearTimeout(this.#timer);
    document.removeEventListener('visibilitychange', this.#leaving);
  }

  #later = () => {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#save(), PAUSE);
  };

  #leaving = () => {
    if (document.visibilityState === 'hidden') this.#save();
  };

  #typed() {
    const data = new URLSearchParams();
    for (const [name, value] of new FormData(this.#form)) if (typeof value === 'string') data.append(name, value);
    return data.toString();
  }

  async #save() {
    clearTimeout(this.#timer);
    const typed = this.#typed();
    if (this.#busy || typed === this.#last || this.#form.dataset.sent) return;
    this.#busy = true;
    this.#say(this.getAttribute('saving'));
    try {
      const answer = await fetch(this.getAttribute('action') ?? this.#form.action, {
        method: 'POST',
        body: new URLSearchParams(typed),
        headers: { 'X-Autosave': '1', Accept: 'application/json' },
        redirect: 'error',
        keepalive: typed.length < 60000,
      });
      const told = await answer.json().catch(() => ({}));
      if (answer.ok) {
        this.#last = typed;
        this.#say(this.getAttribute('saved').replace('{0}', told.saved ?? clock()));
      } else this.#say(told.refused ?? this.getAttribute('failed'), true);
    } catch {
      this.#say(this.getAttribute('failed'), true);
    } finally {
      this.#busy = false;
      if (this.#typed() !== typed) this.#later();
    }
  }

  #say(words, failed = false) {
    const note = this.querySelector('.saved');
    note.classList.toggle('saved-failed', failed);
    note.classList.remove('saved-not-yet');
    note.querySelector('span').textContent = words;
  }
}

const clock = () => new Date().toTimeString().slice(0, 5);

customElements.define('hd-autosave', Autosave);
