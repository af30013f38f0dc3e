import { displayText, welcomeSenders, type Access, type Failure, type ProfileSite } from 'c/externalUserRules';
import { fill, fillShown } from './fill.ts';
import { dayText } from './findingLabels.ts';
import { statusLabels as labels } from './statusLabels.ts';

/** Who gets the welcome email. */
interface Recipient {
  readonly name: string;
  readonly email: string;
  readonly profileName: string;
}

/** What the welcome email does; it matters until the first log-in. Without a recipient it is short, for a narrow place. */
export function sentenceForMail({ sites, mail }: Access, recipient?: Recipient): string {
  const { name = '', email = '', profileName = '' } = recipient ?? {};
  const words = [listNames(welcomeSenders(sites)), displayText(email), displayText(profileName), displayText(name)];
  const isShort = recipient === undefined;
  switch (mail) {
    case 'sent':
      return fillShown(isShort ? labels.mailSentShort : labels.mailSent, words);
    case 'later':
      return fillShown(isShort ? labels.mailLaterShort : labels.mailLater, words);
    case 'maybe':
      return fillShown(isShort ? labels.mailMaybeShort : labels.mailMaybe, words);
    case 'off':
      return labels.mailNone;
    case 'unknown':
      return labels.mailUnknown;
  }
}

/** "As of Nov 30, 2026", for what an administrator read; empty for what the person sees. */
export function sentenceForDay({ asOf }: Pick<Access, 'asOf'>): string {
  return asOf === null ? '' : fill(labels.asOf, [dayText(asOf)]);
}

/** The names of sites as they are shown. */
export function listNames(sites: readonly Pick<ProfileSite, 'name'>[]): string {
  return sites.map(({ name }) => displayText(name)).join(', ');
}

/** Why a look-up had to find the new user: no answer, one that can't be read, or an error. */
export function sentenceForFoundUser(failure: Pick<Failure, 'code' | 'status'> | null): string {
  const { code = 'noAnswer', status = null } = failure ?? {};
  if (code === 'unreadable') {
    return labels.createdUnreadable;
  }
  return code === 'noAnswer' || status === null
    ? labels.createdEarlier
    : fill(labels.createdAfterError, [String(status)]);
}
