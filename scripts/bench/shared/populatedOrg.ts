import { writeFile } from 'node:fs/promises';
import { startServer } from '../../shared/browser/server.ts';
import { toCsvLine } from '../../shared/csv.ts';
import { isJson, listAt, textAt, type Json } from 'sf-cli/json';
import { API_VERSION } from '../../shared/sf/connectApi.ts';

/** A local org in another process, with as many contacts as a measurement needs. */
export interface PopulatedOrg {
  readonly url: string;
  readonly accessToken: string;
  /** Starts the org anew with so many contacts, which are the same each time. */
  beginAgain(contacts: number): Promise<void>;
  /** Gives it the pace of a real org, until it begins again. */
  setPace(pace: Pace): Promise<void>;
  /** When its first user of these contacts was created, in milliseconds since the epoch. Rejects without a user. */
  firstUserAt(): Promise<number>;
  /** How many requests it has answered since its start. */
  requests(): Promise<number>;
  /** Writes the ids of the contacts below a header. */
  writeContacts(path: string): Promise<void>;
  /** Writes the users of these contacts in the format of `sf data import bulk`, in the order that causes the fewest locks. */
  writeUsers(path: string): Promise<void>;
  stop(): Promise<void>;
}

/** How fast an org is; 0 for as fast as it can. */
export interface Pace {
  /** Rows of bulk jobs, of all jobs together. */
  readonly rowsPerSecond: number;
  /** Of each API call. */
  readonly latencyMilliseconds: number;
}

/** A profile of the starting org `ready`, and its license. */
export const PROFILE = 'Acme Customer';
const LICENSE = 'Customer Community';
const CONTACTS_PER_ACCOUNT = 6;

/** Seats for the users that the starting org has, and some to spare. */
const MORE_SEATS = 100;

const POPULATED = "Email LIKE '%@populated.example'";

const USER_FIELDS = [
  'ContactId',
  'ProfileId',
  'Username',
  'Email',
  'FirstName',
  'LastName',
  'Alias',
  'CommunityNickname',
  'TimeZoneSidKey',
  'LocaleSidKey',
  'LanguageLocaleKey',
  'EmailEncodingKey'
];

export async function startPopulatedOrg(): Promise<PopulatedOrg> {
  // A hundred thousand users with a mail each need more memory than Node allows by default.
  const server = await startServer([], ['--max-old-space-size=12000']);
  const { url, accessToken } = server;

  async function ask(path: string, request: RequestInit = {}): Promise<unknown> {
    const response = await fetch(`${url}${path}`, {
      ...request,
      headers: { Authorization: `Bearer ${accessToken}`, 'Content-Type': 'application/json' }
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`The local org answered ${path} with ${String(response.status)}: ${text}`);
    const body: unknown = text === '' ? null : JSON.parse(text);
    return body;
  }
  const post = (path: string, body: Json): Promise<unknown> =>
    ask(path, { method: 'POST', body: JSON.stringify(body) });

  async function* linesOf(fields: readonly string[], header: string, from: string): AsyncGenerator<string, void> {
    yield `${header}\n`;
    let path = queryPath(`SELECT ${fields.join(', ')} FROM ${from}`);
    while (path !== '') {
      const page = await ask(path);
      yield listAt(page, 'records')
        .filter(isJson)
        .map((record) => toCsvLine(fields.map((field) => textAt(record, field))))
        .join('');
      path = textAt(page, 'nextRecordsUrl');
    }
  }

  return {
    url,
    accessToken,
    beginAgain: async (contacts) => {
      await post('/__local/reset', { org: 'ready' });
      const accounts = Math.ceil(contacts / CONTACTS_PER_ACCOUNT);
      const seats = { [LICENSE]: contacts + MORE_SEATS };
      await post('/__local/populate', { accounts, contacts, seats, partnerEvery: 0 });
    },
    setPace: async ({ rowsPerSecond, latencyMilliseconds }) => {
      await post('/__local/pace', { rowsPerSecond, latencyMilliseconds });
    },
    firstUserAt: async () => {
      const soql = `SELECT CreatedDate FROM User WHERE ${POPULATED} ORDER BY CreatedDate LIMIT 1`;
      const [first] = listAt(await ask(queryPath(soql)), 'records');
      const at = Date.parse(textAt(first, 'CreatedDate'));
      if (Number.isNaN(at)) throw new Error('No contact has a user');
      return at;
    },
    requests: async () => {
      const requests = await ask('/__local/requests');
      return Array.isArray(requests) ? requests.length : NaN;
    },
    writeContacts: (path) => writeFile(path, linesOf(['Id'], 'ContactId', `Contact WHERE ${POPULATED}`)),
    writeUsers: (path) =>
      writeFile(path, linesOf(USER_FIELDS, USER_FIELDS.join(','), `User WHERE ${POPULATED} ORDER BY AccountId`)),
    stop: () => server.stop()
  };
}

function queryPath(soql: string): string {
  return `/services/data/v${API_VERSION}/query?q=${encodeURIComponent(soql)}`;
}
