// <hd-session seconds keep owner>: warns two minutes before the session ends; when it has ended, keeps in this tab what was
// typed and puts it back when the same person opens the same page again. Passwords, codes and files are never kept.
const WARN = 120;
const KEY = 'hd-typed';
const SKIPPED = 'input[type=password], input[type=file], input[type=hidden], [autocomplete=one-time-code]';

class Session extends HTMLElement {
  #timers = [];

  connectedCallback() {
    this.#restore();
    this.querySelector('[data-stay]')?.addEventListener('click', () => this.#stay());
    this.#start();
  }

  disconnectedCallback() {
    this.#timers.forEach(clearTimeout);
  }

  #start() {
    this.#timers.forEach(clearTimeout);
    const seconds = Number(this.getAttribute('seconds'));
    this.#timers = [
      setTimeout(() => this.#show(false), Math.max(0, seconds - WARN) * 1000),
      setTimeout(() => { this.#keep(); this.#show(true); }, seconds * 1000),
    ];
  }

  async #stay() {
    const answer = await fetch(this.getAttribute('keep'), { redirect: 'error' }).catch(() => null);
    if (!answer?.ok) return this.#show(true);
    this.querySelector('section').hidden = true;
    this.#start();
  }

  #show(over) {
    const set = (name, hidden) => { const part = this.querySelector(`[data-${name}]`); if (part) part.hidden = hidden; };
    set('soon', over);
    set('stay', over);
    set('over', !over);
    set('again', !over);
    this.querySelector('section').hidden = false;
  }

  #fields() {
    return [...document.querySelectorAll('form[method=post] :is(input, select, textarea)[name]')].filter((f) => !f.matches(SKIPPED));
  }

  #keep() {
    if (!this.getAttribute('owner')) return;
    const values = this.#fields().map((f) => [f.name, f.value, f.checked ?? null]);
    sessionStorage.setItem(KEY, JSON.stringify({ owner: this.getAttribute('owner'), path: location.pathname, values }));
  }

  #restore() {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
    if (!kept) return;
    if (kept.owner !== this.getAttribute('owner')) return sessionStorage.removeItem(KEY);
    if (kept.path !== location.pathname) return;
    sessionStorage.removeItem(KEY);
    for (const field of this.#fields()) {
      const choice = field.type === 'radio' || field.type === 'checkbox';
      const match = kept.values.find(([name, value]) => name === field.name && (!choice || value === field.value));
      if (!match) continue;
      if (choice) field.checked = match[2];
      else field.value = match[1];
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }
}

customElements.define('hd-session', Session);
