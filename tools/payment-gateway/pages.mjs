// The gateway as people see it: Vietnamese first, English beside it, no script.
const money = new Intl.NumberFormat('vi-VN');

export function orderPage(order, query) {
    return page('Thanh toán', 'Pay', `
<dl>
<dt>Hồ sơ <span lang="en" class="aside">Case</span></dt><dd>${escape(order.case)}</dd>
<dt>Nội dung <span lang="en" class="aside">For</span></dt><dd>${escape(order.reason)}</dd>
<dt>Số tiền <span lang="en" class="aside">Amount</span></dt><dd><strong>${money.format(order.amount)} đ</strong></dd>
</dl>
<form method="post" action="/pay?${escape(query)}"><button>Trả ${money.format(order.amount)} đ (mô phỏng) <span lang="en">Pay (simulated)</span></button></form>
<p><a href="${escape(order.back)}">Không trả, quay lại hồ sơ <span lang="en" class="aside">Do not pay, go back</span></a></p>`);
}

export function paidPage(payment) {
    return page(payment.told ? 'Đã thanh toán' : 'Đã trả, thành phố chưa nhận được tin', payment.told ? 'Paid' : 'Paid, but the city has not heard of it yet', `
<dl>
<dt>Mã giao dịch <span lang="en" class="aside">Reference</span></dt><dd>${escape(payment.reference)}</dd>
<dt>Số tiền <span lang="en" class="aside">Amount</span></dt><dd>${money.format(payment.order.amount)} đ</dd>
${payment.told ? '' : `<dt>Trả lời của thành phố <span lang="en" class="aside">The city's answer</span></dt><dd>${escape(payment.answer)}</dd>`}
</dl>
${again(payment)}
<p><a href="${escape(payment.order.back)}">Quay lại hồ sơ <span lang="en" class="aside">Back to the case</span></a></p>`);
}

export function listPage(payments) {
    const rows = payments.map(p => `<li><a href="/payments/${p.reference}">${escape(p.order.case)}</a>
<span>${money.format(p.order.amount)} đ · ${escape(p.reference)} · ${p.told ? 'đã báo' : 'chưa báo được'}</span></li>`).join('');
    return page('Các khoản đã trả', 'Payments', payments.length === 0
        ? '<p>Chưa có khoản nào. Mở từ trang hồ sơ của người nộp. <span lang="en">None yet. Come here from an applicant\'s case.</span></p>'
        : `<ul class="messages">${rows}</ul>`);
}

export function refusedPage() {
    return page('Đơn thanh toán không đúng', 'The order is not valid', `
<p>Đơn không có chữ ký của thành phố hoặc đã quá 5 phút. Quay lại hồ sơ và bấm nộp lần nữa.
<span lang="en">It lacks the city's signature or is older than five minutes. Go back to the case and press pay again.</span></p>`);
}

function again(payment) {
    return `<form method="post" action="/payments/${payment.reference}/tell"><button>Báo lại cho thành phố <span lang="en">Tell the city again</span></button></form>`;
}

function page(vi, en, body) {
    return `<!doctype html>
<html lang="vi">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${vi} – Cổng thanh toán (MÔ PHỎNG)</title>
<link rel="stylesheet" href="/style.css">
<p class="warning">MÔ PHỎNG: không có tiền nào được chuyển. <span lang="en">SIMULATOR: no money moves.</span></p>
<header><p>Cổng thanh toán <span lang="en">Payment gateway</span></p></header>
<main><h1>${vi} <span lang="en">${en}</span></h1>${body}</main>
</html>
`;
}

function escape(text) {
    return String(text).replace(/[&<>"']/g, c => `&#${c.charCodeAt(0)};`);
}
