/// The style sheets that come with the fragments and feeds. Text reaches a contrast of 4.5 to 1 and more on its background, what
/// else must be seen 3 to 1 (WCAG 2.2, 1.4.3 and 1.4.11), in light and in dark: fragments follow the `color-scheme` of the page.
public enum StyleSheet {
    /// `comments.css`, for fragments. A site sets the custom properties on `.comments` to its own colours.
    public static let comments = Array(
        """
        .comments {
          --comment-ink: #1f2328;
          --comment-muted: #57606a;
          --comment-paper: #ffffff;
          --comment-line: #d0d7de;
          --comment-accent: #0a58a6;
          --comment-error: #b3261e;
          background: var(--comment-paper);
          color: var(--comment-ink);
          line-height: 1.55;
          overflow-wrap: anywhere;
        }
        @supports (color: light-dark(#000, #fff)) {
          .comments {
            --comment-ink: light-dark(#1f2328, #e6edf3);
            --comment-muted: light-dark(#57606a, #9198a1);
            --comment-paper: light-dark(#ffffff, #0d1117);
            --comment-line: light-dark(#d0d7de, #3d444d);
            --comment-accent: light-dark(#0a58a6, #6cb6ff);
            --comment-error: light-dark(#b3261e, #ff8a80);
          }
        }
        .comments h2, .comments h3 { line-height: 1.25; }
        .comments a { color: var(--comment-accent); }
        .comments :focus-visible { outline: 3px solid var(--comment-accent); outline-offset: 2px; }
        .comment-list, .comment-replies { list-style: none; margin: 0; padding: 0; }
        .comment-replies { margin-inline-start: 1.25rem; padding-inline-start: 1rem; border-inline-start: 2px solid var(--comment-line); }
        .comment > article { margin-block: 1.5rem; }
        .comment-deleted > p { color: var(--comment-muted); font-style: italic; }
        .comment:target > article { outline: 2px solid var(--comment-accent); outline-offset: .5rem; }
        .comment-header { display: grid; grid-template-columns: auto 1fr; column-gap: .75rem; align-items: start; }
        .comment-header > * { grid-column: 2; }
        .comment-avatar { grid-column: 1; grid-row: 1 / span 2; width: 2.5rem; height: 2.5rem; border-radius: 4px; background: #f0f2f4; }
        .comment-header .p-author { font-weight: 600; }
        .comment-date, .comment-edited, .comment-verified, .comments-closed, .comment-notes { color: var(--comment-muted); font-size: .875em; }
        .comments .comment-date { color: var(--comment-muted); }
        .comments .e-content { margin-block: .5rem; }
        .comments .e-content pre { overflow-x: auto; overflow-wrap: normal; }
        .comments blockquote { margin-inline: 0; padding-inline-start: 1rem; border-inline-start: 3px solid var(--comment-line); color: var(--comment-muted); }
        .comment-reply { margin: 0; font-size: .875em; }
        .comment-reply label, .comment-target label { cursor: pointer; padding: .25rem .35rem; }
        .comment-reply a { display: none; }
        .comment-reply input:checked ~ a { display: inline; }
        .comment-pager, .comment-pager ol { display: flex; flex-wrap: wrap; gap: .75rem; align-items: baseline; }
        .comment-pager ol { list-style: none; margin: 0; padding: 0; }
        .comment-pager [aria-current] { font-weight: 700; }
        .comment-form label { display: block; font-weight: 600; }
        .comment-form .comment-target label { display: inline; font-weight: 400; }
        .comment-form input:not([type=radio]), .comment-form textarea {
          box-sizing: border-box; width: 100%; padding: .5rem; font: inherit;
          color: var(--comment-ink); background: var(--comment-paper); border: 1px solid #6e7781; border-radius: 4px;
        }
        .comment-form input:not([type=radio]) { max-width: 26rem; }
        .comment-required { color: var(--comment-error); }
        .comment-form button {
          padding: .6rem 1.2rem; font: inherit; font-weight: 600; cursor: pointer;
          color: var(--comment-paper); background: var(--comment-accent); border: 0; border-radius: 4px;
        }
        .comment-trap { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
        @media (max-width: 30rem) {
          .comment-replies { margin-inline-start: .25rem; padding-inline-start: .6rem; }
        }

        """.utf8
    )

    /// `feeds/feed.css`, for people who open a feed in a browser.
    public static let feed = Array(
        """
        :root { color-scheme: light dark; --ink: #1f2328; --paper: #ffffff; --muted: #57606a; --line: #d0d7de; }
        @media (prefers-color-scheme: dark) {
          :root { --ink: #e6edf3; --paper: #0d1117; --muted: #9198a1; --line: #3d444d; }
        }
        rss, feed { display: block; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color: var(--ink); background: var(--paper); font: 1rem/1.55 sans-serif; overflow-wrap: anywhere; }
        channel, item, entry, title, description, subtitle, pubDate, published, summary, content, creator, name { display: block; }
        channel > title, feed > title { font-size: 1.75rem; font-weight: 700; }
        channel > description, feed > subtitle { color: var(--muted); }
        item, entry { margin-top: 1.5rem; padding-top: 1rem; border-top: 1px solid var(--line); }
        item > title, entry > title { font-weight: 700; }
        pubDate, published { color: var(--muted); font-size: .875rem; }
        item > description, entry > summary { white-space: pre-line; }
        link, guid, id, updated, language, lastBuildDate, generator, encoded, comments, commentRss, content, feed > author, entry > author > uri, in-reply-to, total { display: none; }

        """.utf8
    )
}
