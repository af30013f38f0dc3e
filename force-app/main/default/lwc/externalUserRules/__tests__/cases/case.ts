import type {
  ContactFacts,
  ExternalProfile,
  Facts,
  Finding,
  FindingCode,
  NamesInUse,
  OrgFacts,
  UserDraft
} from 'c/externalUserRules';

/** Facts, different from those of an org where all is well, and the one finding of the code that they bring up. */
export interface Case {
  readonly because: string;
  readonly contact?: Partial<ContactFacts>;
  /** Known null where not said. */
  readonly user?: Facts['user'];
  readonly org?: Partial<OrgFacts>;
  /** Of the chosen profile. */
  readonly profile?: Partial<ExternalProfile>;
  readonly draft?: Partial<UserDraft>;
  readonly names?: Partial<NamesInUse>;
  /** The kinds of user for which it comes up; both where not said. */
  readonly kinds?: readonly UserDraft['kind'][];
  readonly status: Finding['status'];
  readonly words?: readonly string[];
  readonly record?: string;
  readonly fix?: Finding['fix'];
}

export type Cases = Partial<Readonly<Record<FindingCode, readonly [Case, ...Case[]]>>>;
