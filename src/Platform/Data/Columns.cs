using System.Data;
using Dapper;
using HaiDang.Contracts;
using NodaTime;
using NodaTime.Text;
using Npgsql;
using NpgsqlTypes;

namespace HaiDang.Platform.Data;

/// <summary>
/// How times and ids stand in the database: timestamptz and uuid on PostgreSQL; on SQLite fixed-width ISO 8601 text (so
/// that text order is time order) and lower-case text.
/// </summary>
internal static class Columns
{
    internal static readonly InstantPattern Text =
        InstantPattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss'.'ffffff'Z'");

    private static int registered;

    internal static void Register()
    {
        if (Interlocked.Exchange(ref registered, 1) == 1) return;
        SqlMapper.RemoveTypeMap(typeof(Guid));
        SqlMapper.RemoveTypeMap(typeof(Guid?));
        SqlMapper.AddTypeHandler(new InstantHandler());
        SqlMapper.AddTypeHandler(new LocalDateHandler());
        SqlMapper.AddTypeHandler(new GuidHandler());
        SqlMapper.AddTypeHandler(new QueueKeyHandler());
    }

    internal static Instant ReadInstant(object value) => value switch
    {
        DateTime time => Instant.FromDateTimeUtc(DateTime.SpecifyKind(time, DateTimeKind.Utc)),
        string text => Text.Parse(text).Value,
        _ => throw new DataException($"'{value}' is not an instant."),
    };

    private sealed class InstantHandler : SqlMapper.TypeHandler<Instant>
    {
        public override Instant Parse(object value) => ReadInstant(value);

        public override void SetValue(IDbDataParameter parameter, Instant value)
        {
            if (parameter is NpgsqlParameter npgsql)
            {
                npgsql.NpgsqlDbType = NpgsqlDbType.TimestampTz;
                npgsql.Value = value.ToDateTimeUtc();
            }
            else
            {
                parameter.Value = Text.Format(value);
            }
        }
    }

    private sealed class LocalDateHandler : SqlMapper.TypeHandler<LocalDate>
    {
        public override LocalDate Parse(object value) => LocalDatePattern.Iso.Parse((string)value).Value;

        public override void SetValue(IDbDataParameter parameter, LocalDate value) =>
            parameter.Value = LocalDatePattern.Iso.Format(value);
    }

    private sealed class GuidHandler : SqlMapper.TypeHandler<Guid>
    {
        public override Guid Parse(object value) => value is Guid id ? id : Guid.Parse((string)value);

        public override void SetValue(IDbDataParameter parameter, Guid value) =>
            parameter.Value = parameter is NpgsqlParameter ? value : value.ToString();
    }

    private sealed class QueueKeyHandler : SqlMapper.TypeHandler<QueueKey>
    {
        public override QueueKey Parse(object value) => QueueKey.Parse((string)value);

        public override void SetValue(IDbDataParameter parameter, QueueKey value) => parameter.Value = value.ToString();
    }
}
