import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { toTag } from './language.ts';
import type { PageContext } from './pageContext.ts';
import type { Appearance } from './selection.ts';

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/**
 * The page that starts the host, whose Lightning web components draw the rest. It loads the labels first, because an
 * org also sends them with the page.
 */
export function hostPage(page: {
  readonly context: PageContext;
  readonly appearance: Appearance;
  readonly importMap: Readonly<Record<string, string>>;
  /** The URL of the labels' texts. */
  readonly labels: string;
}): Html {
  return document(
    toTag(page.context.language),
    page.appearance,
    html`<script type="importmap">
        ${json({ imports: page.importMap })}
      </script>
      <link rel="modulepreload" href="${page.labels}" />
      <script type="application/json" id="playground-context">
        ${json(page.context)}
      </script>
      <script type="module" src="/playground/start.js"></script>`,
    html`<noscript><p class="slds-p-around_medium">The playground needs JavaScript.</p></noscript>`
  );
}

/** An HTML page with the fonts and the stylesheets. */
export function document(language: string, { theme, designSystem }: Appearance, head: Html, body: Html): Html {
  return html`<!doctype html>
    <html lang="${language}" data-theme="${theme}" data-design-system="${designSystem}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/playground/${designSystem}.css" />
        <link rel="stylesheet" href="/playground/fonts.css" />
        <link rel="stylesheet" href="/playground/host.css" />
        <link rel="stylesheet" href="/playground/shell.css" />
        <link rel="stylesheet" href="/playground/pages.css" />
        ${head}
      </head>
      <body class="slds-scope">
        ${body}
      </body>
    </html>`;
}

/** JSON inside a script element must not contain `</script>`. */
function json(value: unknown): HtmlEscapedString {
  return raw(JSON.stringify(value).replaceAll('<', '\\u003c'));
}
