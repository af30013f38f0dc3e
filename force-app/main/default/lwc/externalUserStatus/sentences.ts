import { fill, fillShown, listNames, statusLabels as labels } from 'c/externalUserLabels';
import { displayText, type Access, type ProfileSite } from 'c/externalUserRules';

/** Whom the sentences are about. */
export interface Subject {
  readonly name: string;
  readonly email: string;
  readonly profileName: string;
  /** True right after the creation. */
  readonly isNew: boolean;
}

/** The headline: what holds of the user's access now. */
export function headlineOf({ code, sites, mayRefuse }: Access, { name, isNew }: Subject): string {
  const hasUser = fill(isNew ? labels.nowHasUser : labels.hasActiveUser, [name]);
  switch (code) {
    case 'canLogIn':
      return mayRefuse ? hasUser : fillNames(isNew ? labels.nowCanLogIn : labels.canLogIn, name, sites);
    case 'notLive':
      return fillNames(labels.canLogInOnceLive, name, sites);
    case 'noSite':
    case 'hidden':
    case 'pending':
      return hasUser;
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

function fillNames(label: string, name: string, sites: readonly ProfileSite[]): string {
  return fillShown(label, [displayText(name), listNames(sites)]);
}
