using System.Text;
using Shouldly;
using TechMatch.Listings.Domain;

namespace TechMatch.UnitTests.Listings;

public class DocumentTests
{
    [Theory]
    [InlineData("%PDF-1.7 …", "application/pdf")]
    [InlineData("Plain words, 中文, and a line\r\nmore\ttabs", "text/plain")]
    [InlineData("\0binary", null)]
    [InlineData("", null)]
    public void The_content_decides_the_type(string content, string? type) => Document.TypeOf(Encoding.UTF8.GetBytes(content)).ShouldBe(type);

    [Fact]
    public void Pictures_are_known_by_their_first_bytes()
    {
        Document.TypeOf([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0]).ShouldBe("image/png");
        Document.TypeOf([0xFF, 0xD8, 0xFF, 0xE0, 0]).ShouldBe("image/jpeg");
    }

    [Theory]
    [InlineData(new byte[] { 0x4D, 0x5A, 0x90, 0x00 })]
    [InlineData(new byte[] { 0x50, 0x4B, 0x03, 0x04 })]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x41 })]
    public void Programs_archives_and_other_encodings_are_nothing(byte[] content) => Document.TypeOf(content).ShouldBeNull();

    [Theory]
    [InlineData("report.pdf", "application/pdf", "report.pdf")]
    [InlineData("Report.PDF", "application/pdf", "Report.pdf")]
    [InlineData("../../etc/passwd", "text/plain", "passwd.txt")]
    [InlineData("C:\\temp\\成果 简介.pdf", "application/pdf", "成果 简介.pdf")]
    [InlineData("photo.jpeg", "image/jpeg", "photo.jpeg")]
    [InlineData("evil.exe", "application/pdf", "evil.exe.pdf")]
    [InlineData("a\u202Efdp.exe", "application/pdf", "afdp.exe.pdf")]
    [InlineData("na\r\nme\".pdf", "application/pdf", "name.pdf")]
    [InlineData("...", "image/png", "document.png")]
    [InlineData(null, "text/plain", "document.txt")]
    public void A_name_is_made_safe(string? name, string type, string safe) => Document.SafeName(name, type).ShouldBe(safe);

    [Fact]
    public void A_long_name_keeps_its_ending()
    {
        var name = Document.SafeName(new string('x', 500) + ".pdf", "application/pdf");
        name.Length.ShouldBe(Document.NameMaxLength);
        name.ShouldEndWith(".pdf");
    }
}
