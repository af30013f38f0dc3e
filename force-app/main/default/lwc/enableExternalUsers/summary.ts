import { fill, forCount } from 'c/externalUserLabels';
import { massLabels } from 'c/externalUserListLabels';
import type { ExternalProfile, OrgFacts } from 'c/externalUserRules';
import { mailSentence } from 'c/externalUserSelection';
import type { EndedRow, Outcome } from './outcomes.ts';

export interface Summary {
  readonly headline: string;
  readonly isSuccess: boolean;
  /** What the new users hear of it, as far as it is known. */
  readonly mail: string;
}

const UNFINISHED: readonly Outcome[] = ['failed', 'unclear', 'notStarted'];

/** The result in one sentence, of the contacts whose users were wanted. */
export function summarize(rows: readonly EndedRow[], profile: ExternalProfile | undefined, org: OrgFacts): Summary {
  const created = rows.filter(({ outcome }) => outcome === 'created').length;
  const wanted = created + rows.filter(({ outcome }) => UNFINISHED.includes(outcome)).length;
  return {
    headline:
      created === wanted
        ? forCount(massLabels.createdOne, massLabels.createdMany, created)
        : fill(massLabels.createdSome, [created, wanted].map(String)),
    isSuccess: created > 0 && created === wanted,
    mail: created === 0 ? '' : mailSentence(created, profile, org)
  };
}
