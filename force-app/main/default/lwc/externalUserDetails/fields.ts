import {
  defaultSettings,
  freeNickname,
  freeUsername,
  isSuggestedNickname,
  valueOr,
  type Check,
  type ContactFacts,
  type Finding,
  type FixOffer,
  type NamesInUse,
  type OrgFacts,
  type UserDraft
} from 'c/externalUserRules';

/** The field below which a check stands. */
export type Noted = 'kind' | 'profile' | 'username' | 'nickname';

function fieldOf(check: Check): Noted {
  switch (check) {
    case 'permission':
    case 'owner':
    case 'contactOwners':
    case 'partner':
    case 'personAccount':
      return 'kind';
    case 'username':
    case 'usernameForm':
      return 'username';
    case 'nickname':
      return 'nickname';
    default:
      return 'profile';
  }
}

/** The findings of each field. The line below the profile says already where its users can log in. */
export function notesOf(findings: readonly Finding[]): Readonly<Record<Noted, readonly Finding[]>> {
  const noted = findings.filter(({ check, status }) => check !== 'membership' || status !== 'pass');
  const of = (field: Noted) => noted.filter(({ check }) => fieldOf(check) === field);
  return { kind: of('kind'), profile: of('profile'), username: of('username'), nickname: of('nickname') };
}

/** Whether the nickname differs from the one that contact and settings suggest. */
export function isNicknameChanged(
  draft: UserDraft | undefined,
  contact: ContactFacts | undefined,
  org: OrgFacts | undefined
): boolean {
  return (
    draft !== undefined &&
    contact !== undefined &&
    org !== undefined &&
    !isSuggestedNickname(draft.nickname, contact, valueOr(org.settings, defaultSettings))
  );
}

/** The draft with a free name, and the field of the name; undefined for a fix outside the form. */
export function withFreeName(
  fix: FixOffer['fix'],
  draft: UserDraft,
  { usernames, nicknames }: NamesInUse
): { readonly cured: UserDraft; readonly field: 'username' | 'nickname' } | undefined {
  switch (fix) {
    case 'useFreeUsername': {
      const username = freeUsername(draft.username.trim(), valueOr(usernames, undefined));
      return { cured: { ...draft, username }, field: 'username' };
    }
    case 'useFreeNickname': {
      const nickname = freeNickname(draft.nickname.trim(), valueOr(nicknames, undefined));
      return { cured: { ...draft, nickname }, field: 'nickname' };
    }
    default:
      return undefined;
  }
}
