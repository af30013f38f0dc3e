import type { Check, Finding } from 'c/externalUserRules';

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

/** The findings of each field. */
export function notesOf(findings: readonly Finding[]): Readonly<Record<Noted, readonly Finding[]>> {
  const of = (field: Noted) => findings.filter(({ check }) => fieldOf(check) === field);
  return { kind: of('kind'), profile: of('profile'), username: of('username'), nickname: of('nickname') };
}
