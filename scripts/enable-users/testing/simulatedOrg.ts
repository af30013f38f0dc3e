import type { Failure } from 'c/externalUserRules';
import { listAt, textAt } from 'sf-cli/json';
import { known } from 'sf-cli/answer';
import { refusal, refusedFor, type OrgAnswer } from '../transports/orgAnswer.ts';
import { SENDER } from './plannedRun.ts';
import type { WriteApi } from '../transports/writeApi.ts';

/** What goes wrong in a simulated org: each number is its chance, from 0 to 1. */
export interface Faults {
  /** The request never arrives. */
  readonly lost: number;
  /** The request is carried out, and its answer never arrives. */
  readonly unanswered: number;
  /** The account of a row is locked. */
  readonly locked: number;
  /** A result file breaks off. */
  readonly truncated: number;
  /** A result file has its rows twice. */
  readonly twice: number;
  /** A job is deleted before its results are read. */
  readonly gone: number;
}

export const NO_FAULTS: Faults = { lost: 0, unanswered: 0, locked: 0, truncated: 0, twice: 0, gone: 0 };

interface User {
  readonly id: string;
  readonly contactId: string;
  readonly username: string;
  readonly nickname: string;
  readonly createdById: string;
  /** ISO 8601. */
  readonly createdDate: string;
  /** The sharing of users hides it from the person who runs the command. */
  readonly isHidden: boolean;
}

interface SimulatedJob {
  csv: string;
  state: string;
  successes: string[];
  failures: string[];
}

/** An org that creates users, refuses as documented, and answers in random order. It uses none of the rules. */
export interface SimulatedOrg {
  readonly api: WriteApi;
  readonly users: readonly User[];
  readonly requests: readonly string[];
  /** A user that somebody else made, or the same person in another way. */
  addUser(contactId: string, username: string, createdById?: string): void;
  /** From now on nothing goes wrong. */
  recover(): void;
}

export function createSimulatedOrg({
  random = () => 0.5,
  faults: firstFaults = NO_FAULTS,
  seats = Infinity,
  takenUsernames = [],
  now = () => 0,
  hidesUsers = false
}: {
  /** Numbers from 0 to 1. */
  readonly random?: () => number;
  readonly faults?: Faults;
  readonly seats?: number;
  readonly takenUsernames?: readonly string[];
  /** Its clock. */
  readonly now?: () => number;
  /** Users are private, and the person who runs the command sees none of them. */
  readonly hidesUsers?: boolean;
} = {}): SimulatedOrg {
  const users: User[] = [];
  const requests: string[] = [];
  const jobs = new Map<string, SimulatedJob>();
  const byContact = new Set<string>();
  const nicknames = new Set<string>();
  const taken = new Set(takenUsernames.map((name) => name.toLowerCase()));
  let faults = firstFaults;
  let ids = 0;
  const newId = (prefix: string): string => `${prefix}${String(++ids).padStart(12, '0')}AAA`;
  const happens = (chance: number): boolean => random() < chance;
  const shuffled = (lines: readonly string[]): readonly string[] =>
    lines
      .map((line) => [random(), line] as const)
      .sort(([one], [other]) => one - other)
      .map(([, line]) => line);

  async function request<Value>(name: string, work: () => OrgAnswer<Value>): Promise<OrgAnswer<Value>> {
    await Promise.resolve();
    requests.push(name);
    if (happens(faults.lost)) return refusedFor(noAnswer);
    const answer = work();
    return happens(faults.unanswered) ? refusedFor(noAnswer) : answer;
  }

  function insert(fields: Readonly<Record<string, string>>): string | { readonly code: string; readonly text: string } {
    const { ContactId = '', Username = '', CommunityNickname = '' } = fields;
    if (happens(faults.locked)) return { code: 'UNABLE_TO_LOCK_ROW', text: 'unable to obtain exclusive access' };
    if (byContact.has(ContactId))
      return { code: 'PORTAL_USER_ALREADY_EXISTS_FOR_CONTACT', text: 'portal user already exists for contact' };
    if (taken.has(Username.toLowerCase())) return { code: 'DUPLICATE_USERNAME', text: 'Duplicate Username.' };
    if (nicknames.has(CommunityNickname)) return { code: 'DUPLICATE_COMM_NICKNAME', text: 'Duplicate Nickname.' };
    if (users.length >= seats) return { code: 'LICENSE_LIMIT_EXCEEDED', text: 'License Limit Exceeded' };
    nicknames.add(CommunityNickname);
    return add(ContactId, Username, CommunityNickname, SENDER.id);
  }

  function add(contactId: string, username: string, nickname: string, createdById: string): string {
    const id = newId('005');
    const createdDate = new Date(now()).toISOString().replace('Z', '+0000');
    users.push({ id, contactId, username, nickname, createdById, createdDate, isHidden: hidesUsers });
    byContact.add(contactId);
    taken.add(username.toLowerCase());
    return id;
  }

  function runJob(job: SimulatedJob): void {
    const [header = '', ...lines] = job.csv.trimEnd().split('\n');
    const names = header.split(',');
    for (const line of shuffled(lines)) {
      const cells = line.split(',');
      const answer = insert(Object.fromEntries(names.map((name, index) => [name, cells[index] ?? ''])));
      if (typeof answer === 'string') job.successes.push(`"${answer}","true",${line}`);
      else job.failures.push(`"","${answer.code}:${answer.text}:--",${line}`);
    }
    job.state = 'JobComplete';
  }

  function jobCall(method: string, id: string, body: unknown): OrgAnswer<unknown> {
    const job = jobs.get(id);
    if (job === undefined) return refusal('NOT_FOUND', 'x', 404);
    if (method === 'PATCH') {
      if (job.state !== 'Open') return refusal('INVALIDJOBSTATE', 'x', 400);
      job.state = textAt(body, 'state');
    } else if (job.state === 'UploadComplete') {
      runJob(job);
      if (happens(faults.gone)) jobs.delete(id);
    }
    return known({
      id,
      state: job.state,
      numberRecordsProcessed: job.successes.length + job.failures.length,
      numberRecordsFailed: job.failures.length
    });
  }

  const api: WriteApi = {
    send: (method, path, body) =>
      request(`${method} ${path.replace(/\/750\w+/u, '/ID')}`, () => {
        if (path === '/composite/sobjects') {
          return known(
            listAt(body, 'records').map((record) => {
              const isUser = textAt(record, 'attributes', 'type') === 'User';
              const answer = isUser ? insert(record as Record<string, string>) : newId('0Pa');
              return typeof answer === 'string'
                ? { id: answer, success: true, errors: [] }
                : { success: false, errors: [{ statusCode: answer.code, message: answer.text, fields: [] }] };
            })
          );
        }
        if (method === 'POST') {
          const id = newId('750');
          jobs.set(id, { csv: '', state: 'Open', successes: [], failures: [] });
          return known({ id });
        }
        return jobCall(method, path.split('/')[3] ?? '', body);
      }),
    upload: (path, csv) =>
      request('PUT batches', () => {
        const job = jobs.get(path.split('/')[3] ?? '');
        if (job !== undefined) job.csv = [...csv()].join('');
        return known(null);
      }),
    download: (path) =>
      request('GET results', () => {
        const job = jobs.get(path.split('/')[3] ?? '');
        const isFailed = path.includes('failed');
        const rows = (isFailed ? job?.failures : job?.successes) ?? [];
        const again = happens(faults.twice) ? [...rows, ...rows] : rows;
        const header = `"sf__Id","${isFailed ? 'sf__Error' : 'sf__Created'}",${job?.csv.split('\n')[0] ?? ''}`;
        const text = [header, ...shuffled(again), ''].join('\n');
        const end = happens(faults.truncated) ? Math.floor(random() * text.length) : text.length;
        return known(streamOf(text.slice(0, end)));
      }),
    query: (soql) =>
      request('query', (): OrgAnswer<readonly unknown[]> => {
        if (soql.includes('FROM UserPermissionAccess')) return known([{ PermissionsViewAllUsers: !hidesUsers }]);
        if (soql.includes('WHERE Username =')) return known([{ Id: SENDER.id }]);
        const contacts = new Set([...soql.matchAll(/'(\w+)'/gu)].map(([, id]) => id ?? ''));
        const found = users.filter(({ contactId, isHidden }) => contacts.has(contactId) && !isHidden);
        return known(
          found.map(({ id, contactId, username, createdById, createdDate }) => ({
            Id: id,
            ContactId: contactId,
            Username: username,
            CreatedById: createdById,
            CreatedDate: createdDate
          }))
        );
      })
  };

  return {
    api,
    users,
    requests,
    addUser: (contactId, username, createdById = '005000000000OTHERS') => {
      add(contactId, username, `n${String(ids)}`, createdById);
    },
    recover: () => {
      faults = NO_FAULTS;
    }
  };
}

async function* streamOf(text: string): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  for (let at = 0; at < text.length; at += 100) yield new TextEncoder().encode(text.slice(at, at + 100));
}

const noAnswer: Failure = { code: 'noAnswer', field: null, message: 'socket hang up', details: '', status: null };
