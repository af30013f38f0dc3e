/** What Node’s own proxy support does; Node before 24.14 lacks it. */
interface ProxyOfNode {
  readonly setGlobalProxyFromEnv?: (environment: Readonly<Record<string, string | undefined>>) => () => void;
}

/**
 * Lets `fetch` go through the proxy of the environment, as the requests of the CLI’s library do. The library takes
 * `http_proxy` for https too if that is all there is. Answers a function that ends it.
 */
export function useProxyOf(environment: Readonly<Record<string, string | undefined>>): () => void {
  const http = environment['http_proxy'] ?? environment['HTTP_PROXY'];
  const https = environment['https_proxy'] ?? environment['HTTPS_PROXY'] ?? http;
  if (https === undefined) return () => undefined;
  const { setGlobalProxyFromEnv } = proxyOfNode();
  if (setGlobalProxyFromEnv === undefined) {
    process.emitWarning('Node before 24.14 does not send the requests of this command through the proxy.');
    return () => undefined;
  }
  return setGlobalProxyFromEnv({
    http_proxy: http,
    https_proxy: https,
    no_proxy: environment['no_proxy'] ?? environment['NO_PROXY']
  });
}

function proxyOfNode(): ProxyOfNode {
  return process.getBuiltinModule('node:http');
}
