import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { BuildProblem } from '../build/buildProblem.ts';
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

/** The page that says where and why a component does not compile. */
export function buildProblemPage(problem: BuildProblem, appearance: Appearance): Html {
  const place = [problem.file, problem.line, problem.column].filter((part) => part !== null).join(':');
  return document(
    'en',
    appearance,
    html`<title>Build error</title>`,
    html`<main class="playground-problem">
      <h1 class="slds-text-heading_large">A component does not compile</h1>
      ${place === '' ? '' : html`<p class="slds-m-top_medium"><strong>${place}</strong></p>`}
      <pre class="slds-m-top_small" role="alert">${problem.message}</pre>
      ${problem.frame === null ? '' : html`<pre class="slds-m-top_small" tabindex="0">${problem.frame}</pre>`}
      <p class="slds-m-top_medium">Save the file, then reload this page.</p>
    </main>`
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
