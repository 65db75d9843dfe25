// The islands: small elements around HTML that works without them. One module for all, because they are small together.
import './autosave.js';
import './copy.js';
import './count.js';
import './find.js';
import './session.js';
import './shortcuts.js';
import './upload.js';
import { arrive } from './arrive.js';

arrive();

// A form pressed twice in a hurry is sent once.
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (form.method !== 'post' || event.defaultPrevented) return;
  if (form.dataset.sent && Date.now() - Number(form.dataset.sent) < 3000) event.preventDefault();
  else form.dataset.sent = String(Date.now());
});

// Coming back to a page that the browser kept, its forms may be sent again.
window.addEventListener('pageshow', () => {
  for (const form of document.forms) delete form.dataset.sent;
});
