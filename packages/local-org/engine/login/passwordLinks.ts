import type { Clock } from '../storage/clock.ts';
import type { Secrets } from '../storage/secrets.ts';

/** Source: Salesforce Help, faq_communities_external_member_login_info: "The link … expires after 24 hours". */
const LIFETIME_MILLISECONDS = 24 * 60 * 60 * 1000;

/** Links with which a user sets a password without the old one. Each link works once. */
export interface PasswordLinks {
  create(userId: string): string;
  state(token: string): LinkState;
  /** Invalidates the link and all other links of its user, because the user has a password now. */
  use(token: string): void;
}

interface Link {
  readonly userId: string;
  readonly expiresAt: number;
  readonly isUsed: boolean;
}

export function createPasswordLinks(clock: Clock, secrets: Secrets): PasswordLinks {
  const links = new Map<string, Link>();
  return {
    create: (userId) => {
      const token = secrets(`password link ${userId} ${String(links.size)}`);
      links.set(token, { userId, expiresAt: clock.now() + LIFETIME_MILLISECONDS, isUsed: false });
      return token;
    },
    state: (token) => {
      const link = links.get(token);
      if (link === undefined) return { kind: 'unknown' };
      if (link.isUsed) return { kind: 'used' };
      return clock.now() >= link.expiresAt ? { kind: 'expired' } : { kind: 'open', userId: link.userId };
    },
    use: (token) => {
      const userId = links.get(token)?.userId;
      for (const [other, link] of links) if (link.userId === userId) links.set(other, { ...link, isUsed: true });
    }
  };
}

/** The state of a set-password link. */
export type LinkState =
  { readonly kind: 'open'; readonly userId: string } | { readonly kind: 'used' | 'expired' | 'unknown' };
