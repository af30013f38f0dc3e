import { createServer } from 'node:http';
import { createExchange } from './exchange.ts';
import { useProxyOf } from './proxy.ts';

describe('a proxy of the environment', () => {
  it.each([
    ['gets the requests', (proxy: string) => ({ http_proxy: proxy }), true],
    [
      'gets none for a host that is left out',
      (proxy: string) => ({ HTTP_PROXY: proxy, no_proxy: 'org.invalid' }),
      false
    ],
    ['is not there', () => ({}), false]
  ])('%s', async (_case, environmentOf, isAsked) => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(`${request.method ?? ''} ${request.url ?? ''}`);
      response.end('{}');
    });
    server.on('connect', (request, socket) => {
      asked.push(`CONNECT ${request.url ?? ''}`);
      socket.end('HTTP/1.1 502 No\r\n\r\n');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const end = useProxyOf(environmentOf(`http://127.0.0.1:${String(port)}`));
    const session = { url: 'http://org.invalid', accessToken: () => 'x', refresh: () => Promise.resolve() };
    await createExchange(session)({ method: 'GET', path: '/', timeout: 5000 }).catch(() => undefined);
    end();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    expect(asked.length > 0).toBe(isAsked);
  });
});
