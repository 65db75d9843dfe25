// <hd-shortcuts>: the keys of the desk. "/" j k c a "?"; Enter opens what has the focus, as it always does.
// Off while typing, off with Ctrl, Alt or Meta, and off for good when the person says so (remembered on this computer).
const KEY = 'hd-keys';

class Shortcuts extends HTMLElement {
  connectedCallback() {
    this.dialog = this.querySelector('dialog');
    this.box = this.querySelector('input[type=checkbox]');
    this.box.checked = localStorage.getItem(KEY) !== 'off';
    this.box.addEventListener('change', () => localStorage.setItem(KEY, this.box.checked ? 'on' : 'off'));
    document.addEventListener('keydown', this.#press);
    document.querySelectorAll('[data-show-keys]').forEach((b) => b.addEventListener('click', () => this.dialog.showModal()));
  }

  disconnectedCallback() {
    document.removeEventListener('keydown', this.#press);
  }

  #press = (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || this.dialog.open || typing(event.target)) return;
    if (!this.box.checked) return;
    if (this.#act(event.key)) event.preventDefault();
  };

  #act(key) {
    if (key === 'j' || key === 'k') return this.#move(key === 'j' ? 1 : -1);
    if (key === '?') return this.dialog.showModal(), true;
    const target = [...document.querySelectorAll('[data-key]')].find((e) => e.dataset.key === key && e.offsetParent !== null);
    if (!target) return false;
    target.focus();
    if (target.matches('a, button')) target.click();
    else target.select?.();
    return true;
  }

  #move(step) {
    const rows = [...document.querySelectorAll('a[data-row]')].filter((row) => row.offsetParent !== null);
    if (rows.length === 0) return false;
    const at = rows.indexOf(document.activeElement);
    const open = rows.findIndex((row) => row.ariaCurrent === 'true');
    const next = at >= 0 ? at + step : open >= 0 ? open + step : 0;
    const row = rows[Math.min(Math.max(next, 0), rows.length - 1)];
    row.focus();
    row.scrollIntoView({ block: 'nearest' });
    return true;
  }
}

const typing = (target) => target.matches('input:not([type=checkbox], [type=radio], [type=submit]), textarea, select, [contenteditable]');

customElements.define('hd-shortcuts', Shortcuts);
