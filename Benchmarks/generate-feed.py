"""Writes an RSS feed as WordPress writes it, the same for the same count: generate-feed.py ENTRIES FILE"""
import random
import sys

random.seed(3)
SYLLABLES = [c + v for c in "bcdfgklmnprstv" for v in "aeiou"]
WORDS = ["".join(random.choices(SYLLABLES, k=random.randint(1, 4))) for _ in range(3000)]


def text(length):
    words, total = [], 0
    while total < length:
        words.append(random.choice(WORDS))
        total += len(words[-1]) + 1
    return " ".join(words)


def paragraph():
    link = f'<a href="https://blog.example/{random.choice(WORDS)}/?a=1&amp;b=2">{text(12)}</a>'
    return f"<p>{text(115)} {link} {text(115)} &#8217; é “x”.</p>\n"


with open(sys.argv[2], "w", encoding="utf-8") as feed:
    feed.write(
        """<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"
\txmlns:content="http://purl.org/rss/1.0/modules/content/"
\txmlns:wfw="http://wellformedweb.org/CommentAPI/"
\txmlns:dc="http://purl.org/dc/elements/1.1/"
\txmlns:slash="http://purl.org/rss/1.0/modules/slash/">
<channel>
\t<title>A blog</title>
\t<link>https://blog.example</link>
\t<description>Words</description>
\t<lastBuildDate>Thu, 01 Jan 2026 19:48:21 +0000</lastBuildDate>
\t<language>en-US</language>
"""
    )
    for number in range(int(sys.argv[1])):
        address = f"https://blog.example/2026/{random.choice(WORDS)}{number}/"
        feed.write(
            f"""\t<item>
\t\t<title>{text(30)} &#8211; Tom &amp; Jerry</title>
\t\t<link>{address}</link>
\t\t<comments>{address}#comments</comments>
\t\t<dc:creator><![CDATA[{random.choice(WORDS)}]]></dc:creator>
\t\t<pubDate>Thu, {1 + number % 28:02} Jan 2026 {number % 24:02}:{number % 60:02}:21 +0000</pubDate>
\t\t<category><![CDATA[{random.choice(WORDS)}]]></category>
\t\t<category><![CDATA[{random.choice(WORDS)}]]></category>
\t\t<guid isPermaLink="false">https://blog.example/?p={number}</guid>
\t\t<description><![CDATA[{text(122)} [&#8230;]]]></description>
\t\t<content:encoded><![CDATA[{paragraph()}{paragraph()}{paragraph()}]]></content:encoded>
\t\t<wfw:commentRss>{address}feed/</wfw:commentRss>
\t\t<slash:comments>{number % 40}</slash:comments>
\t</item>
"""
        )
    feed.write("</channel></rss>\n")
