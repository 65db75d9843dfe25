using System.Globalization;

namespace HaiDang.Documents.Html;

/// <summary>Writes the formal parts around the content, in the order in which they are read.</summary>
internal sealed class HtmlFrame(HtmlText html, OfficialFrame frame)
{
    public void Head()
    {
        html.Open("header", "doc-head");
        html.Open("div", "doc-agencies");
        if (frame.SuperiorAgency is { } superior) html.Element("p", "doc-superior", Capitals(superior));
        html.Element("p", "doc-agency", Capitals(frame.Agency));
        html.Close("div");
        html.Open("div", "doc-nation");
        html.Element("p", "doc-nation-name", OfficialFrame.NationalName);
        html.Element("p", "doc-motto", OfficialFrame.NationalMotto);
        html.Close("div");
        var letterSubject = frame.Kind is null && frame.Subtitle is not null;
        if (frame.Number is not null || letterSubject)
        {
            html.Open("div", "doc-number");
            if (frame.Number is { } number) html.Element("p", null, "Số: " + number);
            if (letterSubject) html.Element("p", "doc-letter-subject", "V/v " + frame.Subtitle);
            html.Close("div");
        }
        if (OfficialText.PlaceAndDate(frame) is { } issued) html.Element("p", "doc-issued", issued);
        html.Close("header");
        if (frame.Kind is { } kind)
        {
            html.Element("h1", "doc-kind", Capitals(kind));
            if (frame.Subtitle is { } subject) html.Element("p", "doc-subject", subject);
        }
        AddressedTo();
    }

    public void Foot()
    {
        html.Open("footer", "doc-foot");
        if (frame.LeftSigner is { } left) Signer(left, "doc-signer doc-signer-left");
        if (frame.Recipients.Count > 0)
        {
            html.Open("div", "doc-recipients");
            html.Element("p", "doc-recipients-title", "Nơi nhận:");
            html.Open("ul");
            foreach (var line in OfficialText.Recipients(frame)) html.Element("li", null, line);
            html.Close("ul");
            html.Close("div");
        }
        if (frame.Signer is { } signer) Signer(signer, "doc-signer");
        if (frame.Verification is { } verification && Qr.Svg(verification.Url, OfficialText.QrAlt(verification)) is { } svg)
        {
            html.Open("div", "doc-verification");
            html.Raw(svg);
            html.Open("p");
            html.Text(verification.Caption);
            if (verification.Code is { } code)
            {
                html.Raw(" ");
                html.Element("strong", null, code);
            }
            html.Close("p");
            html.Close("div");
        }
        html.Close("footer");
    }

    private void AddressedTo()
    {
        if (frame.AddressedTo.Count == 0) return;
        html.Open("div", "doc-to");
        if (frame.AddressedTo.Count == 1)
        {
            html.Element("p", null, "Kính gửi: " + frame.AddressedTo[0]);
        }
        else
        {
            html.Element("p", null, "Kính gửi:");
            html.Open("ul");
            for (var i = 0; i < frame.AddressedTo.Count; i++) html.Element("li", null, $"- {frame.AddressedTo[i]}{(i < frame.AddressedTo.Count - 1 ? ";" : ".")}");
            html.Close("ul");
        }
        html.Close("div");
    }

    private void Signer(OfficialSigner signer, string classes)
    {
        html.Open("div", classes);
        foreach (var line in signer.Authority) html.Element("p", "doc-signer-authority", Capitals(line));
        if (signer.Title is { } title) html.Element("p", "doc-signer-title", Capitals(title));
        if (signer.Hint is { } hint) html.Element("p", "doc-signer-hint", hint);
        if (signer.Name is { } name) html.Element("p", "doc-signer-name", name);
        html.Close("div");
    }

    private static string Capitals(string text) => text.ToUpper(CultureInfo.InvariantCulture);
}
