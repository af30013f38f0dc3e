import { displayText, type Access, type ExternalProfile } from 'c/externalUserRules';
import { listNames } from './accessLabels.ts';
import { fill, fillShown } from './fill.ts';
import { dayText } from './findingLabels.ts';
import { formLabels } from './formLabels.ts';
import { sentenceForSeats } from './seatLabels.ts';

/** One option of a list, with a second line below its label. */
export interface ProfileChoice {
  readonly label: string;
  readonly description: string;
  readonly value: string;
}

/** A text with the names of sites in it, which stand out. */
export interface LoginText {
  readonly before: string;
  readonly sites: string;
  readonly after: string;
}

/** Options for the profiles, the org's own first, grouped by license, each with its free seats. */
export function toProfileChoices(profiles: readonly ExternalProfile[]): readonly ProfileChoice[] {
  return profiles
    .map((profile) => ({
      isStandard: profile.isStandard,
      license: profile.license.kind === 'known' ? profile.license.value.name : '',
      name: profile.name,
      value: profile.id,
      label: profile.isStandard ? fill(formLabels.profileStandardListLabel, [profile.name]) : displayText(profile.name),
      description: usageOf(profile)
    }))
    .sort(
      (one, other) =>
        Number(one.isStandard) - Number(other.isStandard) ||
        one.license.localeCompare(other.license) ||
        one.name.localeCompare(other.name)
    )
    .map(({ label, description, value }) => ({ label, description, value }));
}

/** The seats of the license; if it can't be read, the profile's active users; otherwise that neither is known. */
export function usageOf({ license, activeUsers }: Pick<ExternalProfile, 'license' | 'activeUsers'>): string {
  if (license.kind === 'known') {
    return sentenceForSeats(license.value);
  }
  if (license.reason === 'pending') {
    return '…';
  }
  return activeUsers.kind === 'known'
    ? fill(formLabels.activeUsers, [String(activeUsers.value)])
    : formLabels.licenseUnknown;
}

/** Where users of a profile can log in; undefined unless a live site is known. */
export function loginTextFor({ code, sites, asOf }: Access): LoginText | undefined {
  if (code !== 'canLogIn') {
    return undefined;
  }
  const [place, label] = ['{0}', asOf === null ? formLabels.profileCanLogIn : formLabels.profileCanLogInAsOf];
  const day = asOf === null ? '' : dayText(asOf);
  const [before = '', after = ''] = fillShown(label, [place, day]).split(place);
  return { before, sites: listNames(sites), after };
}
