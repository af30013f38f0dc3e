import { request, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { createLocalOrg } from './main.ts';
import { PortInUseError, serve } from './serve.ts';

describe('serving the local org', () => {
  const open: { close(): Promise<void> }[] = [];
  const start: typeof serve = async (answer, port) => {
    const served = await serve(answer, port);
    open.push(served);
    return served;
  };

  afterEach(async () => {
    await Promise.all(open.splice(0).map((served) => served.close()));
  });

  it('answers on localhost and on 127.0.0.1 until it is closed', async () => {
    const served = await start(() => new Response('hello'), 0);
    expect(served.url).toMatch(/^http:\/\/localhost:\d+$/);
    for (const url of [served.url, served.url.replace('localhost', '127.0.0.1')]) {
      expect(await (await fetch(url)).text()).toBe('hello');
    }
    await served.close();
    await expect(fetch(served.url)).rejects.toThrow();
  });

  it('takes a body of unknown length, as the sf CLI sends a deploy', async () => {
    const served = await start(async (request) => new Response(await request.text()), 0);
    const body = new Blob(['<deploy>', '</deploy>']).stream();
    const init: RequestInit & { readonly duplex: 'half' } = { method: 'POST', body, duplex: 'half' };
    expect(await (await fetch(`${served.url}/services/Soap/m/68.0`, init)).text()).toBe('<deploy></deploy>');
  });

  it.each(['GET', 'POST', 'DELETE'])('takes a %s without a body and without a length', async (method) => {
    const served = await start((asked) => new Response(asked.method), 0);
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const asked = request(served.url, { method }, resolve).on('error', reject);
      asked.removeHeader('Content-Length');
      asked.end();
    });
    expect(await text(answer)).toBe(method);
  });

  it('rejects with the port that is in use', async () => {
    const served = await start(() => new Response('hello'), 0);
    const port = Number(new URL(served.url).port);
    const second = serve(() => new Response('hello'), port);
    await expect(second).rejects.toThrow(PortInUseError);
    await expect(second).rejects.toMatchObject({ port });
  });

  it('breaks the connection for a fault that drops it', async () => {
    const localOrg = createLocalOrg({ org: 'ready', seed: 1, hasControlRoutes: true, url: () => '' });
    const served = await start(localOrg.fetch, 0);
    await fetch(`${served.url}/__local/faults`, {
      method: 'POST',
      body: JSON.stringify({ method: 'GET', path: '/services/data', times: 1, effect: { kind: 'dropBeforeCommit' } })
    });
    await expect(fetch(`${served.url}/services/data`)).rejects.toThrow();
    expect((await fetch(`${served.url}/services/data`)).status).toBe(200);
  });

  it('hangs for a fault that hangs, until the client gives up', async () => {
    const localOrg = createLocalOrg({ org: 'ready', seed: 1, hasControlRoutes: true, url: () => '' });
    const served = await start(localOrg.fetch, 0);
    const faults = `${served.url}/__local/faults`;
    await fetch(faults, {
      method: 'POST',
      body: JSON.stringify({ method: 'GET', path: '/services/data', effect: { kind: 'hangBeforeCommit' } })
    });
    const hanging = async (): Promise<unknown> => (await fetch(faults)).json();
    const patience = new AbortController();
    const broken = expect(fetch(`${served.url}/services/data`, { signal: patience.signal })).rejects.toThrow();
    while (JSON.stringify(await hanging()) !== '{"pending":0,"hanging":1}');
    patience.abort();
    await broken;
    while (JSON.stringify(await hanging()) !== '{"pending":0,"hanging":0}');
  });

  it('closes even if a client waits for an answer', async () => {
    const arrived = Promise.withResolvers<undefined>();
    const served = await start(() => {
      arrived.resolve(undefined);
      return new Promise<Response>(() => undefined);
    }, 0);
    const broken = expect(fetch(served.url)).rejects.toThrow();
    await arrived.promise;
    await served.close();
    await broken;
  });
});
