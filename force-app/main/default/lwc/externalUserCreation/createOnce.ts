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
  /** Answers the new user's id. */
  readonly create: (draft: UserDraft) => Promise<string>;
  /** Reads who holds the contact now, past every cache. May reject. */
  readonly findUser: () => Promise<Fact<ExistingUser | null>>;
  /** True while it is open whether an earlier attempt made a user: then nothing is sent before a look-up answers. */
  readonly lookUpFirst: boolean;
  /**
   * The org may hide the new user from this person. Create or Clone a Record: "creation completes successfully, however the
   * resource returns an incorrect 404".
   */
  readonly mayBeHidden?: boolean;
  /** False where the caller reads many new users back at once. */
  readonly readsBack?: boolean;
  /** Gives the name to try after a nickname that is taken; by default the next number. */
  readonly nicknameAfter?: (nickname: string) => string;
  /** Gives the name to try after a username that is taken; without it a person is asked. */
  readonly usernameAfter?: (username: string) => string;
  /** Called before each retry: attempt 2 of 4, and what the last one failed with. */
  readonly onRetry?: (attempt: number, of: number, failure: Failure) => void;
  readonly wait?: Wait;
}

/** `absent`: looked up, and there is no user. `failed`: it stays open whether there is one. */
export type LookUp = 'none' | 'absent' | 'failed';

export type Outcome =
  /** `userId` is null for a user whom the org created and hides. */
  | { readonly kind: 'created'; readonly draft: UserDraft; readonly userId: string | null }
  | { readonly kind: 'found'; readonly draft: UserDraft; readonly user: ExistingUser }
  | { readonly kind: 'refused'; readonly draft: UserDraft; readonly failure: Failure; readonly lookUp: LookUp };

/**
 * Creates the user of a contact at most once, whichever answers get lost: after a refusal the contact's user is looked
 * up before anything else is sent or offered. A name that is taken is replaced, and a transient error is retried, both
 * within a bound.
 */
export async function createOnce(creation: Creation): Promise<Outcome> {
  const { create, findUser, lookUpFirst, mayBeHidden = false, onRetry, wait = realTime } = creation;
  const { readsBack = true, nicknameAfter = nextNickname, usernameAfter } = creation;
  let { draft } = creation;
  const lookUp = (): Promise<Found> => lookUpUser(withinTime(findUser(), LOOK_UP_TIME, wait));

  if (lookUpFirst) {
    const earlier = await lookUp();
    if (earlier.kind === 'exists') {
      return { kind: 'found', draft, user: earlier.user };
    }
    if (earlier.kind === 'failed') {
      return { kind: 'refused', draft, failure: earlier.failure, lookUp: 'failed' };
    }
  }

  // Whether something sent earlier may have made a user that no look-up has shown yet.
  let isOpen = lookUpFirst;
  for (let attempt = 1, nicknames = 1, usernames = 1; ;) {
    const sent = await send(withinTime(create(draft), CREATE_TIME, wait), mayBeHidden);
    if (sent.kind === 'created') {
      const found = readsBack ? await lookUp() : null;
      return { kind: 'created', draft, userId: sent.userId ?? (found?.kind === 'exists' ? found.user.id : null) };
    }
    const { failure } = sent;
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
    if (found.kind === 'exists') {
      return { kind: 'found', draft, user: found.user };
    }
    const isLookedUp = found.kind !== 'failed';
    if (failure.code === 'duplicateUsername' && usernameAfter && isLookedUp && !isOpen && usernames < NAMES) {
      usernames++;
      draft = { ...draft, username: usernameAfter(draft.username) };
      continue;
    }
    // The org says itself that there is a user, though the look-up doesn't show it.
    isOpen = failure.code !== 'userExists' && (isOpen || isUnclear(failure));
    const known = found.kind === 'absent' ? 'absent' : 'failed';
    if (!isRetried || (isOpen && known === 'failed')) {
      return { kind: 'refused', draft, failure, lookUp: isOpen ? known : 'none' };
    }
  }
}

type Sent =
  { readonly kind: 'created'; readonly userId: string | null } | { readonly kind: 'failed'; readonly failure: Failure };

async function send(creating: Promise<string>, mayBeHidden: boolean): Promise<Sent> {
  try {
    return { kind: 'created', userId: await creating };
  } catch (rejection) {
    const failure = explainFailure(rejection);
    // A 404 without the org's own words comes from something between here and the org.
    const isHidden = mayBeHidden && failure.code === 'notFound' && failure.message !== '';
    return isHidden ? { kind: 'created', userId: null } : { kind: 'failed', failure };
  }
}

/**
 * `hidden`: this person will never see an answer, so that waiting for one would be a dead end. What a person sends then
 * meets the platform's own rule of one user a contact.
 */
type Found =
  | { readonly kind: 'exists'; readonly user: ExistingUser }
  | { readonly kind: 'absent' | 'hidden' }
  | { readonly kind: 'failed'; readonly failure: Failure };

async function lookUpUser(findUser: Promise<Fact<ExistingUser | null>>): Promise<Found> {
  try {
    const user = await findUser;
    if (user.kind === 'known') {
      return user.value === null ? { kind: 'absent' } : { kind: 'exists', user: user.value };
    }
    return user.reason === 'noAccess' || user.reason === 'notInOrg' ? { kind: 'hidden' } : lookUpFailed(user);
  } catch (rejection) {
    return lookUpFailed(rejection);
  }
}

/** Nothing was learned; the caller keeps it open and says so. */
function lookUpFailed(cause: unknown): Found {
  return { kind: 'failed', failure: { ...explainFailure(cause), code: 'lookUpFailed', field: null } };
}
