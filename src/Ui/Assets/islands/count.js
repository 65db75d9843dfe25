// <hd-count limit left over>: says how many characters are left. A screen reader hears it only when typing has stopped.
customElements.define('hd-count', class extends HTMLElement {
  connectedCallback() {
    const area = this.querySelector('textarea');
    const seen = this.querySelector('.counter');
    const heard = this.querySelector('[role=status]');
    const limit = Number(this.getAttribute('limit'));
    let timer;
    const show = () => {
      // As the server counts: line ends are one character, text is composed.
      const left = limit - [...area.value.normalize('NFC')].length;
      seen.textContent = this.getAttribute(left < 0 ? 'over' : 'left').replace('{n}', Math.abs(left).toLocaleString(document.documentElement.lang));
      seen.classList.toggle('counter-over', left < 0);
    };
    area.addEventListener('input', () => {
      show();
      clearTimeout(timer);
      timer = setTimeout(() => { heard.textContent = seen.textContent; }, 1000);
    });
    show();
  }
});
