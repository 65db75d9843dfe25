// What happens when a page (or the body of one, after an upload) has come: mark that scripts run, and lead to what is wrong.
export function arrive() {
  document.documentElement.classList.add('scripted');
  document.querySelector('[data-focus]')?.focus();
}
