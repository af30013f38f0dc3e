import type { Secrets } from '../storage/secrets.ts';
import type { Person } from './person.ts';

/** The length of the part after the exclamation mark. */
const TOKEN_LENGTH = 48;

type Identity = Pick<Person, 'label' | 'userId' | 'username'>;

/** The people who may call the APIs, each with the access token of one session at a time. */
export interface Sessions {
  readonly people: readonly Person[];
  /** The owner of an access token; undefined if no session has it, or if that session has ended. */
  personOf(accessToken: string): Person | undefined;
  /** Lets a user call the APIs; a user who may already call them stays the same person. */
  add(person: Identity): Person;
  /** Ends the session of a person; the next login gets another token. */
  end(person: Person): void;
}

/** A first session for each person of the starting org. */
export function createSessions(orgId: string, secrets: Secrets, persons: readonly Identity[]): Sessions {
  const ended = new Map<string, number>();
  // Each request of the org reads the tokens of all people.
  const tokens = new Map<string, string>();

  function tokenOf({ userId, username }: Identity): string {
    const token = tokens.get(userId) ?? accessTokenOf(orgId, secrets, username, ended.get(userId) ?? 0);
    tokens.set(userId, token);
    return token;
  }

  const withToken = (person: Identity): Person => ({
    ...person,
    get accessToken() {
      return tokenOf(person);
    }
  });
  const people = persons.map(withToken);
  return {
    people,
    add: (identity) => {
      const known = people.find(({ userId }) => userId === identity.userId);
      if (known !== undefined) return known;
      const person = withToken(identity);
      people.push(person);
      return person;
    },
    personOf: (accessToken) => people.find((person) => person.accessToken === accessToken),
    end: ({ userId }) => {
      ended.set(userId, (ended.get(userId) ?? 0) + 1);
      tokens.delete(userId);
    }
  };
}

/**
 * A token of the form that the sf CLI accepts, `00D…!…`. The same secret and username give the same token in every starting
 * org, so that a person stays logged in after a reset of the org.
 */
function accessTokenOf(orgId: string, secrets: Secrets, username: string, session: number): string {
  const secret = secrets(`access token ${username} ${String(session)}`);
  return `${orgId.slice(0, 15)}!${secret.slice(0, TOKEN_LENGTH)}`;
}
