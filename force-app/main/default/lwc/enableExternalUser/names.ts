import type { NextName } from 'c/externalUserCreation';
import type { FailureNames } from 'c/externalUserLabels';
import {
  defaultSettings,
  freeNickname,
  isSuggestedNickname,
  valueOr,
  type ExternalProfile,
  type Facts,
  type NumberedName,
  type OrgFacts,
  type TakenNames,
  type UserDraft
} from 'c/externalUserRules';

/**
 * Names for the sentences of failures; empty where they are not known. A contact that is gone when it is read again keeps
 * those with which its user was sent.
 */
export function failureNames(
  { contact, org }: Pick<Facts, 'contact' | 'org'>,
  draft: UserDraft | undefined,
  sent: FailureNames | undefined
): FailureNames {
  if (contact === undefined && sent !== undefined) return sent;
  const profile = profileOf(org, draft?.profileId);
  return {
    contact: contact?.name ?? '',
    account: contact === undefined ? '' : (valueOr(contact.account, null)?.name ?? ''),
    owner: contact === undefined ? '' : (valueOr(contact.owner, null)?.name ?? ''),
    profile: profile?.name ?? '',
    license: profile === undefined ? '' : (valueOr(profile.license, null)?.name ?? ''),
    username: draft?.username ?? ''
  };
}

/** How the creation numbers a suggested nickname. One that a person chose is given or refused, as in the bulk command. */
export function nicknameNumbering(
  { contact, org }: Pick<Facts, 'contact' | 'org'>,
  { nickname }: UserDraft,
  takenNicknames: TakenNames = new Map()
): { readonly takenNicknames: TakenNames; readonly nicknameAfter: NextName | undefined } {
  const settings = valueOr(org.settings, defaultSettings);
  const nicknameAfter: NextName = (name, step) => freeNickname(name, takenNicknames, step);
  const isNumbered = contact !== undefined && isSuggestedNickname(nickname, contact, settings);
  return { takenNicknames, nicknameAfter: isNumbered ? nicknameAfter : undefined };
}

/** The nickname that the new user got instead of the one that was sent first. */
export function numberedNames(sent: UserDraft, made: UserDraft, taken: TakenNames): readonly NumberedName[] {
  const [wanted, free] = [sent.nickname.trim(), made.nickname.trim()];
  const holder = taken.get(wanted.toLowerCase()) ?? { kind: 'hidden' };
  return wanted === free ? [] : [{ field: 'nickname', wanted, free, holder }];
}

function profileOf(org: OrgFacts, profileId: string | undefined): ExternalProfile | undefined {
  return valueOr(org.profiles, []).find(({ id }) => id === profileId);
}
