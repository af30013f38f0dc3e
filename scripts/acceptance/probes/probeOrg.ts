import { isJson, listAt, parsedJson, textAt, type Json } from 'sf-cli/json';
import type { Sf, SfRefusal } from 'sf-cli/sf';
import { API_VERSION } from '../../shared/sf/connectApi.ts';
import { createExchange, type Exchange, type HttpRequest, type Session } from '../../shared/sf/exchange.ts';
import { toReply, type Reply } from './reply.ts';
import { createUndo, type Undo } from './undo.ts';

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

/** An org that the probes ask, in the name of one person. */
export interface ProbeOrg {
  readonly username: string;
  readonly sf: Sf;
  /** What the probe that runs has to take back. */
  readonly undo: Undo;
  /** What several probes use, to be taken back when the last one has run. */
  readonly undoAtEnd: Undo;
  /** The org in the name of a person who has the permission set and is no administrator; null without such a log-in. */
  readonly salesOps: ProbeOrg | null;
  /** Sends a request. The path starts after `/services/data/vNN.0`, or with `/services`. */
  send(method: Method, path: string, body?: Json | string, contentType?: string): Promise<Reply>;
  /** The rows of a query. Throws with the org's words where it is refused. */
  query(soql: string): Promise<readonly Json[]>;
  /** Reads once for a whole run. */
  remember<Value>(name: string, read: () => Promise<Value>): Promise<Value>;
}

/** Milliseconds. */
const TIMEOUT = 120_000;

/**
 * Asks an org in which the CLI is logged in: the CLI gives the session once, and the requests go by one exchange, as a
 * process of the CLI for each of some hundred requests would take minutes. Throws where the CLI has no session.
 */
export async function openProbeOrg(sf: Sf, username: string, salesOpsUsername?: string): Promise<ProbeOrg> {
  const shared = { sf, undo: createUndo(), undoAtEnd: createUndo() };
  const salesOps =
    salesOpsUsername === undefined
      ? null
      : createProbeOrg({ ...shared, username: salesOpsUsername, exchange: await signIn(sf, salesOpsUsername) });
  return createProbeOrg({ ...shared, username, exchange: await signIn(sf, username), salesOps });
}

async function signIn(sf: Sf, username: string): Promise<Exchange> {
  const read = async (command: readonly string[], name: string): Promise<string> => {
    const answer = await sf([...command, '--target-org', username]);
    if (answer.kind === 'refused') throw new Error(noSession(username, answer));
    return textAt(answer.value, name);
  };
  const url = await read(['org', 'display'], 'instanceUrl');
  const readToken = async (): Promise<string> => read(['org', 'auth', 'show-access-token'], 'accessToken');
  let token = await readToken();
  const session: Session = {
    url: url.replace(/(?<!\/)\/+$/u, ''),
    accessToken: () => token,
    refresh: async () => {
      token = await readToken();
    }
  };
  return createExchange(session);
}

function noSession(username: string, { code, message }: SfRefusal): string {
  return `The CLI has no session of ${username}: ${message || code}`;
}

interface Asker extends Pick<ProbeOrg, 'sf' | 'undo' | 'undoAtEnd' | 'username'> {
  readonly exchange: Exchange;
  readonly salesOps?: ProbeOrg | null;
}

function createProbeOrg({ exchange, salesOps = null, ...asker }: Asker): ProbeOrg {
  const memory = new Map<string, Promise<unknown>>();

  const send: ProbeOrg['send'] = async (method, path, body, contentType) => {
    const response = await exchange({
      method,
      path: path.startsWith('/services') ? path : `/services/data/v${API_VERSION}${path}`,
      timeout: TIMEOUT,
      ...contentOf(body, contentType)
    });
    const text = await response.text();
    return toReply(`${method} ${decodeURIComponent(path)}`, response.status, parsedJson(text) ?? text);
  };

  return {
    ...asker,
    salesOps,
    send,
    query: async (soql) => {
      const reply = await send('GET', `/query?q=${encodeURIComponent(soql)}`);
      if (!reply.isOk) throw new Error(reply.line);
      return listAt(reply.body, 'records').filter(isJson);
    },
    remember: async <Value>(name: string, read: () => Promise<Value>): Promise<Value> => {
      const known = memory.get(name) ?? read();
      memory.set(name, known);
      return (await known) as Value;
    }
  };
}

function contentOf(body: Json | string | undefined, contentType?: string): Partial<HttpRequest> {
  if (body === undefined) return {};
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { body: () => text, ...(contentType === undefined ? {} : { contentType }) };
}
