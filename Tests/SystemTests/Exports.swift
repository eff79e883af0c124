/// What other systems export, in the shape of the real thing, small.
enum Exports {
    /// WordPress: a reply, spam, one that waits, a pingback, names escaped once.
    static let wxr = """
        <?xml version="1.0" encoding="UTF-8" ?>
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
            xmlns:wp="http://wordpress.org/export/1.2/">
        <channel><title>Blog</title><link>https://blog.example</link><wp:wxr_version>1.2</wp:wxr_version>
        <wp:author><wp:author_login><![CDATA[mona]]></wp:author_login><wp:author_email><![CDATA[mona@blog.example]]></wp:author_email>
        <wp:author_display_name><![CDATA[Mona]]></wp:author_display_name></wp:author>
        <item><title>Hello &amp; welcome</title><link>https://blog.example/2015/hello/</link><dc:creator><![CDATA[mona]]></dc:creator>
        <wp:post_date_gmt><![CDATA[2015-03-01 09:00:00]]></wp:post_date_gmt><wp:comment_status><![CDATA[closed]]></wp:comment_status>
        <wp:status><![CDATA[publish]]></wp:status><wp:post_type><![CDATA[post]]></wp:post_type>
        \(comment(1, "Ann &amp; Bo", "First!", at: "2015-03-01 10:00:00", email: "ann@readers.example", ip: "192.0.2.7"))
        \(comment(2, "Cleo", "I answer the first.", at: "2015-03-02 10:00:00", parent: 1))
        \(comment(3, "Pills", "Cheap pills here", at: "2015-03-03 10:00:00", approved: "spam"))
        \(comment(4, "Dan", "I wait.", at: "2015-03-04 10:00:00", approved: "0"))
        \(comment(5, "Other blog", "[...] linked [...]", at: "2015-03-05 10:00:00", type: "pingback"))
        </item>
        <item><title>Quiet</title><link>https://blog.example/2016/quiet/</link><dc:creator><![CDATA[mona]]></dc:creator>
        <wp:post_date_gmt><![CDATA[2016-03-01 09:00:00]]></wp:post_date_gmt><wp:comment_status><![CDATA[open]]></wp:comment_status>
        <wp:status><![CDATA[publish]]></wp:status><wp:post_type><![CDATA[post]]></wp:post_type></item>
        </channel></rss>
        """

    static func comment(
        _ id: Int,
        _ name: String,
        _ body: String,
        at time: String,
        email: String = "",
        ip: String = "",
        approved: String = "1",
        type: String = "comment",
        parent: Int = 0
    ) -> String {
        """
        <wp:comment><wp:comment_id>\(id)</wp:comment_id><wp:comment_author><![CDATA[\(name)]]></wp:comment_author>
        <wp:comment_author_email><![CDATA[\(email)]]></wp:comment_author_email><wp:comment_author_IP><![CDATA[\(ip)]]></wp:comment_author_IP>
        <wp:comment_date_gmt><![CDATA[\(time)]]></wp:comment_date_gmt><wp:comment_content><![CDATA[\(body)]]></wp:comment_content>
        <wp:comment_approved><![CDATA[\(approved)]]></wp:comment_approved><wp:comment_type><![CDATA[\(type)]]></wp:comment_type>
        <wp:comment_parent>\(parent)</wp:comment_parent></wp:comment>
        """
    }

    /// A WordPress export of one post with so many approved comments, each third an answer to the one before.
    static func wxr(comments count: Int) -> String {
        let comments = (1...count).map { number in
            comment(
                number,
                "Reader \(number % 97)",
                "Thought number \(number) on this matter.",
                at:
                    "2016-\(two(number / 40_320 % 12 + 1))-\(two(number / 1440 % 28 + 1)) \(two(number / 60 % 24)):\(two(number % 60)):00",
                email: "reader\(number % 97)@readers.example",
                parent: number % 3 == 0 ? number - 1 : 0
            )
        }
        return """
            <rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Blog</title>
            <item><title>Long</title><link>https://blog.example/long/</link><wp:post_type>post</wp:post_type><wp:status>publish</wp:status>
            \(comments.joined(separator: "\n"))
            </item></channel></rss>
            """
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    static let disqus = """
        <?xml version="1.0" encoding="utf-8"?>
        <disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals">
        <category dsq:id="1"><forum>blog</forum><title>General</title></category>
        <thread dsq:id="10"><link>https://blog.example/a/</link><title>A</title><createdAt>2020-01-01T00:00:00Z</createdAt>
        <isClosed>true</isClosed><isDeleted>false</isDeleted></thread>
        <post dsq:id="1"><message><![CDATA[<p>One</p>]]></message><createdAt>2020-01-02T00:00:00Z</createdAt><isDeleted>false</isDeleted>
        <isSpam>false</isSpam><author><name>Ann</name><isAnonymous>true</isAnonymous></author><thread dsq:id="10"/></post>
        <post dsq:id="2"><message><![CDATA[<p>Two</p>]]></message><createdAt>2020-01-03T00:00:00Z</createdAt><isDeleted>false</isDeleted>
        <isSpam>true</isSpam><author><name>Bo</name></author><thread dsq:id="10"/><parent dsq:id="1"/></post>
        </disqus>
        """

    static let remark42 = """
        {"version":1,"users":[],"posts":[{"url":"https://blog.example/a/","read_only":true}]}
        {"id":"r2","pid":"r1","text":"<p>y</p>","orig":"*y*","user":{"name":"Bo"},"locator":{"site":"s","url":"https://blog.example/a/"},"time":"2020-01-02T00:00:00Z"}
        {"id":"r1","pid":"","text":"<p>x</p>","orig":"*x*","user":{"name":"Ann"},"locator":{"site":"s","url":"https://blog.example/a/"},"time":"2020-01-01T00:00:00Z"}

        """

    static let commento = """
        {"version":1,"commenters":[{"commenterHex":"c1","email":"ann@readers.example","name":"Ann","link":"undefined"}],
        "comments":[{"commentHex":"k2","domain":"blog.example","url":"/a/","commenterHex":"c1","markdown":"Two","parentHex":"k1",
        "state":"approved","creationDate":"2020-01-02T00:00:00Z"},{"commentHex":"k1","domain":"blog.example","url":"/a/",
        "commenterHex":"c1","markdown":"One","parentHex":"root","state":"approved","creationDate":"2020-01-01T00:00:00Z"}]}
        """

    /// A feed of comments, newest first, as WordPress writes it with an answer's extension.
    static let commentsFeed = """
        <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:thr="http://purl.org/syndication/thread/1.0"><channel>
        <title>Comments for Blog</title><link>https://blog.example/</link><description/>
        <item><title>Comment on A by Bo</title><link>https://blog.example/a/#comment-2</link><dc:creator>Bo</dc:creator>
        <pubDate>Fri, 02 Jan 2004 19:48:21 +0000</pubDate><guid isPermaLink="false">g2</guid><description>Two</description>
        <thr:in-reply-to ref="g1"/></item>
        <item><title>Comment on A by Ann</title><link>https://blog.example/a/#comment-1</link><dc:creator>Ann</dc:creator>
        <pubDate>Thu, 01 Jan 2004 19:48:21 +0000</pubDate><guid isPermaLink="false">g1</guid><description>One</description></item>
        </channel></rss>
        """
}
