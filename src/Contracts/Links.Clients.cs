namespace HaiDang.Contracts;

public static partial class Links
{
    /// <summary>The administrator's pages of the programs that may call the API.</summary>
    public static class Clients
    {
        /// <summary>The programs.</summary>
        public const string List = "/desk/ung-dung";

        /// <summary>Adds a program (page, and POST).</summary>
        public const string New = "/desk/ung-dung/moi";

        /// <summary>One program.</summary>
        public const string ClientRoute = "/desk/ung-dung/{id:guid}";

        /// <summary>One program.</summary>
        public static string Client(Guid id) => $"/desk/ung-dung/{id}";

        /// <summary>A verb on a program (POST): change, suspend, restore, new token.</summary>
        public const string VerbRoute = "/desk/ung-dung/{id:guid}/{verb}";

        /// <summary>A verb on a program (POST).</summary>
        public static string Verb(Guid id, string verb) => $"/desk/ung-dung/{id}/{verb}";

        /// <summary>Where a program has news of its cases sent, and how it fares.</summary>
        public const string WebhooksRoute = "/desk/ung-dung/{id:guid}/noi-nhan-tin";

        /// <summary>Where a program has news of its cases sent, and how it fares.</summary>
        public static string Webhooks(Guid id) => $"/desk/ung-dung/{id}/noi-nhan-tin";

        /// <summary>Sends a piece of news that says nothing, to see whether it arrives (POST).</summary>
        public const string TryRoute = "/desk/ung-dung/{id:guid}/noi-nhan-tin/{webhook:guid}/thu";

        /// <summary>Sends a piece of news that says nothing, to see whether it arrives (POST).</summary>
        public static string Try(Guid id, Guid webhook) => $"/desk/ung-dung/{id}/noi-nhan-tin/{webhook}/thu";
    }
}
