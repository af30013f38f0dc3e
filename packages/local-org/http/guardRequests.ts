import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { secureHeaders } from 'hono/secure-headers';
import { mostBytesOf } from './bodySizes.ts';
import { isLocalRequest } from './localNames.ts';
import { isSafeFromOtherSites } from './otherSites.ts';
import { notModelled } from '../engine/schema/notModelled.ts';

export type Fetch = (request: Request) => Response | Promise<Response>;

/**
 * Guards a local server. Web pages that a person visits can send requests to it too, so it answers only to its own names, takes
 * nothing from another site but a link that is followed, and limits what one request may bring.
 */
export function guardRequests(fetch: Fetch): Fetch {
  const app = new Hono();
  app.use(withHeaders);
  app.use(async (c, next) => {
    if (!isLocalRequest(c.req.raw)) return refuse(c, 421, NOT_LOCAL);
    if (!isSafeFromOtherSites(c.req.raw)) return refuse(c, 403, OTHER_SITE);
    return limitBody(c, next);
  });
  app.all('*', (c) => fetch(c.req.raw));
  app.onError((error, c) => {
    process.stderr.write(`${error.stack ?? error.message}\n`);
    return refuse(c, 500, FAILED);
  });
  return (request) => app.fetch(request);
}

const NOT_LOCAL = 'This server is for this machine only: open it as localhost or 127.0.0.1.';
const OTHER_SITE = 'A page of another site may not send this request. Open the address in a tab of its own.';
const FAILED = 'The local server failed at this request; its terminal shows why. Please report it.';

/** Pages are shown in no frame, load nothing from elsewhere as another type, and tell no other site their address. */
const withHeaders = secureHeaders({
  contentSecurityPolicy: {
    frameAncestors: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    objectSrc: ["'none'"]
  },
  xFrameOptions: 'DENY',
  referrerPolicy: 'no-referrer',
  // The server has no certificate.
  strictTransportSecurity: false
});

const limitBody: MiddlewareHandler = (c, next) => {
  const maxSize = mostBytesOf(c.req.path);
  const megabytes = String(Math.floor(maxSize / 1024 / 1024));
  const tooLarge = `The body is larger than ${megabytes} MB, the most that this address takes.`;
  if (hasUnknownLength(c.req.raw)) c.req.raw = toNodeRequest(c.req.raw);
  return bodyLimit({ maxSize, onError: () => refuse(c, 413, tooLarge) })(c, next);
};

function hasUnknownLength({ method, headers }: Request): boolean {
  return method !== 'GET' && method !== 'HEAD' && !headers.has('content-length');
}

/** Hono reads a body of unknown length into a new Request, which Node makes of its own requests only. */
function toNodeRequest({ url, method, headers, body, signal }: Request): Request {
  const init: RequestInit & { readonly duplex: 'half' } = { method, headers, body, signal, duplex: 'half' };
  return new Request(url, init);
}

/** A refusal of the server, not of the org: APIs get it in their own form. */
function refuse(c: Context, status: 403 | 413 | 421 | 500, message: string): Response {
  if (!/^\/+services\//.test(c.req.path)) return c.text(message, status);
  return c.json([{ errorCode: 'REFUSED_BY_LOCAL_SERVER', message: notModelled(message) }], status);
}
