import {
  explainFailure,
  isBrieflyTransient,
  isUnclear,
  nextNickname,
  type ExistingUser,
  type Fact,
  type Failure,
  type UserDraft
} from 'c/externalUserRules';
import { ATTEMPTS, backOff, realTime, withinTime, type Wait } from './retries.ts';

/** Names of one kind tried before a person is asked. */
const NAMES = 5;

/** Milliseconds after which no answer will come any more. */
const CREATE_TIME = 60_000;
const LOOK_UP_TIME = 20_000;

interface Creation {
  readonly draft: UserDraft;
  readonly create: (draft: UserDraft) => Promise<unknown>;
  /** Who holds the contact now, past every cache. May reject. */
  readonly findUser: () => Promise<Fact<ExistingUser | null>>;
  /** True while it is open whether an earlier attempt made a user: then nothing is sent before a look-up answers. */
  readonly lookUpFirst: boolean;
  /**
   * The org may hide the new user from this person. Create or Clone a Record: "creation completes successfully, however the
   * resource returns an incorrect 404".
   */
  readonly mayBeHidden?: boolean;
  /** False for who reads many new users back at once. */
  readonly readsBack?: boolean;
  /** What comes after a nickname that is taken; by default the next number. */
  readonly nicknameAfter?: (nickname: string) => string;
  /** What comes after a username that is taken; without it a person is asked. */
  readonly usernameAfter?: (username: string) => string;
  /** Told before each retry: attempt 2 of 4, and what the last one failed with. */
  readonly onRetry?: (attempt: number, of: number, failure: Failure) => void;
  readonly wait?: Wait;
}

/** `absent`: looked up, and there is no user. `failed`: it stays open whether there is one. */
export type LookUp = 'none' | 'absent' | 'failed';

export type Outcome =
  | { readonly kind: 'created' | 'found'; readonly draft: UserDraft }
  | {
      readonly kind: 'refused';
      readonly draft: UserDraft;
      readonly failure: Failure;
      readonly lookUp: LookUp;
    };

/**
 * Creates the user of a contact at most once, whatever answers get lost: after a refusal the contact's user is looked
 * up before anything else is sent or offered. A name that is taken is replaced, and what passes by itself is tried
 * again, both within a bound.
 */
export async function createOnce(creation: Creation): Promise<Outcome> {
  const { create, findUser, lookUpFirst, mayBeHidden = false, onRetry, wait = realTime } = creation;
  const { readsBack = true, nicknameAfter = nextNickname, usernameAfter } = creation;
  let { draft } = creation;
  const lookUp = (): Promise<Found> => lookUpUser(withinTime(findUser(), LOOK_UP_TIME, wait));

  if (lookUpFirst) {
    const earlier = await lookUp();
    if (earlier === 'exists') {
      return { kind: 'found', draft };
    }
    if (typeof earlier === 'object') {
      return { kind: 'refused', draft, failure: earlier, lookUp: 'failed' };
    }
  }

  // Whether something sent earlier may have made a user that no look-up has shown yet.
  let isOpen = lookUpFirst;
  for (let attempt = 1, nicknames = 1, usernames = 1; ;) {
    const failure = await failureOf(withinTime(create(draft), CREATE_TIME, wait));
    // A 404 without the org's own words is somebody else's.
    if (failure === null || (mayBeHidden && failure.code === 'notFound' && failure.message !== '')) {
      if (readsBack) {
        await lookUp();
      }
      return { kind: 'created', draft };
    }
    if (failure.code === 'duplicateNickname' && nicknames < NAMES) {
      nicknames++;
      draft = { ...draft, nickname: nicknameAfter(draft.nickname) };
      continue;
    }
    const isRetried = isBrieflyTransient(failure) && attempt < ATTEMPTS;
    if (isRetried) {
      onRetry?.(attempt + 1, ATTEMPTS, failure);
      await wait(backOff(attempt));
      attempt++;
    }
    // After a clear refusal too: a browser sends again what a broken connection swallowed, and the second time is a duplicate.
    const found = await lookUp();
    if (found === 'exists') {
      return { kind: 'found', draft };
    }
    const isLookedUp = found === 'absent' || found === 'hidden';
    if (failure.code === 'duplicateUsername' && usernameAfter && isLookedUp && !isOpen && usernames < NAMES) {
      usernames++;
      draft = { ...draft, username: usernameAfter(draft.username) };
      continue;
    }
    // That there is a user is known then, though it isn't shown here.
    isOpen = failure.code !== 'userExists' && (isOpen || isUnclear(failure));
    const known = found === 'absent' ? 'absent' : 'failed';
    if (!isRetried || (isOpen && known === 'failed')) {
      return { kind: 'refused', draft, failure, lookUp: isOpen ? known : 'none' };
    }
  }
}

async function failureOf(sending: Promise<unknown>): Promise<Failure | null> {
  try {
    await sending;
    return null;
  } catch (rejection) {
    return explainFailure(rejection);
  }
}

/**
 * `hidden`: this person will never see an answer, so that waiting for one would be a dead end. What a person sends then
 * meets the platform's own rule of one user a contact.
 */
type Found = 'exists' | 'absent' | 'hidden' | Failure;

async function lookUpUser(findUser: Promise<Fact<ExistingUser | null>>): Promise<Found> {
  try {
    const user = await findUser;
    if (user.kind === 'known') {
      return user.value === null ? 'absent' : 'exists';
    }
    return user.reason === 'noAccess' || user.reason === 'notInOrg' ? 'hidden' : lookUpFailure(user);
  } catch (rejection) {
    return lookUpFailure(rejection);
  }
}

/** Nothing was learnt; the caller keeps it open and says so. */
function lookUpFailure(cause: unknown): Failure {
  return { ...explainFailure(cause), code: 'lookUpFailed', field: null };
}
