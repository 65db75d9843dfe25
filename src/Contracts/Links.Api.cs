namespace HaiDang.Contracts;

public static partial class Links
{
    /// <summary>The API by which other programs reach the city; described at <see cref="Description"/>.</summary>
    public static class Api
    {
        /// <summary>Where the API begins. Nothing below it reads a cookie.</summary>
        public const string Root = "/api";

        /// <summary>The description of the API in OpenAPI 3.1.</summary>
        public const string Description = "/api/openapi.json";

        /// <summary>The catalogue.</summary>
        public const string Services = "/api/services";

        /// <summary>One service.</summary>
        public const string ServiceRoute = "/api/services/{slug}";

        /// <summary>One service.</summary>
        public static string Service(string slug) => $"/api/services/{slug}";

        /// <summary>JSON Schema of the answers of a service.</summary>
        public const string SchemaRoute = "/api/services/{slug}/schema";

        /// <summary>JSON Schema of the answers of a service.</summary>
        public static string Schema(string slug) => $"/api/services/{slug}/schema";

        /// <summary>Takes a file that a case will refer to (POST).</summary>
        public const string Files = "/api/files";

        /// <summary>The cases of the client.</summary>
        public const string Cases = "/api/cases";

        /// <summary>Sends a case (PUT), tells where it is (GET).</summary>
        public const string CaseRoute = "/api/cases/{id:guid}";

        /// <summary>One case.</summary>
        public static string Case(Guid id) => $"/api/cases/{id}";

        /// <summary>Answers a request for more papers (PUT).</summary>
        public const string SupplementRoute = "/api/cases/{id:guid}/supplements/{supplement:guid}";

        /// <summary>Answers a request for more papers (PUT).</summary>
        public static string Supplement(Guid id, Guid supplement) => $"/api/cases/{id}/supplements/{supplement}";

        /// <summary>The signed result as PDF.</summary>
        public const string ResultRoute = "/api/cases/{id:guid}/result";

        /// <summary>The signed result as PDF.</summary>
        public static string Result(Guid id) => $"/api/cases/{id}/result";

        /// <summary>The payment gateway's signed word that money has come (POST).</summary>
        public const string PaymentNotice = "/api/payments";

        /// <summary>Where the client has news of its cases sent.</summary>
        public const string Webhooks = "/api/webhooks";

        /// <summary>One of these (PUT, DELETE).</summary>
        public const string WebhookRoute = "/api/webhooks/{id:guid}";

        /// <summary>One of these (PUT, DELETE).</summary>
        public static string Webhook(Guid id) => $"/api/webhooks/{id}";

        /// <summary>A message from outside that the process of a case waits for (POST).</summary>
        public const string MessageRoute = "/api/cases/{id:guid}/messages/{name}";

        /// <summary>A message from outside that the process of a case waits for (POST).</summary>
        public static string Message(Guid id, string name) => $"/api/cases/{id}/messages/{name}";
    }
}
