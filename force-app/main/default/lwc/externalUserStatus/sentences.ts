import { dayText, fill, fillShown, statusLabels as labels } from 'c/externalUserLabels';
import { displayText, welcomeSenders, type Access, type ProfileSite } from 'c/externalUserRules';

/** Whom the sentences are about. */
export interface Subject {
  readonly name: string;
  readonly email: string;
  readonly profileName: string;
  /** True right after the creation. */
  readonly isNew: boolean;
}

/** The headline: what holds of the user's access now. */
export function headlineOf({ code, sites }: Access, { name, isNew }: Subject): string {
  switch (code) {
    case 'canLogIn':
      return fillNames(isNew ? labels.nowCanLogIn : labels.canLogIn, name, sites);
    case 'notLive':
      return fillNames(labels.canLogInOnceLive, name, sites);
    case 'noSite':
    case 'hidden':
    case 'pending':
      return fill(isNew ? labels.nowHasUser : labels.hasActiveUser, [name]);
    case 'inactive':
      return fill(isNew ? labels.createdInactive : labels.cantLogIn, [name]);
  }
}

/** What is to know under the headline: why nobody can log in yet, or what can't be seen. */
export function accessSentence({ code, sites, asOf }: Access, { name, profileName }: Subject): string {
  switch (code) {
    case 'canLogIn':
    case 'pending':
      return '';
    case 'inactive':
      return fill(labels.inactiveMeans, [name]);
    case 'notLive':
      return fillNames(labels.activateSite, name, sites);
    case 'noSite':
      return asOf === null ? labels.noLiveSite : fill(labels.memberOfNoSite, [profileName]);
    case 'hidden':
      return profileName === '' ? labels.sitesHidden : fill(labels.membershipUnknown, [profileName]);
  }
}

/** What the welcome email does; it matters until the first log-in. */
export function mailSentence(access: Access, { name, email, profileName }: Subject): string {
  const senders = namesOf(welcomeSenders(access.sites));
  const words = [senders, displayText(email), displayText(profileName), displayText(name)];
  switch (access.mail) {
    case 'sent':
      return fillShown(labels.mailSent, words);
    case 'later':
      return fillShown(labels.mailLater, words);
    case 'maybe':
      return fillShown(labels.mailMaybe, words);
    case 'off':
      return labels.mailNone;
    case 'unknown':
      return labels.mailUnknown;
  }
}

/** "As of Nov 30, 2026", for what an administrator read. */
export function asOfSentence({ asOf }: Access): string {
  return asOf === null ? '' : fill(labels.asOf, [dayText(asOf)]);
}

function fillNames(label: string, name: string, sites: readonly ProfileSite[]): string {
  return fillShown(label, [displayText(name), namesOf(sites)]);
}

function namesOf(sites: readonly ProfileSite[]): string {
  return sites.map(({ name }) => displayText(name)).join(', ');
}
