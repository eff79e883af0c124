import Comments
import Testing

@testable import Intake

@Suite("Forms")
struct FormTests {
    private let decoding = Decoding()

    @Test("an urlencoded form, its line end and all")
    func urlencoded() throws {
        let form =
            "comment_post_ID=12&author=Ad%C3%A1+L.&email=ada%40mail.example&url=&comment=50%25+off%2C%0D%0Anow%zz%4&comment_parent=0&submit=Post+Comment&subscribe=on\r\n"
        let comment = try #require(decoding.form(form).decoded)
        #expect(comment.thread.canonical == "https://blog.example/12")
        #expect(comment.author.name == "Adá L.")
        #expect(comment.author.email == "ada@mail.example")
        #expect(comment.body == "50% off,\nnow%zz%4")
        #expect(comment.parent == nil)
        #expect(comment.wantsReplies)
        #expect(comment.extra == #"{"submit":"Post Comment"}"#)
    }

    @Test("a byte order mark before a form is no part of its first field", arguments: [false, true])
    func byteOrderMark(isMultipart: Bool) throws {
        let parts = [("thread", "/a"), ("name", "Ada"), ("email", "ada@mail.example"), ("body", "x")]
        let form =
            isMultipart
            ? parts.map { "--b\r\nContent-Disposition: form-data; name=\"\($0.0)\"\r\n\r\n\($0.1)\r\n" }.joined()
                + "--b--\r\n"
            : parts.map { "\($0.0)=\($0.1)" }.joined(separator: "&")
        #expect(try #require(decoding.form("\u{FEFF}" + form).decoded).thread.canonical == "https://blog.example/a")
    }

    @Test("a form is a visitor's: what only the owner knows is ignored in it")
    func visitor() throws {
        let form =
            "thread=/a&name=Ada&email=ada@mail.example&body=x&id=1&submittedAt=2020-01-01T00:00:00Z&date=nonsense&ip=1.2.3.4&remote_addr=1.2.3.4&title=T&post_title=T&userAgent=U&user_agent=U&referrer=R"
        let comment = try #require(decoding.form(form).decoded)
        #expect(comment.senderID == nil)
        #expect(comment.submittedAt == Decoding.arrival)
        #expect(comment.author.ip == nil)
        #expect(comment.title == nil)
        #expect(comment.author.userAgent == nil)
        #expect(comment.author.referrer == nil)
        #expect(comment.extra == nil)
    }

    @Test("of a field that comes twice the later counts, as in WordPress")
    func twice() throws {
        #expect(try #require(decoding.form("thread=/a&name=A&email=a@b.example&body=x&body=y").decoded).body == "y")
    }

    @Test("a honeypot in a form")
    func honeypot() throws {
        #expect(
            try #require(decoding.form("thread=/a&name=A&email=a@b.example&body=x&fields[website2]=y").decoded)
                .filledHoneypot
        )
    }

    private static let multipart = """
        --x1y\r
        Content-Disposition: form-data; name="thread"\r
        \r
        /a\r
        --x1y\r
        content-disposition: form-data; name="name"\r
        Content-Type: text/plain; charset=utf-8\r
        \r
        Ada\r
        --x1y\r
        Content-Disposition: form-data; name=email\r
        \r
        ada@mail.example\r
        --x1y\r
        Content-Disposition: form-data; name="photo"; filename="a.png"\r
        Content-Type: image/png\r
        \r
        \u{1}\u{2}\r
        --x1y\r
        Content-Disposition: form-data; name="fields[message]"\r
        \r
        one\r
        --x1yz\r
        \r
        two\r
        --x1y--\r

        """

    @Test("a multipart form, its files left out")
    func multipartForm() throws {
        for text in [Self.multipart, Self.multipart.replacing("\r\n", with: "\n")] {
            let comment = try #require(decoding.form(text).decoded)
            #expect(comment.thread.canonical == "https://blog.example/a")
            #expect(comment.author.name == "Ada")
            #expect(comment.author.email == "ada@mail.example")
            #expect(comment.body == "one\n--x1yz\n\ntwo")
            #expect(comment.extra == nil)
        }
    }

    @Test(
        "a multipart form that is broken says where",
        arguments: [
            ("--", .boundaryLine), ("--\r\n", .boundaryLine),
            ("--" + String(repeating: "x", count: 100) + "\r\n", .boundaryLine),
            ("--x\r\n", .unfinished), ("--x\r\nContent-Disposition: form-data; name=a\r\n\r\nb", .unfinished),
            ("--x\r\nContent-Disposition: form-data; name=a\r\n\r\nb\r\n--x", .unfinished),
            ("--x\r\nContent-Disposition: form-data\r\n\r\nb\r\n--x--", .part(1)),
            ("--x\r\nContent-Disposition: form-data; name=a\r\n--x--", .part(1)),
            ("--x\r\n--x--", .part(1)),
        ] as [(String, MultipartForm.Fault)]
    )
    func broken(text: String, fault: MultipartForm.Fault) {
        #expect(throws: fault) { try MultipartForm.fields(Array(text.utf8)) }
        #expect(decoding.form(text).codes == ["undecodable"])
    }

    @Test("a visitor's form becomes the owner's JSON, with what the handler knows")
    func visitorForm() throws {
        let form = Array(
            "thread=/a&name=A&email=a@b.example&body=x&body=y%22&ip=1.2.3.4&id=5&action=approve&token=t&q=1".utf8
        )
        let json = try #require(VisitorForm.json(form, ip: "203.0.113.9", userAgent: nil, referrer: "/a"))
        #expect(
            String(decoding: json, as: UTF8.self)
                == #"{"thread":"/a","name":"A","email":"a@b.example","body":"y\"","q":"1","ip":"203.0.113.9","referrer":"/a"}"#
        )
        #expect(try #require(decoding.json(json).decoded).author.ip == "203.0.113.9")
        #expect(VisitorForm.json(Array("--x".utf8), ip: nil, userAgent: nil, referrer: nil) == nil)
        #expect(VisitorForm.json([0x61, 0x3D, 0xFF], ip: nil, userAgent: nil, referrer: nil) == nil)
    }

    @Test("names in quotes")
    func quotes() throws {
        let fields = try MultipartForm.fields(
            Array("--x\r\nContent-Disposition: form-data; name=\"a;\\\"b=c\"\r\n\r\n\r\n--x--".utf8)
        )
        #expect(fields == [FormField(name: Array("a;\"b=c".utf8), value: [])])
    }
}
