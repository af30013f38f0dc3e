import { guardRequests } from './guardRequests.ts';

const SERVER = 'http://localhost:4280';
const guarded = guardRequests(async (request) => new Response(`answered ${await request.text()}`));

/** What a browser sends with a request that a page of another site makes. */
const OTHER_SITE = { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' };
const LINK = { 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'document' };
const FRAME = { 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'iframe' };

describe('a guarded server', () => {
  it.each(['localhost:4280', '127.0.0.1:4280', '[::1]:9', 'LOCALHOST', 'acme.localhost:4280'])(
    'answers to the name %s of this machine',
    async (host) => {
      expect((await guarded(new Request(`http://${host}/x`))).status).toBe(200);
    }
  );

  it.each([
    'evil.example',
    'localhost.evil.example',
    'evil-localhost',
    '127.0.0.1.nip.io',
    '0.0.0.0:4280',
    '192.168.0.7',
    '[::ffff:7f00:1]',
    '127.0.0.2'
  ])('refuses the name %s, so that DNS rebinding reads nothing', async (host) => {
    const response = await guarded(new Request(`http://${host}/services/data`));
    expect(response.status).toBe(421);
    expect(await response.json()).toMatchObject([
      { message: expect.stringContaining('open it as localhost or 127.0.0.1') as string }
    ]);
  });

  it('refuses a foreign Host header even if the address is local', async () => {
    const response = await guarded(new Request(SERVER, { headers: { Host: 'evil.example' } }));
    expect(response.status).toBe(421);
    expect(await response.text()).toContain('for this machine only');
  });

  it.each<[string, string, Readonly<Record<string, string>>, number]>([
    ['a client that is no browser', 'POST', {}, 200],
    ['a form of its own page', 'POST', { Origin: 'null', 'Sec-Fetch-Site': 'same-origin' }, 200],
    ['its own page in an old browser', 'POST', { Origin: SERVER }, 200],
    ['an address that was typed in', 'GET', { 'Sec-Fetch-Site': 'none', ...LINK }, 200],
    ['a link of another site', 'GET', { 'Sec-Fetch-Site': 'cross-site', ...LINK }, 200],
    ['a link from another port', 'GET', { 'Sec-Fetch-Site': 'same-site', ...LINK }, 200],
    ['a form of another site', 'POST', { ...OTHER_SITE, ...LINK }, 403],
    [
      'a form on another port of this machine',
      'POST',
      { Origin: 'http://localhost:3000', 'Sec-Fetch-Site': 'same-site', ...LINK },
      403
    ],
    ['a form of another site in an old browser', 'POST', { Origin: 'https://evil.example' }, 403],
    ['a form of another port in an old browser', 'DELETE', { Origin: 'http://localhost:3000' }, 403],
    ['a form of a page without origin', 'POST', { Origin: 'null' }, 403],
    [
      'a script of another site',
      'GET',
      { ...OTHER_SITE, 'Sec-Fetch-Mode': 'no-cors', 'Sec-Fetch-Dest': 'script' },
      403
    ],
    [
      'an image of another site',
      'GET',
      { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors', 'Sec-Fetch-Dest': 'image' },
      403
    ],
    ['a frame of another site', 'GET', { 'Sec-Fetch-Site': 'cross-site', ...FRAME }, 403],
    ['a preflight of another site', 'OPTIONS', { ...OTHER_SITE, 'Access-Control-Request-Method': 'POST' }, 403]
  ])('answers %s with %s', async (_title, method, headers, status) => {
    const response = await guarded(new Request(`${SERVER}/x`, { method, headers }));
    expect(response.status).toBe(status);
    expect(response.headers.get('Access-Control-Allow-Origin')).toBeNull();
  });

  it.each([
    ['/services/data/v68.0/sobjects/Contact', 16],
    ['/acmehelp/login', 16],
    ['/services/data/v68.0/metadata/deployRequest', 50],
    ['/services/Soap/m/68.0', 50],
    ['/services/data/v68.0/jobs/ingest/750/batches', 160]
  ])('refuses a body for %s of more than %d MB, before it is read', async (path, megabytes) => {
    const length = String(megabytes * 1024 * 1024 + 1);
    const request = new Request(`${SERVER}${path}`, {
      method: 'POST',
      body: 'x',
      headers: { 'Content-Length': length }
    });
    const response = await guarded(request);
    expect(response.status).toBe(413);
    expect(await response.text()).toContain(`larger than ${String(megabytes)} MB`);
  });

  it('counts a body without a length', async () => {
    const part = new Uint8Array(1024 * 1024);
    let sent = 0;
    const body = new ReadableStream({
      pull: (controller) => {
        sent += 1;
        if (sent > 100) controller.close();
        else controller.enqueue(part);
      }
    });
    // The types of a request lack `duplex`, which a stream needs.
    const init = { method: 'POST', body, duplex: 'half' };
    const response = await guarded(new Request(SERVER, init));
    expect(response.status).toBe(413);
    expect(sent).toBeLessThan(20);
  });

  it('forbids frames, other content types and referrers in each answer, refusals too', async () => {
    for (const host of ['localhost', 'evil.example']) {
      const { headers } = await guarded(new Request(`http://${host}/x`));
      expect(headers.get('X-Frame-Options')).toBe('DENY');
      expect(headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
      expect(headers.get('Referrer-Policy')).toBe('no-referrer');
      expect(headers.get('Cross-Origin-Resource-Policy')).toBe('same-origin');
    }
  });
});
