// The demo outbox as people see it: Vietnamese first, English beside it, no script.
const when = new Intl.DateTimeFormat('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh', day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });

export function listPage(messages, words) {
    const rows = messages.map(m => `
<li><a href="/messages/${m.id}"><strong>${escape(m.subject) || '(không có tiêu đề)'}</strong></a>
<span>${moment(m.received)} → ${escape(m.to.join(', '))}${m.attachments.length > 0 ? ` · ${m.attachments.length} tệp <span lang="en" class="aside">(files)</span>` : ''}</span></li>`).join('');
    const none = words
        ? 'Không có thư nào gửi đến người nhận này. <span lang="en">No message to such a recipient.</span>'
        : 'Chưa có thư nào. Thư mà hệ thống gửi ra sẽ hiện ở đây. <span lang="en">No messages yet. What the platform sends shows up here.</span>';
    return page('Hộp thư đi', 'Outbox', `
<form method="get" action="/" role="search">
<label for="to">Tìm theo người nhận <span lang="en">Search by recipient</span></label>
<div class="row"><input id="to" name="to" type="search" value="${escape(words)}" autocomplete="off"><button>Tìm <span lang="en">Search</span></button></div>
</form>
${messages.length === 0 ? `<p>${none}</p>` : `<p>${messages.length} thư, mới nhất trước. <span lang="en">${messages.length} messages, newest first.</span></p><ul class="messages">${rows}\n</ul>`}`);
}

export function messagePage(m) {
    const files = m.attachments.map(a => `<li><a href="/messages/${m.id}/files/${a.index}" download="${escape(a.name)}">${escape(a.name)}</a> <span>${escape(a.type)}, ${size(a.size)}</span></li>`).join('\n');
    return page(escape(m.subject) || '(không có tiêu đề)', '', `
<p><a href="/">← Hộp thư đi <span lang="en" class="aside">Outbox</span></a></p>
<dl>
<dt>Từ <span lang="en" class="aside">From</span></dt><dd>${escape(m.sender)}</dd>
<dt>Đến <span lang="en" class="aside">To</span></dt><dd>${escape(m.to.join(', '))}</dd>
<dt>Nhận lúc <span lang="en" class="aside">Received</span></dt><dd>${moment(m.received)}</dd>
</dl>
${files ? `<h2>Tệp đính kèm <span lang="en" class="aside">Attachments</span></h2><ul class="files">${files}</ul>` : ''}
${m.html ? `<h2>Bản HTML <span lang="en" class="aside">HTML part</span></h2><iframe title="Bản HTML của thư" src="/messages/${m.id}/html" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>` : ''}
<h2>Bản chữ <span lang="en" class="aside">Text part</span></h2>
${m.text ? `<pre tabindex="0">${escape(m.text)}</pre>` : '<p>Thư không có bản chữ. <span lang="en">The message has no text part.</span></p>'}
<p><a href="/messages/${m.id}/source">Thư nguyên gốc <span lang="en" class="aside">Source</span></a></p>`);
}

export function missingPage() {
    return page('Không có trang này', 'Not found', '<p><a href="/">Hộp thư đi <span lang="en" class="aside">Outbox</span></a></p>');
}

/** The HTML of a message: links open a tab of their own, pictures of the message come from its attachments. */
export function messageHtml(m) {
    const html = m.html.replace(/cid:([^"'\s)>]+)/g, (whole, cid) => {
        const file = m.attachments.find(a => a.cid === cid);
        return file ? `/messages/${m.id}/files/${file.index}` : whole;
    });
    return `<!DOCTYPE html><base target="_blank">${html}`;
}

function page(vi, en, content) {
    return `<!DOCTYPE html>
<html lang="vi">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${vi} · Hộp thư mô phỏng</title><link rel="stylesheet" href="/style.css"></head>
<body>
<header><p>Hộp thư trình diễn <span lang="en">Demo mailbox</span></p></header>
<p class="warning" role="note"><strong>MÔ PHỎNG — thư không được gửi đi đâu cả</strong> <span lang="en">SIMULATION — nothing is sent on to anybody</span></p>
<main>
<h1>${vi}${en ? ` <span lang="en">${en}</span>` : ''}</h1>
${content}
</main>
</body>
</html>`;
}

function moment(iso) {
    const part = Object.fromEntries(when.formatToParts(new Date(iso)).map(p => [p.type, p.value]));
    return `${part.day}/${part.month}/${part.year} ${part.hour}:${part.minute}:${part.second}`;
}

function size(bytes) {
    return bytes < 1024 ? `${bytes} B` : `${(bytes / 1024).toFixed(1).replace('.', ',')} KB`;
}

function escape(text) {
    return String(text).replace(/[&<>"']/g, c => `&#${c.charCodeAt(0)};`);
}
