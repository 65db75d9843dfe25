namespace HaiDang.Ui;

/// <summary>One step of <c>Breadcrumbs</c>.</summary>
public sealed record Crumb(Text Words, string Href);

/// <summary>One tab of <c>Tabs</c>: a link with the true count of what is behind it.</summary>
/// <param name="Words">What it says.</param>
/// <param name="Href">Where it leads.</param>
/// <param name="Count">How many; shown as "1.000+" beyond a thousand; null for none.</param>
/// <param name="Here">Whether this is the page that is shown.</param>
public sealed record Tab(Text Words, string Href, int? Count = null, bool Here = false);

/// <summary>One row of <c>QueueList</c>.</summary>
/// <param name="Href">Where it opens.</param>
/// <param name="Title">Who or what: the applicant's name.</param>
/// <param name="About">The service and the case number.</param>
/// <param name="State">How its due time stands.</param>
/// <param name="Due">The due time in words: "còn 3 giờ làm việc".</param>
/// <param name="Who">Who has claimed it; empty for nobody.</param>
/// <param name="Open">Whether it is the one shown beside the list.</param>
public sealed record QueueRow(string Href, Text Title, Text About, StateLook State, Text Due, Text Who = default, bool Open = false);
