// <hd-find found taken none>: a box above a long list of choices; what is typed, accents and case aside, leaves those that hold it
// at the beginning of a word; where none holds the whole of it, those that hold each word.
// Options are taken out and put back, because not every browser hides them. What is chosen stays. Enter takes the first that fits.
class Find extends HTMLElement {
  #box; #list; #heard; #all;

  connectedCallback() {
    this.#box = this.querySelector('input');
    this.#list = this.querySelector('select');
    this.#heard = this.querySelector('[role=status]');
    this.#all = [...this.#list.options].map((option) => ({ option, says: ` ${plain(`${option.text} ${option.dataset.also ?? ''}`)}` }));
    this.#box.addEventListener('input', this.#narrow);
    this.#box.addEventListener('keydown', this.#enter);
    // The box posts nothing and saves nothing.
    for (const kind of ['input', 'change']) this.#box.addEventListener(kind, (event) => event.stopPropagation());
  }

  get #words() {
    return plain(this.#box.value).split(/\s+/).filter(Boolean);
  }

  get #fitting() {
    const words = this.#words.map((word) => ` ${word}`);
    const real = this.#all.filter(({ option }) => option.value);
    const whole = real.filter(({ says }) => says.includes(words.join('')));
    return whole.length > 0 ? whole : real.filter(({ says }) => words.every((word) => says.includes(word)));
  }

  #narrow = () => {
    const chosen = this.#list.value;
    const fitting = new Set(this.#fitting.map(({ option }) => option));
    this.#list.replaceChildren(...this.#all.map(({ option }) => option).filter((o) => !o.value || o.value === chosen || fitting.has(o)));
    this.#list.value = chosen;
    this.#heard.textContent = this.#words.length === 0 ? '' : this.#say(fitting.size);
    if (fitting.size === 1 && this.#words.length > 0) this.#choose([...fitting][0]);
  };

  #enter = (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    const [first] = this.#words.length > 0 ? this.#fitting : [];
    if (first) this.#choose(first.option);
    this.#list.focus();
  };

  #choose(option) {
    if (this.#list.value === option.value) return;
    this.#list.value = option.value;
    this.#list.dispatchEvent(new Event('change', { bubbles: true }));
    this.#heard.textContent = this.getAttribute('taken').replace('{0}', option.text);
  }

  #say(number) {
    return number === 0 ? this.getAttribute('none') : this.getAttribute('found').replace('{0}', number);
  }
}

const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ');

customElements.define('hd-find', Find);
