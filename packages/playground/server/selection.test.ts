import { Hono } from 'hono';
import { keepRequestedLanguage, selectedAppearance, selectedLanguage } from './selection.ts';

const OFFERED = ['en_US', 'de', 'pt_BR'];

const app = new Hono();
app.get(
  '/page',
  keepRequestedLanguage(() => OFFERED),
  (c) => c.text(selectedLanguage(c, OFFERED) ?? 'their own')
);
app.get('/looks', (c) => c.json(selectedAppearance(c)));

function open(path: string, cookie?: string): Promise<Response> {
  return Promise.resolve(app.request(path, cookie === undefined ? {} : { headers: { Cookie: cookie } }));
}

describe('the language of a page', () => {
  it('is kept when the URL asks for it, and leaves the URL', async () => {
    const response = await open('/page?language=pt_BR&view=all');
    expect(response.status).toBe(302);
    expect(response.headers.get('Location')).toBe('/page?view=all');
    expect(response.headers.get('Set-Cookie')).toMatch(/^playground-language=pt_BR;/u);
  });

  it.each([
    ['the chosen one', '/page', 'playground-language=de', 'de'],
    ['the language of the person when none was chosen', '/page', undefined, 'their own'],
    [
      'the language of the person when the chosen one is no longer offered',
      '/page',
      'playground-language=it',
      'their own'
    ],
    ['unchanged when the URL asks for one that is not offered', '/page?language=it', 'playground-language=de', 'de']
  ])('is %s', async (_title, path, cookie, expected) => {
    expect(await (await open(path, cookie)).text()).toBe(expected);
  });
});

describe('the looks of a page', () => {
  it.each([
    ['SLDS 2 in the theme of the system until something was chosen', undefined, ['slds2', 'system']],
    ['what was chosen', 'playground-theme=dark', ['slds2', 'dark']],
    ['always light with SLDS 1', 'playground-theme=dark; playground-design-system=slds1', ['slds1', 'light']],
    ['the usual ones for unknown choices', 'playground-theme=x; playground-design-system=x', ['slds2', 'system']]
  ])('are %s', async (_title, cookie, [designSystem, theme]) => {
    expect(await (await open('/looks', cookie)).json()).toEqual({ designSystem, theme });
  });
});
