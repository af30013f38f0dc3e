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

/** How many usernames or nicknames are tried before the person has to choose one. */
const NAMES = 5;

/** After so many milliseconds a request counts as unanswered. */
const CREATE_TIME = 60_000;
const LOOK_UP_TIME = 20_000;

interface Creation {
  readonly draft: UserDraft;
  /** Resolves to the new user's id. */
  readonly create: (draft: UserDraft) => Promise<string>;
  /** Reads the contact's user from the org, not from a cache. May reject. */
  readonly findUser: () => Promise<Fact<ExistingUser | null>>;
  /** True if an earlier attempt may have created the user: then a look-up has to answer before anything is sent. */
  readonly lookUpFirst: boolean;
  /**
   * The org may hide the new user from the running user. Create or Clone a Record: "creation completes
   * successfully, however the resource returns an incorrect 404".
   */
  readonly mayBeHidden?: boolean;
  /** False if the caller itself reads the new users back, many in one request. */
  readonly readsBack?: boolean;
  /** Returns the nickname to try after one that is taken; the default adds the next number. */
  readonly nicknameAfter?: (nickname: string) => string;
  /** Returns the username to try after one that is taken; without it the creation is refused. */
  readonly usernameAfter?: (username: string) => string;
  /** Called before each retry with its number, the limit, and the failure of the last attempt. */
  readonly onRetry?: (attempt: number, of: number, failure: Failure) => void;
  readonly wait?: Wait;
}

/** `absent`: a look-up found no user. `failed`: it gave no result. `none`: the refusal is clear, so nothing is left open. */
export type LookUp = 'none' | 'absent' | 'failed';

export type Outcome =
  /** `userId` is null if the org created the user and hides it. */
  | { readonly kind: 'created'; readonly draft: UserDraft; readonly userId: string | null }
  | { readonly kind: 'found'; readonly draft: UserDraft; readonly user: ExistingUser }
  | { readonly kind: 'refused'; readonly draft: UserDraft; readonly failure: Failure; readonly lookUp: LookUp };

/**
 * Creates the user of a contact at most once, even if an answer gets lost: after a refusal it looks the contact's user up
 * before it sends anything else. It replaces a name that is taken and retries a transient error, a limited number of times.
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

  // True while an earlier request may have created a user that no look-up has shown yet.
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
    // A clear refusal needs a look-up too: a browser repeats a request after a broken connection, and the org refuses the
    // second one as a duplicate.
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
    // `userExists` leaves nothing open: the org itself says that there is a user, even if the look-up doesn't show it.
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
    // A 404 without a message of the org comes from a proxy or gateway in between.
    const isHidden = mayBeHidden && failure.code === 'notFound' && failure.message !== '';
    return isHidden ? { kind: 'created', userId: null } : { kind: 'failed', failure };
  }
}

/**
 * `hidden`: the running user may never read the contact's user, so a look-up can't block the creation. Salesforce itself
 * then refuses a second user for the contact.
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

/** The look-up gave no result, so the caller has to treat the user as possibly created. */
function lookUpFailed(cause: unknown): Found {
  return { kind: 'failed', failure: { ...explainFailure(cause), code: 'lookUpFailed', field: null } };
}
