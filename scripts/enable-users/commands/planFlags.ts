import { Flags } from '@salesforce/sf-plugins-core';
import type { ExternalUserKind } from 'c/externalUserRules';
import type { PlanOptions } from '../plan/planOptions.ts';
import type { Source } from '../input/openInput.ts';

const SOURCES = ['file', 'query', 'list-view'];

/** The flags that a plan is made from: which contacts, and how their users are created. */
export const planFlags = {
  'target-org': Flags.requiredOrg(),
  'api-version': Flags.orgApiVersion(),
  file: Flags.string({
    char: 'f',
    summary: 'CSV file with a column ContactId; - is standard input.',
    description:
      'Further columns are optional: Profile, Username, Email, Nickname, Alias, RoleLevel, TimeZone, Locale, Language, PermissionSets (separated by semicolons); the names of User fields, such as ProfileId and CommunityNickname, count too. User.<Field> sets any other field of the user, such as User.Department; FederationIdentifier needs no User. Separated by comma, semicolon or tab; UTF-8. Other columns are kept for the result files, unless they look like a misspelt one; those of plan.csv and of result files are left out. NULL, N/A, a dash and the like are empty cells; the error of a formula, such as #N/A, and None block their row.',
    exactlyOne: SOURCES
  }),
  query: Flags.string({ char: 'q', summary: 'SOQL query that finds the contacts.', exactlyOne: SOURCES }),
  'list-view': Flags.string({
    char: 'l',
    summary: 'List view of contacts: its API name, label or id.',
    exactlyOne: SOURCES
  }),
  kind: Flags.option({
    options: ['customer', 'partner'] as const,
    summary: 'Kind of user for rows that name no profile.',
    description: 'Without it, the kind that the org’s External User Setting names, else customer.'
  })(),
  profile: Flags.string({
    char: 'p',
    summary: 'Name or id of the profile for rows that name none.',
    description: 'Without it, the org’s default for the kind, or the only profile with a free seat.'
  }),
  'permission-set': Flags.string({
    multiple: true,
    summary: 'Permission set for all new users, assigned afterwards; can be given several times.'
  }),
  'partner-accounts': Flags.option({
    options: ['enable', 'leave'] as const,
    default: 'leave',
    summary: 'Makes the accounts of partner users partner accounts first, or leaves them and blocks their rows.'
  })(),
  reactivate: Flags.boolean({ summary: 'Makes inactive users of the contacts active again, which takes a seat.' }),
  'run-folder': Flags.string({
    summary: 'Folder for the plan and everything that follows.',
    description: 'Without it, a new one below .external-users.'
  })
};

export interface PlanFlagValues {
  readonly file?: string | undefined;
  readonly query?: string | undefined;
  readonly 'list-view'?: string | undefined;
  readonly kind?: ExternalUserKind | undefined;
  readonly profile?: string | undefined;
  readonly 'permission-set'?: readonly string[] | undefined;
  readonly 'partner-accounts': string;
  readonly reactivate: boolean;
  readonly 'run-folder'?: string | undefined;
}

export function sourceOf(flags: PlanFlagValues): Source {
  if (flags.file !== undefined) return { kind: 'file', path: flags.file };
  if (flags.query !== undefined) return { kind: 'query', soql: flags.query };
  return { kind: 'listView', name: flags['list-view'] ?? '' };
}

export function planOptionsOf(flags: PlanFlagValues): PlanOptions {
  return {
    kind: flags.kind ?? null,
    profile: flags.profile ?? null,
    reactivate: flags.reactivate,
    enablesPartnerAccounts: flags['partner-accounts'] === 'enable',
    permissionSets: flags['permission-set'] ?? []
  };
}
