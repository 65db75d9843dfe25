namespace HaiDang.Contracts;

/// <summary>
/// Where things are. A link is a method, so that a dead one does not compile. Templates (<c>…Route</c>) are what pages and
/// endpoints are mapped on.
/// </summary>
public static partial class Links
{
    /// <summary>The portal, open to all.</summary>
    public static class Portal
    {
        /// <summary>The home page.</summary>
        public const string Home = "/";

        /// <summary>The catalogue and its search; <c>?q=</c> holds the words.</summary>
        public const string Services = "/dich-vu";

        /// <summary>One service.</summary>
        public const string ServiceRoute = "/dich-vu/{slug}";

        /// <summary>One service.</summary>
        public static string Service(string slug) => $"/dich-vu/{slug}";

        /// <summary>Tracking by code and secret.</summary>
        public const string Track = "/tra-cuu";

        /// <summary>One case followed by its secret.</summary>
        public const string TrackedRoute = "/tra-cuu/{number}/{secret}";

        /// <summary>One case followed by its secret.</summary>
        public static string Tracked(string number, string secret) => $"/tra-cuu/{number}/{secret}";

        /// <summary>The result of a case followed by its secret, as PDF.</summary>
        public const string TrackedResultRoute = "/tra-cuu/{number}/{secret}/ket-qua.pdf";

        /// <summary>The result of a case followed by its secret, as PDF.</summary>
        public static string TrackedResult(string number, string secret) => $"/tra-cuu/{number}/{secret}/ket-qua.pdf";

        /// <summary>The public page on which a result is verified.</summary>
        public const string VerifyRoute = "/xac-minh/{code}";

        /// <summary>The public page on which a result is verified.</summary>
        public static string Verify(string code) => $"/xac-minh/{code}";

        /// <summary>Where a code is typed in to verify a result.</summary>
        public const string VerifyForm = "/xac-minh";
    }

    /// <summary>Applying: a draft, page by page.</summary>
    public static class Apply
    {
        /// <summary>Begins a draft of a service (POST).</summary>
        public const string BeginRoute = "/dich-vu/{slug}/nop";

        /// <summary>Begins a draft of a service (POST).</summary>
        public static string Begin(string slug) => $"/dich-vu/{slug}/nop";

        /// <summary>One page of questions of a draft.</summary>
        public const string PageRoute = "/nhap/{draft:guid}/{page}";

        /// <summary>One page of questions of a draft.</summary>
        public static string Page(Guid draft, string page) => $"/nhap/{draft}/{page}";

        /// <summary>Where a draft goes on: the first page that is not answered.</summary>
        public const string ResumeRoute = "/nhap/{draft:guid}";

        /// <summary>Where a draft goes on.</summary>
        public static string Resume(Guid draft) => $"/nhap/{draft}";

        /// <summary>A file of a draft.</summary>
        public const string FileRoute = "/nhap/{draft:guid}/tep/{file}";

        /// <summary>A file of a draft.</summary>
        public static string File(Guid draft, string file) => $"/nhap/{draft}/tep/{file}";

        /// <summary>Check your answers, and submit (POST).</summary>
        public const string CheckRoute = "/nhap/{draft:guid}/kiem-tra";

        /// <summary>Check your answers, and submit (POST).</summary>
        public static string Check(Guid draft) => $"/nhap/{draft}/kiem-tra";

        /// <summary>Deletes a draft (POST).</summary>
        public const string DiscardRoute = "/nhap/{draft:guid}/xoa";

        /// <summary>Deletes a draft (POST).</summary>
        public static string Discard(Guid draft) => $"/nhap/{draft}/xoa";
    }

    /// <summary>A person's own cases.</summary>
    public static class Mine
    {
        /// <summary>Own cases and drafts.</summary>
        public const string Home = "/cua-toi";

        /// <summary>One own case.</summary>
        public const string CaseRoute = "/cua-toi/{number}";

        /// <summary>One own case.</summary>
        public static string Case(string number) => $"/cua-toi/{number}";

        /// <summary>The acknowledgement after submitting, with the code and the secret shown once.</summary>
        public const string SentRoute = "/cua-toi/{number}/da-gui";

        /// <summary>The acknowledgement after submitting.</summary>
        public static string Sent(string number) => $"/cua-toi/{number}/da-gui";

        /// <summary>Answers a request for more papers.</summary>
        public const string SupplementRoute = "/cua-toi/{number}/bo-sung";

        /// <summary>Answers a request for more papers.</summary>
        public static string Supplement(string number) => $"/cua-toi/{number}/bo-sung";

        /// <summary>Rates a closed case (POST).</summary>
        public const string RateRoute = "/cua-toi/{number}/danh-gia";

        /// <summary>Rates a closed case (POST).</summary>
        public static string Rate(string number) => $"/cua-toi/{number}/danh-gia";

        /// <summary>Withdraws a case (page, and POST).</summary>
        public const string WithdrawRoute = "/cua-toi/{number}/rut";

        /// <summary>Withdraws a case (page, and POST).</summary>
        public static string Withdraw(string number) => $"/cua-toi/{number}/rut";

        /// <summary>Goes to the payment gateway with what is owed (GET).</summary>
        public const string PayRoute = "/cua-toi/{number}/nop-tien";

        /// <summary>Goes to the payment gateway with one of the sums that are owed (GET).</summary>
        /// <param name="payment">Which of them: the id of its wait.</param>
        public static string Pay(string number, int payment) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/cua-toi/{number}/nop-tien?payment={payment}");

        /// <summary>A file that the person sent with the case.</summary>
        public const string FileRoute = "/cua-toi/{number}/tep/{file}";

        /// <summary>A file that the person sent with the case.</summary>
        public static string File(string number, string file) => $"/cua-toi/{number}/tep/{file}";

        /// <summary>A letter of the case as PDF: receipt, supplement, refusal, apology, result, fee-receipt-1 for the first money paid.</summary>
        public const string LetterRoute = "/cua-toi/{number}/giay/{letter}.pdf";

        /// <summary>A letter of the case as PDF.</summary>
        public static string Letter(string number, string letter) => $"/cua-toi/{number}/giay/{letter}.pdf";
    }

    /// <summary>The desk of officials.</summary>
    public static class Desk
    {
        /// <summary>The inbox: queues and their work.</summary>
        public const string Inbox = "/desk";

        /// <summary>Search over the cases of one's units.</summary>
        public const string Search = "/desk/tim";

        /// <summary>One case.</summary>
        public const string CaseRoute = "/desk/ho-so/{number}";

        /// <summary>One case.</summary>
        public static string Case(string number) => $"/desk/ho-so/{number}";

        /// <summary>A verb on a case (POST): claim, release, mark, accept, supplement, approve, refuse, return, sign, take-payment.</summary>
        public const string VerbRoute = "/desk/ho-so/{number}/{verb}";

        /// <summary>A verb on a case (POST).</summary>
        public static string Verb(string number, string verb) => $"/desk/ho-so/{number}/{verb}";

        /// <summary>A file of a case, shown in the page.</summary>
        public const string FileRoute = "/desk/ho-so/{number}/tep/{file}";

        /// <summary>A file of a case, shown in the page.</summary>
        public static string File(string number, string file) => $"/desk/ho-so/{number}/tep/{file}";

        /// <summary>A letter of the case as PDF.</summary>
        public const string LetterRoute = "/desk/ho-so/{number}/giay/{letter}.pdf";

        /// <summary>A letter of the case as PDF.</summary>
        public static string Letter(string number, string letter) => $"/desk/ho-so/{number}/giay/{letter}.pdf";

        /// <summary>Reception of a person who came: choose the service, then the person.</summary>
        public const string Counter = "/desk/quay";

        /// <summary>Begins a case for a person at the counter.</summary>
        public const string CounterServiceRoute = "/desk/quay/{slug}";

        /// <summary>Begins a case for a person at the counter.</summary>
        public static string CounterService(string slug) => $"/desk/quay/{slug}";

        /// <summary>The printed acknowledgement of a case lodged at the counter.</summary>
        public const string CounterSentRoute = "/desk/quay/da-gui/{number}";

        /// <summary>The printed acknowledgement of a case lodged at the counter.</summary>
        public static string CounterSent(string number) => $"/desk/quay/da-gui/{number}";
    }

    /// <summary>Signing in and out, and accounts.</summary>
    public static class SignIn
    {
        /// <summary>The choice: citizen or official.</summary>
        public const string Choose = "/dang-nhap";

        /// <summary>Goes to the identity provider; <c>?back=/…</c>.</summary>
        public const string Citizen = "/dang-nhap/cong-dan";

        /// <summary>Where the identity provider sends the person back.</summary>
        public const string Callback = "/dang-nhap/tro-ve";

        /// <summary>Password and code of officials; <c>?back=/…</c>.</summary>
        public const string Official = "/dang-nhap/can-bo";

        /// <summary>The second step of officials: the code of their app.</summary>
        public const string OfficialCode = "/dang-nhap/can-bo/ma";

        /// <summary>A one-time link: sets password and authenticator.</summary>
        public const string InviteRoute = "/dang-nhap/moi/{token}";

        /// <summary>A one-time link.</summary>
        public static string Invite(string token) => $"/dang-nhap/moi/{token}";

        /// <summary>Signs in as an official of the demo (POST); only under <c>--demo</c> and on this machine.</summary>
        public const string Demo = "/dang-nhap/ban-demo";

        /// <summary>Prolongs the session (GET, 204).</summary>
        public const string Keep = "/dang-nhap/giu-phien";

        /// <summary>Signs out (POST).</summary>
        public const string Out = "/dang-xuat";

        /// <summary>Signs in with a way back.</summary>
        public static string Back(string to, string back) => $"{to}?back={Uri.EscapeDataString(back)}";

        /// <summary>Where a signed-in person who may not go on is told so.</summary>
        public const string Denied = "/khong-duoc-phep";
    }

    /// <summary>The administrator's pages and an official's own.</summary>
    public static class Directory
    {
        /// <summary>The officials.</summary>
        public const string Officials = "/desk/can-bo";

        /// <summary>Invites a new official.</summary>
        public const string New = "/desk/can-bo/moi";

        /// <summary>One official.</summary>
        public const string OfficialRoute = "/desk/can-bo/{id:guid}";

        /// <summary>One official.</summary>
        public static string Official(Guid id) => $"/desk/can-bo/{id}";

        /// <summary>A verb on an official (POST): move, suspend, restore, reinvite.</summary>
        public const string VerbRoute = "/desk/can-bo/{id:guid}/{verb}";

        /// <summary>A verb on an official (POST).</summary>
        public static string Verb(Guid id, string verb) => $"/desk/can-bo/{id}/{verb}";

        /// <summary>One's own account: password, authenticator, signing file.</summary>
        public const string Own = "/desk/tai-khoan";

        /// <summary>Changes one's own password (POST).</summary>
        public const string OwnPassword = "/desk/tai-khoan/mat-khau";

        /// <summary>Sets up a new authenticator (page, and POST).</summary>
        public const string OwnAuthenticator = "/desk/tai-khoan/ung-dung-xac-thuc";

        /// <summary>Sets one's own signing file (POST).</summary>
        public const string OwnSigningFile = "/desk/tai-khoan/tep-ky-so";
    }

    /// <summary>For machines and operators.</summary>
    public static class Operations
    {
        /// <summary>Whether the program and its database are well.</summary>
        public const string Health = "/health";
    }
}
