// The pages that people see: Vietnamese first, English beside it, no script.
const warning = 'MÔ PHỎNG — không phải định danh thật';

/** What each scope gives away. */
const scopes = {
    profile: ['Họ tên, ngày sinh, giới tính', 'Name, date of birth, gender'],
    identity: ['Số định danh cá nhân, nơi cư trú', 'Identity number, address'],
    phone: ['Số điện thoại', 'Phone number'],
    email: ['Thư điện tử', 'E-mail address'],
};

export function peoplePage({ uid, found, total, words, chosen }) {
    const search = total <= 8 ? '' : `
<form method="get" action="/dang-nhap/${uid}" role="search" class="search">
<label for="q">Tìm theo họ tên hoặc số định danh <span lang="en">Search by name or identity number</span></label>
<div class="row"><input id="q" name="q" type="search" value="${escape(words)}" autocomplete="off"><button class="plain">Tìm <span lang="en">Search</span></button></div>
</form>`;
    const people = found.map(person => `
<li><button name="sub" value="${escape(person.sub)}"><strong>${escape(person.name)}</strong>
<span>${day(person.birthdate)} · ${gender(person.gender)} · số định danh <span lang="en">ID</span> ${escape(person.identity_number)}</span></button></li>`).join('');
    return page('Bạn là ai?', 'Who are you?', `
<p>Chọn một người để đăng nhập. Những người này không có thật. <span lang="en">Choose a person to sign in as. None of them is real.</span></p>
${search}
${chosen ? problem(chosen[0], chosen[1]) : ''}
${found.length === 0 ? problem('Không có ai khớp. Hãy thử một phần của họ tên.', 'Nobody matches. Try a part of the name.') : `
<form method="post" action="/dang-nhap/${uid}"><ul class="people">${people}
</ul></form>`}
${cancelForm(uid)}`);
}

export function consentPage({ uid, person, client, wanted }) {
    const items = wanted.filter(scope => scopes[scope]).map(scope => `<li>${scopes[scope][0]} <span lang="en">${scopes[scope][1]}</span></li>`).join('\n');
    return page('Đồng ý chia sẻ thông tin?', 'Do you agree to share?', `
<p><strong>${escape(person.name)}</strong> đang đăng nhập vào <strong>${escape(client)}</strong>. <span lang="en">${escape(person.name)} is signing in.</span></p>
${items ? `<p>Hệ thống đó sẽ nhận: <span lang="en">It will receive:</span></p><ul class="facts">${items}</ul>` : ''}
<form method="post" action="/dang-nhap/${uid}/dong-y"><button class="primary">Đồng ý <span lang="en">Agree</span></button></form>
${cancelForm(uid)}`);
}

export function signOutPage(form) {
    return page('Bạn muốn đăng xuất?', 'Do you want to sign out?', `
${form}
<button class="primary" type="submit" form="op.logoutForm" value="yes" name="logout">Đăng xuất <span lang="en">Sign out</span></button>
<button class="plain" type="submit" form="op.logoutForm">Không, ở lại <span lang="en">No, stay</span></button>`);
}

export function signedOutPage() {
    return page('Đã đăng xuất', 'Signed out', '<p>Bạn có thể đóng trang này. <span lang="en">You can close this page.</span></p>');
}

/** @param form an opened form with what it sends */
export function continuePage(form) {
    return page('Còn một bước', 'One more step', `${form}<button class="primary">Tiếp tục <span lang="en">Continue</span></button></form>`);
}

export function startPage(clientId) {
    return page('Định danh điện tử', 'National e-ID', `
<p>Trang này đóng vai hệ thống định danh và xác thực điện tử khi trình diễn. Hãy bắt đầu từ nút “Đăng nhập” của cổng dịch vụ công.
<span lang="en">This site plays the national e-ID in demonstrations. Begin with “Sign in” at the portal.</span></p>
<p><a href="/.well-known/openid-configuration">OpenID Connect Discovery</a> · client_id <code>${escape(clientId)}</code></p>`);
}

export function errorPage({ error, error_description: description }) {
    return page('Không đăng nhập được', 'Sign-in failed', `
<p>Yêu cầu đăng nhập không đúng hoặc đã hết hạn. Hãy quay lại cổng dịch vụ công và đăng nhập lại từ đầu.
<span lang="en">The sign-in request is wrong or has expired. Go back to the portal and sign in again.</span></p>
<p><code>${escape(error)}</code> ${escape(description ?? '')}</p>`);
}

function page(vi, en, content) {
    return `<!DOCTYPE html>
<html lang="vi">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${vi} · ${warning}</title><link rel="stylesheet" href="/style.css"></head>
<body>
<header><p>Định danh điện tử <span lang="en">National e-ID</span></p></header>
<p class="warning" role="note"><strong>${warning}</strong> <span lang="en">SIMULATION — not a real identity service</span></p>
<main>
<h1>${vi} <span lang="en">${en}</span></h1>
${content}
</main>
</body>
</html>`;
}

function cancelForm(uid) {
    return `<form method="post" action="/dang-nhap/${uid}/huy"><button class="plain">Hủy đăng nhập <span lang="en">Cancel</span></button></form>`;
}

function problem(vi, en) {
    return `<p class="problem" role="alert">${vi} <span lang="en">${en}</span></p>`;
}

function day(date) {
    const [year, month, dayOfMonth] = date.split('-');
    return dayOfMonth ? `${dayOfMonth}/${month}/${year}` : escape(date);
}

function gender(value) {
    return { male: 'nam (male)', female: 'nữ (female)' }[value] ?? escape(value);
}

function escape(text) {
    return String(text).replace(/[&<>"']/g, c => `&#${c.charCodeAt(0)};`);
}
