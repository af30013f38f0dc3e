import { Hono } from 'hono';
import { keepRequestedLanguage, selectedLanguage } from './selection.ts';

const OFFERED = ['en_US', 'de', 'pt_BR'];

const app = new Hono();
app.get(
  '/page',
  keepRequestedLanguage(() => OFFERED),
  (c) => c.text(selectedLanguage(c, OFFERED) ?? 'their own')
);

function open(path: string, cookie?: string): Promise<Response> {
  return Promise.resolve(app.request(path, cookie === undefined ? {} : { headers: { Cookie: cookie } }));
}

describe('the language of a page', () => {
  it('is kept when the URL asks for it, and asked for no more', async () => {
    const response = await open('/page?language=pt_BR&view=all');
    expect(response.status).toBe(302);
    expect(response.headers.get('Location')).toBe('/page?view=all');
    expect(response.headers.get('Set-Cookie')).toMatch(/^playground-language=pt_BR;/u);
  });

  it.each([
    ['the chosen one', '/page', 'playground-language=de', 'de'],
    ['the person’s own when none was chosen', '/page', undefined, 'their own'],
    ['the person’s own when the chosen one is not offered any more', '/page', 'playground-language=it', 'their own'],
    ['as it was when the URL asks for one that is not offered', '/page?language=it', 'playground-language=de', 'de']
  ])('is %s', async (_title, path, cookie, expected) => {
    expect(await (await open(path, cookie)).text()).toBe(expected);
  });
});
