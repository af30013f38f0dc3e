import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { isDroppedConnection } from './control/faults.ts';
import { guardRequests, type Fetch } from './http/guardRequests.ts';

/** The port is in use on 127.0.0.1 or ::1. */
export class PortInUseError extends Error {
  override readonly name = 'PortInUseError';
  readonly port: number;

  constructor(port: number, options: ErrorOptions) {
    super(`Port ${String(port)} is in use`, options);
    this.port = port;
  }
}

export interface Served {
  /** `http://localhost:4280`, without a trailing slash. */
  readonly url: string;
  /** Stops listening and breaks open connections. */
  close(): Promise<void>;
}

/** In milliseconds. */
const KEEP_ALIVE = 120_000;

/**
 * Serves on the loopback interface only: 127.0.0.1 and, if the machine has it, ::1, because `localhost` may be either. Every
 * request is guarded. Port 0 picks a free port. Rejects with PortInUseError.
 */
export async function serve(fetch: Fetch, port: number): Promise<Served> {
  const sockets = new Set<Socket>();
  const servers = [createLoopbackServer(fetch, sockets), createLoopbackServer(fetch, sockets)] as const;
  const [ipv4, ipv6] = servers;
  const bound = await listen(ipv4, '127.0.0.1', port);
  const close = async () => {
    for (const socket of sockets) socket.destroy();
    await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  };
  try {
    await listen(ipv6, '::1', bound);
  } catch (error) {
    if (error instanceof PortInUseError) {
      await close();
      // The port is free on 127.0.0.1 but not on ::1, so try another one.
      if (port === 0) return serve(fetch, 0);
      throw error;
    }
    if (!isMissingAddress(error)) throw error;
  }
  return { url: `http://localhost:${String(bound)}`, close };
}

function createLoopbackServer(unguarded: Fetch, sockets: Set<Socket>): Server {
  const fetch = guardRequests(unguarded);
  const listener = getRequestListener(
    async (request, env) => {
      const response = await fetch(request);
      if (isDroppedConnection(response)) destroyConnection(env.outgoing);
      return response;
    },
    { overrideGlobalObjects: false }
  );
  const server = createServer((incoming, outgoing) => void listener(incoming, outgoing));
  // A deploy may block this process for longer than Node's default of five seconds, which would break idle connections.
  server.keepAliveTimeout = KEEP_ALIVE;
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  return server;
}

function destroyConnection(outgoing: object): void {
  if (isServerResponse(outgoing)) outgoing.socket?.destroy();
}

function isServerResponse(outgoing: object): outgoing is ServerResponse {
  return 'socket' in outgoing;
}

/** Starts to listen, and returns the port. */
async function listen(server: Server, host: string, port: number): Promise<number> {
  server.listen({ host, port });
  try {
    await once(server, 'listening');
  } catch (error) {
    throw codeOf(error) === 'EADDRINUSE' ? new PortInUseError(port, { cause: error }) : error;
  }
  const address = server.address();
  return address !== null && typeof address === 'object' ? address.port : port;
}

function isMissingAddress(error: unknown): boolean {
  return ['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EINVAL'].includes(codeOf(error));
}

/** The code of a system error. Tests its shape, because Jest's `Error` class is not the one that Node throws. */
function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : '';
}
