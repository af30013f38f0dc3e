import { fill, labels } from 'c/externalUserLabels';
import { seatsLeft, type ExternalProfile, type License } from 'c/externalUserRules';
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
        license.kind === 'known' ? describeSeats(license.value) : labels.licenseUnknown
      ])
    }))
    .sort((one, other) => one.license.localeCompare(other.license) || one.name.localeCompare(other.name))
    .map(({ label, value }) => ({ label, value }));
}

function describeSeats(license: License): string {
  const left = seatsLeft(license);
  if (left.kind === 'known' && license.total.kind === 'known') {
    return fill(labels.seatsOf, [license.name, String(left.value), String(license.total.value)]);
  }
  return fill(license.isLoginBased ? labels.seatsLogin : labels.seatsUnknown, [license.name]);
}
