/// The rules, tests and word lists of `Rules/`, as `Scripts/make-starter-files.py` copied them.
enum StarterFiles {
    static let all: [(path: String, text: String)] = [
        (
            "Rules/10-links.yaml",
            #"""
            # Rules about links. A rule is what stands between two lines of three hyphens: checks, all of which must hold, and what is
            # done then. Documentation/Rules.md explains the language; `moderato rules check` says what is wrong, `moderato rules test`
            # runs the tests in tests/, `moderato rules replay` shows what a change would have decided on the comments of the past.

            # Links that hide where they lead.
            body (regex, includes): '\b(?:bit\.ly|tinyurl\.com|goo\.gl|ow\.ly|is\.gd|buff\.ly|adf\.ly|shorturl\.at|cutt\.ly|rebrand\.ly|t\.ly)/\w'
            action: filter
            action_reason: "Link shortener {{match}}"
            ---
            # The same as an author's website.
            author:
                website (regex, includes): '^https?://(?:bit\.ly|tinyurl\.com|goo\.gl|ow\.ly|is\.gd|adf\.ly|cutt\.ly|rebrand\.ly|t\.ly)/'
            action: filter
            action_reason: "Link shortener as website"
            ---
            # Nothing but a link.
            body (regex, full-text): '(?:https?://|www\.)\S+'
            action: filter
            action_reason: "Only a link"
            ---
            # Link markup of other systems is left behind by programs that post everywhere.
            body (includes): ["[url=", "[url]", "[link="]
            action: filter
            action_reason: "Markup of another system: {{match}}"
            ---
            # A first comment with a link is a little more likely to be spam. `score` is evidence in log-odds: 0.7 doubles the odds.
            author:
                comment_karma: 0
            body (includes): ["http://", "https://", "www."]
            score: 0.7
            tag: first-link

            """#
        ),
        (
            "Rules/20-contact.yaml",
            #"""
            # Rules about ways to reach someone elsewhere.

            # Telephone numbers, national or international, but not years and dates.
            body (regex, includes): '(?<![\w/.,:+-])(?!(?:19|20)\d\d\W|\d{1,2}[.-]\d{1,2}[.-]\d{2,4}\b)(?:\+\d{1,3}[ .-]?)?(?:\(\d{2,4}\)|\d{2,4})(?:[ .-]\d{2,4}){2,3}(?![\w/,:-])'
            action: filter
            action_reason: "Telephone number {{match}}"
            ---
            # Messengers, where a number, a handle or an invitation follows.
            body (regex, includes):
                - '\b(?:whats ?app|telegram|wechat|viber|signal|skype|kik)(?: (?:me|us|number|id))?(?: (?:at|on))?\W{0,3}(?:\+\d|@\w)'
                - '\b(?:add|text|message|contact|reach) (?:me|us|him|her) (?:on|at|via|through) (?:whats ?app|telegram|wechat|viber|skype|kik)\b'
                - '\b(?:t\.me|wa\.me|chat\.whatsapp\.com)/\w'
            action: filter
            action_reason: "Messenger: {{match}}"
            ---
            # An address as a name.
            author:
                name (regex, includes): ['https?://', '\bwww\.', '\w\.(?:com|net|org|info|biz|ru|shop|xyz)$']
            action: filter
            action_reason: "The name is an address"

            """#
        ),
        (
            "Rules/30-manner.yaml",
            #"""
            # Rules about how a comment is written. Most only weigh: many a good comment shouts.

            # All capitals, 20 characters or more.
            body (regex, case-sensitive, full-exact): '[^a-z]*[A-Z]{4,}[^a-z]*'
            body_longer_than: 19
            score: 0.4
            tag: shouting
            ---
            # Any character ten times in a row; group 1 is the whole match, so the character is group 2.
            body (regex, includes): '([^\s.=_*~-])\2{9,}'
            score: 0.4
            tag: repeated-characters
            ---
            # No text to speak of, and a website that wants to be visited.
            body_shorter_than: 5
            author:
                website (regex, includes): '\w'
            action: filter
            action_reason: "A website, and hardly a word"
            ---
            # For a site whose readers all write in Latin script: hold a stretch of Cyrillic, Arabic, Chinese, Japanese or Korean from a
            # newcomer. This site's readers don't, so it is left as an example: take the # from its lines to use it.
            # body (regex, includes): '[\u0400-\u04FF\u0600-\u06FF\u3040-\u30FF\u4E00-\u9FFF\uAC00-\uD7AF][\u0400-\u04FF\u0600-\u06FF\u3040-\u30FF\u4E00-\u9FFF\uAC00-\uD7AF ,.!?]{19,}'
            # author:
            #     comment_karma: 0
            # action: filter
            # action_reason: "Another script"

            """#
        ),
        (
            "Rules/40-people.yaml",
            #"""
            # Rules that bring a comment before a person.

            # Something for the editors rather than for the readers. `report` holds what would have been approved.
            body (regex):
                - 'dear (?:editor|author|admin|administrator|webmaster|moderator)s?'
                - '(?:please|kindly) (?:contact|e-?mail|write to) me'
                - '(?:can|could|would) you (?:please )?(?:delete|remove|take down) (?:this|my|the)'
                - 'guest posts?'
            action: report
            action_reason: "For the editors: {{match}}"
            tag: for-the-editors
            ---
            # Three readers complained.
            reports: 3
            action: filter
            action_reason: "Reported by readers"

            """#
        ),
        (
            "Rules/tests/contact.yaml",
            #"""
            name: an international number is held
            comment: {body: "Call +44 20 7946 0958 today"}
            expect: {verdict: held, matched: "20-contact:0"}
            ---
            name: a number in brackets is held
            comment: {body: "(555) 010-9999 ask for Bob"}
            expect: {verdict: held}
            ---
            name: dates, years and prices are none
            comment: {body: "On 2024-05-17, from 1999 to 2003, it cost 12.50 or 1,250,000 in 10.10.2020 terms; 10:20:30 was the time"}
            expect: {matched: none}
            ---
            name: a WhatsApp number is held
            comment: {body: "whatsapp me at +1555"}
            expect: {verdict: held, matched: "20-contact:1"}
            ---
            name: an invitation to Telegram is held
            comment: {body: "Contact her via Telegram, she doubled my money"}
            expect: {verdict: held}
            ---
            name: talking about messengers is fine
            comment: {body: "WhatsApp and Signal both encrypt, Telegram does not by default."}
            expect: {matched: none}
            ---
            name: an address as a name is held
            comment: {body: "Great read", author: {name: "best-shoes.shop"}}
            expect: {verdict: held, matched: "The name is an address"}
            ---
            name: a name with initials is a name
            comment: {body: "Great read", author: {name: "J. R. R. Com"}}
            expect: {matched: none}

            """#
        ),
        (
            "Rules/tests/links.yaml",
            #"""
            # What the rules of 10-links.yaml must do, and must not. `moderato rules test` runs these, and so does every start.
            name: a shortened link is held
            comment: {body: "See https://bit.ly/3xYz for more"}
            expect: {action: filter, matched: "10-links:0"}
            ---
            name: a name that only contains a shortener's is not
            comment: {body: "I like rabbit.ly/about"}
            expect: {not_matched: "10-links:0"}
            ---
            name: a shortened website is held
            comment: {body: "Nice post", author: {name: Ann, website: "https://tinyurl.com/abc"}}
            expect: {verdict: held, matched: "Link shortener as website"}
            ---
            name: a bare link is held
            comment: {body: "https://shop.example/sale"}
            expect: {verdict: held, matched: "Only a link"}
            ---
            name: a link within a sentence from a newcomer only weighs
            comment: {body: "I wrote about this at https://ann.example/post last year.", author: {name: Ann, approvedCount: 0}}
            expect: {verdict: approved, matched: [first-link], not_matched: "Only a link"}
            ---
            name: a regular's link weighs nothing
            comment: {body: "I wrote about this at https://ann.example/post last year.", author: {name: Ann, approvedCount: 3}}
            expect: {matched: none}
            ---
            name: another system's link markup is held
            comment: {body: "[url=http://pills.example]cheap[/url]"}
            expect: {verdict: held}
            ---
            name: a moderator may post what they like
            comment: {body: "https://bit.ly/3xYz", author: {name: Mo, trusted: true, approvedCount: 9}}
            expect: {verdict: approved, matched: none}

            """#
        ),
        (
            "Rules/tests/manner.yaml",
            #"""
            name: shouting weighs, and is not held for it
            comment: {body: "THIS IS THE BEST POST I EVER READ"}
            expect: {verdict: approved, matched: shouting}
            ---
            name: an acronym is no shouting
            comment: {body: "HTML, CSS and YAML"}
            expect: {not_matched: shouting}
            ---
            name: a stuck key weighs
            comment: {body: "soooooooooooo good"}
            expect: {matched: repeated-characters}
            ---
            name: a ruler of hyphens is no stuck key
            comment: {body: "above ------------------- below"}
            expect: {not_matched: repeated-characters}
            ---
            name: a word and a website are held
            comment: {body: "nice", author: {name: Ann, website: "https://shop.example/"}}
            expect: {verdict: held}
            ---
            name: a short answer alone is fine
            comment: {body: "Yes!", author: {name: Ann}}
            expect: {matched: none}
            ---
            name: a newcomer's Russian is as good as anybody's
            comment: {body: "Спасибо, очень полезная статья о саде", author: {name: Ann, approvedCount: 0}}
            expect: {matched: none}

            """#
        ),
        (
            "Rules/tests/people.yaml",
            #"""
            name: a letter to the editor is held for a person
            comment: {body: "Dear editors, there is a typo in the second paragraph."}
            expect: {action: report, verdict: held, matched: for-the-editors}
            ---
            name: a request to delete is held for a person
            comment: {body: "Could you please remove my old comment?"}
            expect: {verdict: held}
            ---
            name: everyday words are not
            comment: {body: "My dear, the author of this deserves a prize."}
            expect: {matched: none}
            ---
            name: three reports hold
            comment: {body: "Anything", flags: 3}
            expect: {verdict: held, matched: "Reported by readers"}
            ---
            name: two do not
            comment: {body: "Anything", flags: 2}
            expect: {matched: none}

            """#
        ),
        (
            "Rules/words/block.txt",
            #"""
            # Words that trash a comment at once (WordPress: disallowed_keys), found like those of moderate.txt. Choose them with care:
            # nobody sees what they catch.
            buy followers cheap
            guaranteed backlinks

            """#
        ),
        (
            "Rules/words/moderate.txt",
            #"""
            # Words that hold a comment for review, one a line (WordPress: moderation_keys). A word is found anywhere in name, e-mail,
            # website, address, browser or body, in any case. A line is a remark only when a space follows the #.
            casino
            payday loan
            essay writing service

            """#
        ),
    ]
}
