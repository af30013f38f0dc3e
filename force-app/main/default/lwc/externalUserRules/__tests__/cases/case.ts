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

/** Facts that differ from those of a ready org, and the finding that they cause. */
export interface Case {
  readonly because: string;
  readonly contact?: Partial<ContactFacts>;
  /** Known null by default. */
  readonly user?: Facts['user'];
  readonly org?: Partial<OrgFacts>;
  /** Changes to the chosen profile. */
  readonly profile?: Partial<ExternalProfile>;
  readonly draft?: Partial<UserDraft>;
  readonly names?: Partial<NamesInUse>;
  /** The kinds of user that get the finding; both by default. */
  readonly kinds?: readonly UserDraft['kind'][];
  readonly status: Finding['status'];
  readonly words?: readonly string[];
  readonly record?: string;
  readonly fix?: Finding['fix'];
  readonly otherFixes?: readonly Finding['fix'][];
}

export type Cases = Partial<Readonly<Record<FindingCode, readonly [Case, ...Case[]]>>>;
