import type { CommonChoices } from 'c/externalUserChoices';
import {
  defaultProfileId,
  defaultSettings,
  isUsernamePattern,
  kindsOffered,
  valueOr,
  withSettings,
  type OrgFacts
} from 'c/externalUserRules';

/** What the settings and the org suggest. */
export function defaultChoices(org: OrgFacts): CommonChoices {
  const { defaultKind, usernamePattern } = valueOr(org.settings, defaultSettings);
  const kinds = kindsOffered(org);
  const kind = kinds.includes(defaultKind) ? defaultKind : (kinds[0] ?? 'customer');
  return { kind, profileId: defaultProfileId(org, kind), pattern: usernamePattern };
}

/** A profile belongs to one kind, so the other kind's choice goes. */
export function changeChoices(before: CommonChoices, next: CommonChoices, org: OrgFacts): CommonChoices {
  return before.kind === next.kind ? next : { ...next, profileId: defaultProfileId(org, next.kind) };
}

/** The org with the common choices as settings, so that the rules suggest what was chosen. */
export function withChoices(org: OrgFacts, { kind, pattern }: CommonChoices): OrgFacts {
  return withSettings(org, { defaultKind: kind, usernamePattern: pattern });
}

/** Whether the pattern makes a username of each contact, with the settings of the org. */
export function isPatternUsable({ pattern }: CommonChoices, org: OrgFacts): boolean {
  return isUsernamePattern({ ...valueOr(org.settings, defaultSettings), usernamePattern: pattern });
}

/** An id of 15 or 18 characters, as it was chosen or typed. */
export function isProfileChosen({ profileId }: CommonChoices): boolean {
  return /^00e\w{12}(?:\w{3})?$/.test(profileId.trim());
}
