// <hd-copy>: a button that copies the code beside it, and says that it did.
customElements.define('hd-copy', class extends HTMLElement {
  connectedCallback() {
    this.querySelector('button')?.addEventListener('click', async ({ currentTarget: button }) => {
      const words = button.querySelector('span');
      const before = words.textContent;
      await navigator.clipboard.writeText(this.querySelector('code').textContent.trim());
      words.textContent = button.dataset.done;
      this.querySelector('[role=status]').textContent = button.dataset.done;
      setTimeout(() => { words.textContent = before; }, 2500);
    });
  }
});
