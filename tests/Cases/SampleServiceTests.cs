using System.Text.Json.Nodes;
using HaiDang.Cases.Definitions;

namespace HaiDang.Cases.Tests;

public sealed class SampleServiceTests
{
    [Fact]
    public void The_stall_costs_what_its_table_says()
    {
        var service = Folder.Service(Folder.ThiTran.Folder, "cho-ban-hang");
        Assert.Equal(160_000, service.FeeOf(new(new JsonObject { ["stall"] = "large", ["days"] = 4 })).Amount);
    }

    [Fact]
    public void The_certificate_of_marital_status_is_read_whole()
    {
        var service = Folder.Service(Folder.HaiPhong.Folder, "xac-nhan-tinh-trang-hon-nhan");
        Assert.Equal("1.004873", service.Code);
        Assert.True(service.Form.Pages.Count > 3);
        Assert.Contains("receipt", service.Letters.Keys);
    }
}
