const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Whether a request names this machine as its host. A page of another site can point its own name at 127.0.0.1 (DNS rebinding),
 * and would then be of one origin with this server.
 */
export function isLocalRequest(request: Request): boolean {
  const named = request.headers.get('Host');
  return isLocalName(hostOf(request.url)) && (named === null || isLocalName(hostOf(`http://${named}`)));
}

/** Browsers resolve every name below `localhost` to the loopback interface (RFC 6761, section 6.3). */
function isLocalName(host: string): boolean {
  return LOOPBACK.has(host) || host.endsWith('.localhost');
}

/** Without the port; empty for a text that is no URL. */
function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : '';
}
