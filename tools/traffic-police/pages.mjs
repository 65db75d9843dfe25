// The police as people see them: Vietnamese first, English beside it, no script.
const words = {
    clear: ['không bị tạm giữ, tước hay thu hồi', 'not held, suspended or withdrawn'],
    violation: ['đang bị tạm giữ hoặc bị tước', 'held or suspended'],
    hold: ['để người trả lời từng hồ sơ ở đây', 'leave each to a person, here'],
};

export function listPage(questions, mode, modes) {
    const choices = modes.map(m => `<form method="post" action="/mode/${m}"><button${m === mode ? ' aria-current="true" disabled' : ''}>${words[m][0]} <span lang="en">${words[m][1]}</span></button></form>`).join('');
    const rows = questions.map(row).join('');
    return page('Hồ sơ đang hỏi', 'What is asked', `
<h2>Tự trả lời là <span lang="en">Answers by itself</span></h2>
${choices}
<h2>Câu hỏi <span lang="en">Questions</span></h2>
${questions.length === 0 ? '<p>Chưa có câu hỏi nào. Tiếp nhận một hồ sơ đổi giấy phép lái xe để có. <span lang="en">None yet: accept a case of a driving licence.</span></p>' : `<ul class="messages">${rows}</ul>`}`);
}

function row(q) {
    const state = q.clear === null
        ? `chờ trả lời${q.answer ? ` · ${escape(q.answer)}` : ''}`
        : `đã trả lời: ${words[q.clear ? 'clear' : 'violation'][0]}`;
    const answers = q.clear !== null ? '' : ['clear', 'violation'].map(a =>
        `<form method="post" action="/questions/${q.id}/${a}"><button>Trả lời: ${words[a][0]} <span lang="en">Answer: ${words[a][1]}</span></button></form>`).join('');
    return `<li>${escape(q.case)}<span>${escape(q.message)} · ${escape(q.at)} · ${state}</span>${answers}</li>`;
}

function page(vi, en, body) {
    return `<!doctype html>
<html lang="vi">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${vi} – Cảnh sát giao thông (MÔ PHỎNG)</title>
<link rel="stylesheet" href="/style.css">
<p class="warning">MÔ PHỎNG: không có dữ liệu vi phạm thật. <span lang="en">SIMULATOR: there are no real records here.</span></p>
<header><p>Cảnh sát giao thông <span lang="en">Traffic police</span></p></header>
<main><h1>${vi} <span lang="en">${en}</span></h1>${body}</main>
</html>
`;
}

function escape(text) {
    return String(text).replace(/[&<>"']/g, c => `&#${c.charCodeAt(0)};`);
}
