import type { ObjectInfoRepresentation, PicklistValues } from 'lightning/uiObjectInfoApi';
import type { FieldLimits } from 'c/externalUserRules';

/** The User picklists of the form; all but PortalRole exist in every org. */
export const PICKLIST_FIELDS = {
  timeZone: 'User.TimeZoneSidKey',
  locale: 'User.LocaleSidKey',
  language: 'User.LanguageLocaleKey',
  emailEncoding: 'User.EmailEncodingKey',
  portalRole: 'User.PortalRole'
} as const;

export interface Choice {
  readonly label: string;
  readonly value: string;
}

/**
 * The org's choices; where they can't be read, the present value only. The array is the one of the wire, because a new one
 * at each keystroke would render hundreds of time zones again.
 */
export function toChoices(picklist: PicklistValues | undefined, current: string): readonly Choice[] {
  const choices = picklist?.values ?? [];
  return choices.length > 0 || current === '' ? choices : [{ label: current, value: current }];
}

/** Longest text of each User field, in characters. */
export function toFieldLimits(user: ObjectInfoRepresentation | undefined): FieldLimits {
  return Object.fromEntries(Object.values(user?.fields ?? {}).map(({ apiName, length }) => [apiName, length]));
}
