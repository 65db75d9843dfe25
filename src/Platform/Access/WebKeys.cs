using System.Xml.Linq;
using Dapper;
using HaiDang.Platform.Data;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace HaiDang.Platform.Access;

/// <summary>Keeps the keys of cookies and antiforgery tokens in the database, so that every web node can read every cookie.</summary>
internal sealed class WebKeys(Database database) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var connection = database.Connection();
        return [.. connection.Query<string>("select xml from platform_web_key").Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var connection = database.Connection();
        connection.Execute("insert into platform_web_key(name, xml) values (@friendlyName, @xml)",
            new { friendlyName, xml = element.ToString(SaveOptions.DisableFormatting) });
    }
}
