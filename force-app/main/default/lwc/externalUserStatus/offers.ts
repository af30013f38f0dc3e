import { fill, statusLabels as labels } from 'c/externalUserLabels';
import { siteLoginUrl, userSetupUrl } from 'c/externalUserOrg';
import type { Access, ExistingUser, ProfileSite } from 'c/externalUserRules';
import { logInAsUrl } from './links.ts';

/** A link to a page, or none where this person can't open it. */
export interface Offer {
  readonly title: string;
  readonly text: string;
  readonly links: readonly { readonly url: string; readonly text: string }[];
}

/** Who may follow which link. */
export interface Rights {
  readonly viewsSetup: boolean;
  /** Help, "Log In as an Experience Cloud User": it takes Edit on accounts too [F-049]. */
  readonly logsInAs: boolean;
  readonly orgId: string | null;
  readonly contactId: string | undefined;
}

/** The log-in page of a site; null if its address isn't known. */
export function loginPageOf({ site, loginUrl }: ProfileSite, origin: string): string | null {
  return site === null ? loginUrl : siteLoginUrl(site, origin);
}

/** What a person can do next for the user; what matters most comes first. */
export function offersFor(
  user: ExistingUser,
  access: Access,
  awaitsFirstLogin: boolean,
  rights: Rights
): readonly Offer[] {
  if (access.code === 'inactive') {
    return [];
  }
  const check = checkOffer(user, access, rights);
  const password = passwordOffer(user, access, awaitsFirstLogin, rights);
  const offers = awaitsFirstLogin && access.mail === 'off' ? [password, check] : [check, password];
  return offers.filter((offer) => offer !== null);
}

function checkOffer({ id, name }: ExistingUser, { sites }: Access, rights: Rights): Offer | null {
  const { logsInAs, orgId, contactId } = rights;
  if (!logsInAs || orgId === null || contactId === undefined) {
    return null;
  }
  const links = sites.flatMap(({ name: siteName, site }) => {
    const label = sites.length > 1 ? fill(labels.logInAsAt, [siteName, name]) : fill(labels.logInAs, [name]);
    return site?.isLive === true ? [{ url: logInAsUrl(orgId, contactId, site.id, id), text: label }] : [];
  });
  return links.length === 0 ? null : { title: labels.checkTitle, text: fill(labels.checkText, [name]), links };
}

/** Setup has the button that sends the link, which works for 24 hours [F-050] [F-130]. */
function passwordOffer(
  { id, name }: ExistingUser,
  { mail, code }: Access,
  awaitsFirstLogin: boolean,
  { viewsSetup }: Rights
): Offer | null {
  if (awaitsFirstLogin && (mail === 'later' || code === 'pending')) {
    return null;
  }
  const links = viewsSetup ? [{ url: userSetupUrl(id), text: labels.resetPassword }] : [];
  const ask = fill(labels.askForReset, [name]);
  if (!awaitsFirstLogin) {
    return { title: labels.forgotTitle, text: viewsSetup ? labels.forgotText : ask, links };
  }
  return mail === 'off'
    ? { title: labels.sendLinkTitle, text: viewsSetup ? labels.sendLinkText : ask, links }
    : { title: labels.noMailTitle, text: viewsSetup ? labels.noMailText : ask, links };
}
