import {
  explainFailure,
  isBrieflyTransient,
  isUnclear,
  type ExistingUser,
  type Fact,
  type Failure,
  type UserDraft
} from 'c/externalUserRules';
import { lookUpUser, type Found } from './lookUp.ts';
import { isMadeBy, withSend, type OpenSends } from './openSends.ts';
import { ATTEMPTS, backOff, realTime, withinTime, type Wait } from './retries.ts';

/** How many usernames are tried before the person has to choose one, and how many nicknames. */
const NAMES = 10;
/** So many names grow by one. Later ones grow faster, because users who can't be seen may have dozens of them. */
const CONSECUTIVE = 4;

/** After so many milliseconds a request counts as unanswered. */
const CREATE_TIME = 60_000;
export const LOOK_UP_TIME = 20_000;

/** The name whose number is by `step` higher, or the next free one after it. */
export type NextName = (name: string, step: number) => string;

interface Creation {
  readonly draft: UserDraft;
  /** Resolves to the new user's id. */
  readonly create: (draft: UserDraft) => Promise<string>;
  /** Reads the contact's user from the org, not from a cache. May reject. `interrupted`: asked again after `whenAskable`. */
  readonly findUser: () => Promise<Fact<ExistingUser | null> | 'interrupted'>;
  /** Resolves when the org can be asked; a look-up waits for it without a limit. */
  readonly whenAskable?: () => Promise<void>;
  /** The id of the running user. */
  readonly senderId: string;
  /** Requests of an earlier attempt that may have created the user: then a look-up has to answer before anything is sent. */
  readonly earlier: OpenSends | null;
  /** True if somebody else may have created a user since the facts were read. A look-up that fails stops nothing. */
  readonly looksFirst?: boolean;
  /**
   * The org may hide the new user from the running user. Create or Clone a Record: "creation completes
   * successfully, however the resource returns an incorrect 404".
   */
  readonly mayBeHidden?: boolean;
  /** False if the caller itself reads the new users back, many in one request. */
  readonly readsBack?: boolean;
  /** Returns the nickname to try after one that is taken; without it the creation is refused. */
  readonly nicknameAfter?: NextName | undefined;
  /** Returns the username to try after one that is taken; without it the creation is refused. */
  readonly usernameAfter?: NextName | undefined;
  /** Called before each retry with its number, the limit, and the failure of the last attempt. */
  readonly onRetry?: (attempt: number, of: number, failure: Failure) => void;
  readonly wait?: Wait;
  readonly now?: () => number;
}

/** `absent`: a look-up found no user. `failed`: it gave no result. `none`: the refusal is clear, so nothing is left open. */
export type LookUp = 'none' | 'absent' | 'failed';

/** The contact's user was found: made by these requests, by somebody else, or by whom can't be told. */
interface FoundUser {
  readonly kind: 'found' | 'already' | 'unattributed';
  readonly draft: UserDraft;
  readonly user: ExistingUser;
  /** What came instead of a clear answer, if a look-up had to find the user. */
  readonly failure: Failure | null;
}

export type Outcome =
  | FoundUser
  /** `userId` is null if the org created the user and hides it. */
  | { readonly kind: 'created'; readonly draft: UserDraft; readonly userId: string | null }
  | {
      readonly kind: 'refused';
      readonly draft: UserDraft;
      readonly failure: Failure;
      readonly lookUp: LookUp;
      /** For the next attempt: requests that may have created the user. */
      readonly open: OpenSends | null;
    };

/**
 * Creates the user of a contact at most once, even if an answer gets lost: after a refusal it looks the contact's user up
 * before it sends anything else. It replaces a name that is taken and retries a transient error, a limited number of times.
 */
export async function createOnce(creation: Creation): Promise<Outcome> {
  const { create, findUser, senderId, earlier, looksFirst = false, mayBeHidden = false, onRetry } = creation;
  const { whenAskable, wait = realTime, now = Date.now, readsBack = true } = creation;
  const { nicknameAfter, usernameAfter } = creation;
  let { draft } = creation;
  // Earlier requests that may have created a user which no look-up has shown yet.
  let open = earlier;
  const lookUp = async (): Promise<Found> => {
    for (;;) {
      await whenAskable?.();
      const result = await lookUpUser(withinTime(findUser(), LOOK_UP_TIME, wait));
      if (result.kind !== 'interrupted') {
        return result;
      }
    }
  };
  const found = (user: ExistingUser): FoundUser => {
    const made = isMadeBy(open, user, senderId, now());
    return {
      kind: ({ yes: 'found', no: 'already', unknown: 'unattributed' } as const)[made],
      draft,
      user,
      failure: open?.failure ?? null
    };
  };

  if (open !== null || looksFirst) {
    const before = await lookUp();
    if (before.kind === 'exists') {
      return found(before.user);
    }
    if (before.kind === 'failed' && open !== null) {
      return { kind: 'refused', draft, failure: before.failure, lookUp: 'failed', open };
    }
  }

  for (let attempt = 1, nicknames = 1, usernames = 1; ;) {
    const sends = withSend(open, now(), draft.username);
    const sent = await send(withinTime(create(draft), CREATE_TIME, wait), mayBeHidden);
    if (sent.kind === 'created') {
      const { userId } = sent;
      const after = readsBack || userId === null ? await lookUp() : null;
      if (userId !== null || after?.kind !== 'exists') {
        return { kind: 'created', draft, userId };
      }
      open = sends;
      const held = found(after.user);
      return held.kind === 'found' ? { kind: 'created', draft, userId: held.user.id } : held;
    }
    const { failure } = sent;
    if (failure.code === 'duplicateNickname' && nicknameAfter && nicknames < NAMES) {
      draft = { ...draft, nickname: nicknameAfter(draft.nickname, stepAfter(nicknames++)) };
      continue;
    }
    const wasOpen = open !== null;
    open = isUnclear(failure) ? { ...sends, failure } : open;
    const isRetried = isBrieflyTransient(failure) && attempt < ATTEMPTS;
    if (isRetried) {
      onRetry?.(attempt + 1, ATTEMPTS, failure);
      await wait(backOff(attempt));
      attempt++;
    }
    // A clear refusal needs a look-up too: it may be about a user that the contact got meanwhile.
    const after = await lookUp();
    if (after.kind === 'exists') {
      return found(after.user);
    }
    const isLookedUp = after.kind === 'absent' || after.kind === 'hidden';
    if (failure.code === 'duplicateUsername' && usernameAfter && isLookedUp && !wasOpen && usernames < NAMES) {
      draft = { ...draft, username: usernameAfter(draft.username, stepAfter(usernames++)) };
      continue;
    }
    const known = after.kind === 'absent' ? 'absent' : 'failed';
    if (!isRetried || (open !== null && known === 'failed')) {
      // After `userExists` no look-up is needed: the org itself says that there is a user.
      const isClear = open === null || failure.code === 'userExists';
      return { kind: 'refused', draft, failure, lookUp: isClear ? 'none' : known, open };
    }
  }
}

function stepAfter(tries: number): number {
  return 2 ** Math.max(0, tries - CONSECUTIVE);
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
