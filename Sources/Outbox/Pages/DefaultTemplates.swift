/// The templates that stand where the owner has put no other.
enum DefaultTemplates {
    static let all = ["comments": comments, "comment": comment, "form": form, "form-action": formAction]

    /// The whole fragment.
    static let comments = """
        <section class="comments" id="comments" lang="{{language}}" dir="ltr" aria-labelledby="comments-title">
        <h2 id="comments-title">{{heading}}</h2>
        {{#hasComments}}
        <ol class="comment-list">
        {{{comments}}}</ol>
        {{/hasComments}}
        {{#pager}}
        <nav class="comment-pager" aria-label="{{t.pages}}">
        {{#older}}<a class="comment-pager-older" rel="prev" href="{{older}}"><span aria-hidden="true">←</span> {{t.older}}</a>{{/older}}
        <ol>
        {{#pages}}
        <li>{{#gap}}<span aria-hidden="true">…</span>{{/gap}}{{#href}}<a href="{{href}}" aria-label="{{label}}">{{number}}</a>{{/href}}{{#current}}<span aria-current="page">{{number}}</span>{{/current}}</li>
        {{/pages}}
        </ol>
        {{#newer}}<a class="comment-pager-newer" rel="next" href="{{newer}}">{{t.newer}} <span aria-hidden="true">→</span></a>{{/newer}}
        </nav>
        {{/pager}}
        {{#open}}
        {{>form}}
        {{/open}}
        {{^open}}
        <p class="comments-closed">{{t.closed}}</p>
        {{/open}}
        <p class="comments-feed"><a href="{{feed}}" type="application/rss+xml">{{t.feed}}</a></p>
        </section>

        """

    /// One comment with its replies, or the nameless place of one that was withdrawn.
    static let comment = """
        {{^deleted}}
        <li class="comment" id="comment-{{id}}">
        <article class="h-entry">
        <header class="comment-header">{{{avatar}}}
        <div><span class="p-author h-card">{{#website}}<a class="p-name u-url" rel="{{rel}}" href="{{website}}"><bdi>{{name}}</bdi></a>{{/website}}{{^website}}<bdi class="p-name">{{name}}</bdi>{{/website}}</span>{{#verified}} <span class="comment-verified">{{t.verified}}</span>{{/verified}}</div>
        <div><a class="comment-date u-url" href="{{permalink}}"><time class="dt-published" datetime="{{posted}}">{{postedText}}</time></a>{{#edited}} <span class="comment-edited">{{t.edited}}</span>{{/edited}}{{#parent}}<data class="u-in-reply-to" value="{{parent}}"></data>{{/parent}}</div>
        </header>
        <div class="e-content" dir="auto">{{{html}}}</div>
        {{#open}}
        <p class="comment-reply"><input type="radio" form="comment-form" name="parent" value="{{id}}" id="reply-{{id}}" aria-label="{{replyTo}}"/><label for="reply-{{id}}">{{t.reply}}</label> <a href="#respond">{{replyTo}}</a></p>
        {{/open}}
        </article>
        {{#replies}}
        <ol class="comment-replies">
        {{{replies}}}</ol>
        {{/replies}}
        </li>
        {{/deleted}}
        {{#deleted}}
        <li class="comment comment-deleted">
        <p>{{t.removed}}</p>
        {{#replies}}
        <ol class="comment-replies">
        {{{replies}}}</ol>
        {{/replies}}
        </li>
        {{/deleted}}

        """

    /// The form for a new comment.
    static let form = """
        <section class="comment-respond" id="respond" aria-labelledby="respond-title">
        <h3 id="respond-title">{{t.leaveReply}}</h3>
        <form class="comment-form" id="comment-form" method="post" action="{{>form-action}}" accept-charset="UTF-8">
        <p class="comment-notes"><span id="comment-email-note">{{t.emailNote}}</span> <span>{{requiredBefore}}<span class="comment-required">*</span>{{requiredAfter}}</span></p>
        <input type="hidden" name="thread" value="{{thread}}"/>
        {{#hasComments}}
        <p class="comment-target"><input type="radio" name="parent" value="" id="reply-none" checked="checked"/><label for="reply-none">{{t.newComment}}</label></p>
        {{/hasComments}}
        <p><label for="comment-body">{{t.comment}} <span class="comment-required" aria-hidden="true">*</span></label>
        <textarea id="comment-body" name="body" rows="8" maxlength="65525" required="required"></textarea></p>
        <p><label for="comment-name">{{t.name}}{{#required}} <span class="comment-required" aria-hidden="true">*</span>{{/required}}</label>
        <input type="text" id="comment-name" name="name" maxlength="245" autocomplete="name"{{#required}} required="required"{{/required}}/></p>
        <p><label for="comment-email">{{t.email}}{{#required}} <span class="comment-required" aria-hidden="true">*</span>{{/required}}</label>
        <input type="email" id="comment-email" name="email" maxlength="100" autocomplete="email" aria-describedby="comment-email-note"{{#required}} required="required"{{/required}}/></p>
        <p><label for="comment-website">{{t.website}}</label>
        <input type="url" id="comment-website" name="website" maxlength="200" autocomplete="url"/></p>
        <p class="comment-trap" aria-hidden="true"><label for="comment-trap">{{t.leaveEmpty}}</label>
        <input type="text" id="comment-trap" name="{{honeypot}}" tabindex="-1" autocomplete="off"/></p>
        <p class="comment-submit"><button type="submit">{{t.post}}</button></p>
        </form>
        </section>

        """

    /// Where the form is sent: a program of the site that drops it in the inbox.
    static let formAction = "{{outboxURL}}submit"
}
