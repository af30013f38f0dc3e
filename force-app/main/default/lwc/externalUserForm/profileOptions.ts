import { fill, labels, sentenceForSeats } from 'c/externalUserLabels';
import type { ExternalProfile } from 'c/externalUserRules';
import type { Choice } from 'c/externalUserOrg';

/** Profiles side by side with those of the same licence, each with its seats. */
export function toProfileChoices(profiles: readonly ExternalProfile[]): readonly Choice[] {
  return profiles
    .map(({ id, name, license }) => ({
      license: license.kind === 'known' ? license.value.name : '',
      name,
      value: id,
      label: fill(labels.profileListLabel, [
        name,
        license.kind === 'known' ? sentenceForSeats(license.value) : labels.licenseUnknown
      ])
    }))
    .sort((one, other) => one.license.localeCompare(other.license) || one.name.localeCompare(other.name))
    .map(({ label, value }) => ({ label, value }));
}
