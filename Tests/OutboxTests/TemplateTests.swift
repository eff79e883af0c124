import Testing

@testable import Outbox

@Suite("Templates of the owner")
struct TemplateTests {
    @Test("an override takes the place of one template; values are escaped as Mustache says")
    func override() throws {
        let context = try Desk.context(templates: [
            "comment":
                "[{{name}}|{{{name}}}|{{#website}}{{website}}{{/website}}{{^website}}none{{/website}}|{{{replies}}}]"
        ])
        let comments = [
            Desk.comment(0, name: "A&B"), Desk.comment(1, answers: 0, name: "C", website: "https://c.example/"),
        ]
        let html = String(decoding: Desk.page(Desk.entries(comments), context: context).html(), as: UTF8.self)
        #expect(html.contains("[A&amp;B|A&B|none|[C|C|https://c.example/|]]"))
        #expect(html.contains("<form"))
    }

    @Test("the form's destination is a template of its own")
    func action() throws {
        let context = try Desk.context(templates: ["form-action": "/cgi-bin/comment"])
        let section = try Element.parse(Desk.page([], context: context).html())
        #expect(section.first("form")?.attributes["action"] == "/cgi-bin/comment")
    }

    @Test("an override that is not Mustache is named with its line")
    func broken() throws {
        let error = #expect(throws: TemplateError.self) {
            try Desk.context(templates: ["form": "<p>\n{{#open}}\n</p>"])
        }
        #expect(error?.description.hasPrefix("Templates/form.mustache:") == true)
    }

    @Test(
        "a template that includes itself is refused",
        arguments: [
            ["comment": "{{#replies}}{{>comment}}{{/replies}}"],
            ["form": "{{> a }}", "a": "x{{>b}}", "b": "{{>form}}"],
        ]
    )
    func endless(templates: [String: String]) {
        let error = #expect(throws: TemplateError.self) { try Desk.context(templates: templates) }
        #expect(error?.reason.hasPrefix("it includes itself") == true)
    }

    @Test("a name that looks like a tag or a mark of the template is shown as it is")
    func hostile() throws {
        let name = "{{html}} \u{10FFFD}E< {{{replies}}}"
        let comments = [Desk.comment(0, name: name)]
        let section = try Element.parse(Desk.page(Desk.entries(comments), context: try Desk.context()).html())
        #expect(section.withClass("p-name").first?.text == name)
    }
}
