import { displayText, type ExternalProfile } from 'c/externalUserRules';
import { fill, fillShown } from './fill.ts';
import { formLabels } from './formLabels.ts';
import { sentenceForSeats } from './seatLabels.ts';

/** One option of a list. */
interface Choice {
  readonly label: string;
  readonly value: string;
}

/** Options for the profiles, the org's own first, grouped by license, each with its free seats. */
export function toProfileChoices(profiles: readonly ExternalProfile[]): readonly Choice[] {
  return profiles
    .map((profile) => ({
      isStandard: profile.isStandard,
      license: profile.license.kind === 'known' ? profile.license.value.name : '',
      name: profile.name,
      value: profile.id,
      label: fillShown(profile.isStandard ? formLabels.profileStandardListLabel : formLabels.profileListLabel, [
        displayText(profile.name),
        usageOf(profile)
      ])
    }))
    .sort(
      (one, other) =>
        Number(one.isStandard) - Number(other.isStandard) ||
        one.license.localeCompare(other.license) ||
        one.name.localeCompare(other.name)
    )
    .map(({ label, value }) => ({ label, value }));
}

/** The seats of the license; if it can't be read, the profile's active users; otherwise that neither is known. */
function usageOf({ license, activeUsers }: ExternalProfile): string {
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
