import { createHash } from 'node:crypto';
import type { Person } from './person.ts';

/** Length of the part behind the exclamation mark. */
const TOKEN_LENGTH = 48;

/** Who may call the APIs, each with the token of the present session. */
export interface Sessions {
  readonly all: readonly Person[];
  /** Whom a token belongs to; undefined also for one whose session is over. */
  withToken(accessToken: string): Person | undefined;
  /** Ends the session of a person, whose next log-in gets another token. */
  endSession(person: Person): void;
}

/** Sessions as the starting org names them. */
export function createSessions(
  orgId: string,
  seed: number,
  persons: readonly Pick<Person, 'label' | 'userId' | 'username'>[]
): Sessions {
  const sessions = new Map<string, number>();
  const all = persons.map((person): Person => ({
    ...person,
    get accessToken() {
      return accessTokenOf(orgId, seed, person.username, sessions.get(person.userId) ?? 0);
    }
  }));
  return {
    all,
    withToken: (accessToken) => all.find((person) => person.accessToken === accessToken),
    endSession: ({ userId }) => {
      sessions.set(userId, (sessions.get(userId) ?? 0) + 1);
    }
  };
}

/**
 * A token of the form that the sf CLI accepts, `00D…!…`. The same seed and user give the same token in every starting
 * org, so that a person stays signed in when the org is reset.
 */
function accessTokenOf(orgId: string, seed: number, username: string, session: number): string {
  const secret = createHash('sha256')
    .update(session === 0 ? `${String(seed)} ${username}` : `${String(seed)} ${username} ${String(session)}`)
    .digest('hex');
  return `${orgId.slice(0, 15)}!${secret.slice(0, TOKEN_LENGTH)}`;
}
