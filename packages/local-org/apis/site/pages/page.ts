import { html, raw } from 'hono/html';
import { textOf, type StoredRecord } from '../../../engine/storage/record.ts';

/** HTML whose values are escaped. */
export type Markup = ReturnType<typeof html>;

const STYLE = `
  :root { color-scheme: light dark; --ink: #181818; --soft: #5c5c5c; --line: #747474; --paper: #ffffff; --ground: #f3f3f3; --brand: #0b5cab; --on-brand: #ffffff; --error: #b60554; }
  @media (prefers-color-scheme: dark) { :root { --ink: #f3f3f3; --soft: #c9c9c9; --line: #8d8d8d; --paper: #1c1f24; --ground: #0f1115; --brand: #78b0fd; --on-brand: #0a1a2f; --error: #fe8aa7; } }
  * { box-sizing: border-box; }
  body { margin: 0; min-height: 100vh; padding: 1rem; display: grid; place-items: center; background: var(--ground); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
  main { width: 100%; max-width: 24rem; padding: 1.5rem; background: var(--paper); border-radius: 0.5rem; }
  h1 { margin: 0 0 1rem; font-size: 1.375rem; line-height: 1.25; }
  label { display: block; margin-bottom: 0.25rem; font-weight: 600; }
  input { width: 100%; min-height: 2.75rem; margin-bottom: 1rem; padding: 0.5rem 0.75rem; font: inherit; color: inherit; background: transparent; border: 1px solid var(--line); border-radius: 0.25rem; }
  input[aria-invalid='true'] { border: 2px solid var(--error); }
  button { width: 100%; min-height: 2.75rem; font: inherit; font-weight: 600; color: var(--on-brand); background: var(--brand); border: 1px solid transparent; border-radius: 0.25rem; cursor: pointer; }
  a { color: var(--brand); }
  :focus-visible { outline: 3px solid var(--brand); outline-offset: 2px; }
  dt { color: var(--soft); } dd { margin: 0 0 0.75rem; }
  .error { margin: 0 0 1rem; color: var(--error); font-weight: 600; }
  .hint { margin: 0 0 1rem; color: var(--soft); }
  main > p:last-child { margin-bottom: 0; }
`;

/** A page of a site, with the site's name in its title. It works without scripts. */
export function page(site: StoredRecord, title: string, content: Markup): Markup {
  return document(`${title} | ${textOf(site, 'Name')}`, content);
}

/** A page of the same style that belongs to no site. */
export function document(title: string, content: Markup): Markup {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        <style>
          ${raw(STYLE)}
        </style>
      </head>
      <body>
        <main>${content}</main>
      </body>
    </html>`;
}

/** An error message that screen readers announce; empty for null. */
export function errorMessage(message: string | null): Markup {
  return message === null ? html`` : html`<p class="error" id="message" role="alert">${message}</p>`;
}
