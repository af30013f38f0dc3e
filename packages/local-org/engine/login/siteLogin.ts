import { toDateTime } from '../storage/clock.ts';
import type { Outbox } from '../mail/outbox.ts';
import { isSiteMember } from '../effects/siteMembership.ts';
import type { Lockouts } from './lockouts.ts';
import type { PasswordLinks, LinkState } from './passwordLinks.ts';
import { refuse, type Refusal } from '../refusals/rule.ts';
import { setPasswordUrl } from './sitePaths.ts';
import { isExternalUser } from '../effects/userTypes.ts';
import { isTrue, textOf, type StoredRecord } from '../storage/record.ts';
import { standardObject, type World } from '../world/world.ts';
import type { Passwords } from './passwords.ts';

/** Builds what the login pages need from passwords, memberships and password links. */
export function createSiteLogin(
  world: World,
  passwords: Passwords,
  links: PasswordLinks,
  lockouts: Lockouts,
  outbox: Outbox,
  url: () => string
): SiteLogin {
  function mailPasswordLink(networkId: string, userId: string): void {
    const user = world.records.find(userId);
    const site = world.records.find(networkId);
    if (user === undefined || site === undefined) return;
    outbox.send({ kind: 'resetPassword', user, site, link: setPasswordUrl(url(), site, links.create(user.Id)) });
  }

  return {
    signIn: (networkId, username, password) => {
      const user = userNamed(world, username);
      if (user === undefined) return { kind: 'refused', reason: 'credentials' };
      if (lockouts.isLocked(user.Id)) return { kind: 'refused', reason: 'locked' };
      if (!passwords.matches(user.Id, password)) {
        lockouts.noteFailure(user.Id);
        return { kind: 'refused', reason: 'credentials' };
      }
      lockouts.clear(user.Id);
      if (!isTrue(user, 'IsActive')) return { kind: 'refused', reason: 'inactive' };
      if (!isWelcomeAt(world, networkId, user)) return { kind: 'refused', reason: 'notMember' };
      if (!allowsProfile(world, user)) return { kind: 'refused', reason: 'standardProfile' };
      if (passwords.isExpired(user.Id)) return { kind: 'passwordExpired', token: links.create(user.Id) };
      return { kind: 'signedIn', userId: user.Id };
    },
    noteLogin: (userId) => {
      const user = world.records.find(userId);
      if (user !== undefined) noteLogin(world, user);
    },
    linkState: (token) => links.state(token),
    setPassword: (token, password) => {
      const state = links.state(token);
      if (state.kind !== 'open') return refuse('INVALID_OPERATION', `The link is ${state.kind}`);
      const refusal = passwords.set(state.userId, password);
      if (refusal === null) links.use(token);
      return refusal;
    },
    forgotPassword: (networkId, username) => {
      const user = userNamed(world, username);
      if (user === undefined || !isTrue(user, 'IsActive') || !isWelcomeAt(world, networkId, user)) return;
      mailPasswordLink(networkId, user.Id);
    },
    mailPasswordLink,
    reportFailedRegistration: (networkId, email, cause) => {
      const site = world.records.find(networkId);
      const user = site === undefined ? undefined : world.records.find(textOf(site, 'CreatedById'));
      if (site === undefined || user === undefined) return;
      outbox.send({ kind: 'registrationFailed', user, site, link: null, failure: { email, cause } });
    },
    isMember: (networkId, userId) => isSiteMember(world, userId, networkId),
    mayLogIn: (networkId, userId) => {
      const user = world.records.find(userId);
      if (user === undefined || !isTrue(user, 'IsActive')) return false;
      return isWelcomeAt(world, networkId, user) && allowsProfile(world, user);
    }
  };
}

/** The site to which the link in a password mail leads: the first live one of the user's sites. */
export function homeSiteOf(world: World, userId: string): StoredRecord | null {
  const sites = world.records.all('Network').filter((site) => isSiteMember(world, userId, site.Id));
  return sites.find((site) => textOf(site, 'Status') === 'Live') ?? sites[0] ?? null;
}

/** An internal user may log in only if the site allows it. Source: Object Reference, "Network", OptionsAllowInternalUserLogin [F-086]. */
function isWelcomeAt(world: World, networkId: string, user: StoredRecord): boolean {
  const site = world.records.find(networkId);
  if (site === undefined || !isSiteMember(world, user.Id, networkId)) return false;
  return isExternalUser(world, user) || isTrue(site, 'OptionsAllowInternalUserLogin');
}

/** Source: Spring '21 release notes, "Users with Standard External Profiles Can No Longer Log In to Experience Cloud Sites" [F-011]. */
function allowsProfile(world: World, user: StoredRecord): boolean {
  const isStandard = world.standardProfileIds.has(textOf(user, 'ProfileId'));
  return !isStandard || world.settings.standardExternalProfiles || !isExternalUser(world, user);
}

function userNamed(world: World, username: string): StoredRecord | undefined {
  return world.records.where('User', 'Username', username.trim())[0];
}

/** Source: Object Reference, "User", LastLoginDate: "updated if 60 seconds elapses since the user's last login" [F-079]. */
const LOGIN_NOTED_MILLISECONDS = 60_000;

function noteLogin(world: World, user: StoredRecord): void {
  const object = standardObject(world, 'User');
  const now = world.clock.now();
  const last = Date.parse(textOf(user, 'LastLoginDate'));
  if (now - last < LOGIN_NOTED_MILLISECONDS) return;
  world.records.save(object, { ...user, LastLoginDate: toDateTime(now) });
  world.records.commit();
}

/** The result of a login at a site. The page does not have to show the reason of a refusal. */
export type SignIn =
  | { readonly kind: 'signedIn'; readonly userId: string }
  | { readonly kind: 'passwordExpired'; readonly token: string }
  | {
      readonly kind: 'refused';
      readonly reason: 'credentials' | 'locked' | 'inactive' | 'notMember' | 'standardProfile';
    };

/** What the login pages of a site need from the org. */
export interface SiteLogin {
  signIn(networkId: string, username: string, password: string): SignIn;
  /** Notes a login, by password or by a link that set a new password. */
  noteLogin(userId: string): void;
  linkState(token: string): LinkState;
  /** Sets the password of the link's user and invalidates the link. */
  setPassword(token: string, password: string): Refusal | null;
  /** Mails a set-password link to an active member. It does not tell the visitor whether the username exists. */
  forgotPassword(networkId: string, username: string): void;
  /** Mails a set-password link to a user. */
  mailPasswordLink(networkId: string, userId: string): void;
  /** Mails the cause of a failed registration to the user who created the site. */
  reportFailedRegistration(networkId: string, email: string, cause: string): void;
  /** Whether the user is a member of the site, active or not. */
  isMember(networkId: string, userId: string): boolean;
  /** Whether the user is an active member whose profile the org lets in. */
  mayLogIn(networkId: string, userId: string): boolean;
}
