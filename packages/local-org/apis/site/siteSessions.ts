import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Org } from '../../engine/org/org.ts';
import { textOf, type StoredRecord } from '../../engine/storage/record.ts';

const COOKIE = 'sid';

/** The sessions of users in sites, by a cookie that scripts cannot read. */
export interface Sessions {
  start(c: Context, org: Org, site: StoredRecord, userId: string): void;
  userOf(c: Context, org: Org, site: StoredRecord): string | undefined;
  end(c: Context, org: Org, site: StoredRecord): void;
}

interface Session {
  readonly userId: string;
  readonly siteId: string;
  /** How often the password was set when the session began. */
  readonly passwordChanges: number;
}

/** Keeps sessions by org, so that nobody is logged in after a reset. Another password ends all sessions of its user. */
export function createSessions(): Sessions {
  const byOrg = new WeakMap<Org, Map<string, Session>>();

  function sessionsOf(org: Org): Map<string, Session> {
    const sessions = byOrg.get(org) ?? new Map<string, Session>();
    byOrg.set(org, sessions);
    return sessions;
  }

  return {
    start: (c, org, site, userId) => {
      const id = randomBytes(24).toString('base64url');
      sessionsOf(org).set(id, { userId, siteId: site.Id, passwordChanges: org.passwords.changesOf(userId) });
      setCookie(c, COOKIE, id, { path: cookiePath(site), httpOnly: true, sameSite: 'Lax' });
    },
    userOf: (c, org, site) => {
      const session = sessionsOf(org).get(getCookie(c, COOKIE) ?? '');
      if (session?.siteId !== site.Id) return undefined;
      return session.passwordChanges === org.passwords.changesOf(session.userId) ? session.userId : undefined;
    },
    end: (c, org, site) => {
      sessionsOf(org).delete(getCookie(c, COOKIE) ?? '');
      deleteCookie(c, COOKIE, { path: cookiePath(site) });
    }
  };
}

function cookiePath(site: StoredRecord): string {
  return `/${encodeURIComponent(textOf(site, 'UrlPathPrefix'))}`;
}
