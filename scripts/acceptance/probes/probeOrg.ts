import { known, refused, type Answer, type Refusal } from 'sf-cli/answer';
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
  /** The org in the name of a person who has the permission set and is no administrator, or why there is no such session. */
  readonly salesOps: Answer<ProbeOrg>;
  /** Sends a request. The path starts after `/services/data/vNN.0`, or with `/services`. */
  send(method: Method, path: string, body?: Json | string, contentType?: string): Promise<Reply>;
  /** The rows of a query. Throws with the org's words where it is refused. */
  query(soql: string): Promise<readonly Json[]>;
  /** Reads once for a whole run. */
  remember<Value>(name: string, read: () => Promise<Value>): Promise<Value>;
}

const NO_SALES_OPS = refused('', 'Could not ask: no person is known who is no administrator.');

/** Milliseconds. */
const TIMEOUT = 120_000;

/**
 * Asks an org in which the CLI is logged in: the CLI gives the session once, and the requests go by one exchange, as a
 * process of the CLI for each of some hundred requests would take minutes. Throws where the CLI has no session of the
 * administrator.
 */
export async function openProbeOrg(sf: Sf, username: string, salesOpsUsername = ''): Promise<ProbeOrg> {
  const shared = { sf, undo: createUndo(), undoAtEnd: createUndo() };
  const exchange = await signIn(sf, username);
  if (exchange.kind === 'refused') throw new Error(exchange.message);
  const salesOps = await openSalesOps(shared, salesOpsUsername);
  return createProbeOrg({ ...shared, username, exchange: exchange.value, salesOps });
}

async function openSalesOps(
  shared: Pick<ProbeOrg, 'sf' | 'undo' | 'undoAtEnd'>,
  username: string
): Promise<Answer<ProbeOrg>> {
  if (username === '') return NO_SALES_OPS;
  const exchange = await signIn(shared.sf, username);
  if (exchange.kind === 'refused') return exchange;
  return known(createProbeOrg({ ...shared, username, exchange: exchange.value, salesOps: NO_SALES_OPS }));
}

async function signIn(sf: Sf, username: string): Promise<Answer<Exchange>> {
  const read = async (command: readonly string[], name: string): Promise<Answer<string>> => {
    const answer = await sf([...command, '--target-org', username]);
    return answer.kind === 'refused' ? noSession(username, answer) : known(textAt(answer.value, name));
  };
  const display = await read(['org', 'display'], 'instanceUrl');
  if (display.kind === 'refused') return display;
  const url = display.value;
  const readToken = async (): Promise<Answer<string>> => read(['org', 'auth', 'show-access-token'], 'accessToken');
  const first = await readToken();
  if (first.kind === 'refused') return first;
  let token = first.value;
  const session: Session = {
    url: url.replace(/(?<!\/)\/+$/u, ''),
    accessToken: () => token,
    refresh: async () => {
      const next = await readToken();
      if (next.kind === 'refused') throw new Error(next.message);
      token = next.value;
    }
  };
  return known(createExchange(session));
}

function noSession(username: string, { code, message }: SfRefusal): Refusal {
  return refused(code, `Could not ask: the CLI has no session of ${username}: ${message || code}`);
}

interface Asker extends Pick<ProbeOrg, 'sf' | 'undo' | 'undoAtEnd' | 'username'> {
  readonly exchange: Exchange;
  readonly salesOps: ProbeOrg['salesOps'];
}

function createProbeOrg({ exchange, salesOps, ...asker }: Asker): ProbeOrg {
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
