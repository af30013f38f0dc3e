import {
  explainFailure,
  isUnclear,
  nextNickname,
  type ExistingUser,
  type Fact,
  type Failure,
  type UserDraft
} from 'c/externalUserRules';

/** Nicknames tried before a person is asked. */
const NICKNAME_ATTEMPTS = 5;

interface Creation {
  readonly draft: UserDraft;
  readonly create: (draft: UserDraft) => Promise<unknown>;
  /** Who holds the contact now, past every cache. May reject. */
  readonly findUser: () => Promise<Fact<ExistingUser | null>>;
  readonly lookUpFirst: boolean;
}

/** `absent`: looked up, and there is no user. `failed`: it stays open whether there is one. */
export type LookUp = 'none' | 'absent' | 'failed';

type Outcome =
  | { readonly kind: 'created' | 'found'; readonly draft: UserDraft }
  | {
      readonly kind: 'refused';
      readonly draft: UserDraft;
      readonly failure: Failure;
      readonly lookUp: LookUp;
    };

/**
 * Creates the user of a contact at most once, whatever answers get lost: after a refusal the contact's user is looked
 * up before anything else is offered. A nickname that is taken is replaced, within a bound.
 */
export async function createOnce({ draft, create, findUser, lookUpFirst }: Creation): Promise<Outcome> {
  const earlier = lookUpFirst ? await lookUpUser(findUser) : 'none';
  if (earlier === 'exists') {
    return { kind: 'found', draft };
  }
  let attempt = draft;
  for (let tries = 1; ; tries++) {
    try {
      await create(attempt);
      await lookUpUser(findUser);
      return { kind: 'created', draft: attempt };
    } catch (rejection) {
      const failure = explainFailure(rejection);
      if (failure.code === 'duplicateNickname' && tries < NICKNAME_ATTEMPTS) {
        attempt = { ...attempt, nickname: nextNickname(attempt.nickname) };
        continue;
      }
      // A clear refusal too: a browser sends again what a broken connection swallowed, and the second time is a duplicate.
      const found = await lookUpUser(findUser);
      if (found === 'exists') {
        return { kind: 'found', draft: attempt };
      }
      // What an earlier attempt left open stays open until a look-up answers, however clear this refusal is.
      const isOpen = isUnclear(failure) || earlier === 'unreadable';
      const lookUp = found === 'none' ? 'absent' : 'failed';
      return { kind: 'refused', draft: attempt, failure, lookUp: isOpen ? lookUp : 'none' };
    }
  }
}

async function lookUpUser(findUser: Creation['findUser']): Promise<'exists' | 'none' | 'unreadable'> {
  try {
    const user = await findUser();
    if (user.kind === 'unknown') {
      return 'unreadable';
    }
    return user.value === null ? 'none' : 'exists';
  } catch {
    // Nothing was learnt; the caller keeps it open and says so.
    return 'unreadable';
  }
}
