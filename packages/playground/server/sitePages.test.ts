import { createLocalOrg } from 'sfdx-local-org';
import { withFonts } from './sitePages.ts';

describe('an answer of the local org', () => {
  const url = 'http://localhost:4280';
  const localOrg = createLocalOrg({ org: 'ready', seed: 1, hasControlRoutes: false, url: () => url });
  const answerTo = async (path: string): Promise<Response> => withFonts(await localOrg.fetch(new Request(url + path)));

  it('that is a page of a site has the fonts of the playground after its own style', async () => {
    const page = await answerTo('/acmehelp/login');
    const text = await page.text();
    expect(page.status).toBe(200);
    expect(text.indexOf('/playground/fonts.css')).toBeGreaterThan(text.indexOf('font: 1rem/1.5 system-ui'));
    expect(text.indexOf('/playground/fonts.css')).toBeLessThan(text.indexOf('<body>'));
  });

  it('keeps its status, its headers and its cookies', async () => {
    const headers = new Headers({ 'Content-Type': 'text/html; charset=UTF-8', 'X-Frame-Options': 'DENY' });
    headers.append('Set-Cookie', 'a=1');
    headers.append('Set-Cookie', 'b=2');
    const page = await withFonts(new Response('<head></head>', { status: 410, headers }));
    expect([page.status, page.headers.get('X-Frame-Options')]).toEqual([410, 'DENY']);
    expect(page.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  });

  it('that is no page is not changed', async () => {
    expect(await (await answerTo('/services/data')).json()).toContainEqual(
      expect.objectContaining({ version: '68.0' })
    );
  });
});
