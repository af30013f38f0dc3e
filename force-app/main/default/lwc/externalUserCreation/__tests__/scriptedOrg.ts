import { known, unknown, type ExistingUser, type Fact, type UserDraft } from 'c/externalUserRules';
import { inactiveUser, readyDraft } from '../../../../../test/jest/facts.ts';
import { createOnce } from '../createOnce.ts';
import type { OpenSends } from '../openSends.ts';

type Answer = 'created' | 'lost' | 'never' | { readonly status: number; readonly errorCode: string };
type Shown = 'none' | 'own' | 'other' | 'older' | 'renamed' | 'unread' | 'hidden' | 'broken' | 'never';

export const duplicateNickname = { status: 400, errorCode: 'DUPLICATE_COMM_NICKNAME' };
export const duplicateUsername = { status: 400, errorCode: 'DUPLICATE_USERNAME' };
export const userExists = { status: 400, errorCode: 'PORTAL_USER_ALREADY_EXISTS_FOR_CONTACT' };
export const locked = { status: 400, errorCode: 'UNABLE_TO_LOCK_ROW' };
export const tooMany = { status: 429, errorCode: 'REQUEST_LIMIT_EXCEEDED' };
export const dayLimit = { status: 403, errorCode: 'REQUEST_LIMIT_EXCEEDED' };
export const serverError = { status: 500, errorCode: 'UNKNOWN_EXCEPTION' };
export const unavailable = { status: 503, errorCode: 'SERVER_UNAVAILABLE' };
export const notFound = { status: 404, errorCode: 'NOT_FOUND' };
export const noRight = { status: 400, errorCode: 'INSUFFICIENT_ACCESS_OR_READONLY' };

export const NEW_USER_ID = '005000010000008AAA';
const SENDER_ID = '005000010000001AAA';
export const NOW = Date.parse('2026-11-30T10:00:00Z');

/** What a look-up may show: the user that this very request created, and users that it can't have created. */
export const ownUser: ExistingUser = {
  ...inactiveUser,
  username: readyDraft.username,
  createdById: SENDER_ID,
  createdDate: '2026-11-30T10:00:00.000Z'
};
export const USERS = {
  own: ownUser,
  other: { ...ownUser, createdById: '005000010000002AAA' },
  older: { ...ownUser, createdDate: '2026-11-30T09:00:00.000Z' },
  renamed: { ...ownUser, username: 'somebody@else.example' },
  unread: { ...ownUser, createdById: null, createdDate: null }
} as const;
export const earlier: OpenSends = {
  since: NOW,
  usernames: [readyDraft.username],
  failure: { code: 'serverDown', field: null, message: '', details: '', status: 502 }
};

/** An org that gives these answers in turn and then repeats the last one; its waits end at once. */
export function org(answers: readonly Answer[], shown: readonly Shown[]) {
  const sent: UserDraft[] = [];
  const waits: number[] = [];
  const log: string[] = [];
  let looks = 0;
  const onRetry = (attempt: number, of: number): void => void log.push(`retry ${String(attempt)} of ${String(of)}`);
  const wait = (milliseconds: number): Promise<void> => {
    waits.push(milliseconds);
    return Promise.resolve();
  };
  const create = (draft: UserDraft): Promise<string> => {
    const answer = answers[Math.min(sent.length, answers.length - 1)] ?? 'created';
    sent.push(draft);
    log.push('create');
    return answer === 'created' ? Promise.resolve(NEW_USER_ID) : rejectionOf(answer);
  };
  const findUser = (): Promise<Fact<ExistingUser | null>> => {
    const found = shown[Math.min(looks, shown.length - 1)] ?? 'none';
    looks++;
    log.push('look up');
    switch (found) {
      case 'none':
        return Promise.resolve(known(null));
      case 'own':
      case 'other':
      case 'older':
      case 'renamed':
      case 'unread':
        return Promise.resolve(known(USERS[found]));
      case 'hidden':
        return Promise.resolve(unknown('noAccess'));
      case 'broken':
        return Promise.reject(new TypeError('Failed to fetch'));
      case 'never':
        return new Promise(() => undefined);
    }
  };
  const now = (): number => NOW;
  const creation = { draft: readyDraft, create, findUser, senderId: SENDER_ID, earlier: null, onRetry, wait, now };
  const run = (isOpen = false, mayBeHidden = false) =>
    createOnce({ ...creation, earlier: isOpen ? earlier : null, mayBeHidden });
  const runWith = (changes: Partial<Parameters<typeof createOnce>[0]>) => createOnce({ ...creation, ...changes });
  /** Waits between attempts; longer waits are timeouts. */
  const pauses = (): readonly number[] => waits.filter((milliseconds) => milliseconds < 10_000);
  return { run, runWith, sent, log, waits, pauses };
}

/** ESLint allows only an Error in `Promise.reject`, so the fields of the org's rejection are added to one. */
function rejectionOf(answer: Exclude<Answer, 'created'>): Promise<never> {
  if (answer === 'never') {
    return new Promise(() => undefined);
  }
  if (answer === 'lost') {
    return Promise.reject(new TypeError('Failed to fetch'));
  }
  const { status, errorCode } = answer;
  return Promise.reject(Object.assign(new Error(), { status, body: [{ errorCode, message: 'In the org’s words.' }] }));
}
