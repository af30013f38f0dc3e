import {
  fieldLabels,
  fill,
  formLabels,
  sentenceFor,
  sentenceForFailure,
  sentenceForProblem,
  type FailureNames
} from 'c/externalUserLabels';
import type { DraftField, DraftProblem, Failure, Finding, TakenNames } from 'c/externalUserRules';

type Messages = Readonly<Partial<Record<DraftField, string>>>;

interface MessageSources {
  readonly problems: readonly DraftProblem[];
  readonly findings: readonly Finding[];
  readonly failure: Failure | undefined;
  readonly names: FailureNames;
}

/** Returns one message for each field: the org's refusal, else a taken name, else the draft problem. */
export function messagesFor({ problems, findings, failure, names }: MessageSources): Messages {
  const messages: Partial<Record<DraftField, string>> = {};
  for (const problem of problems) {
    messages[problem.field] = sentenceForProblem(problem);
  }
  for (const finding of findings) {
    if (finding.status === 'blocked' && (finding.check === 'username' || finding.check === 'nickname')) {
      messages[finding.check] = sentenceFor(finding);
    }
  }
  if (failure !== undefined && failure.field !== null) {
    messages[failure.field] = sentenceForFailure(failure, names);
  }
  return messages;
}

/** Lists the fields with a message for screen readers; empty if there is no message. */
export function summaryOf(messages: Messages): string {
  const names = Object.entries(fieldLabels).flatMap(([field, label]) => (field in messages ? label : []));
  return names.length === 0 ? '' : fill(formLabels.formProblems, [names.join(', ')]);
}

/** The refused name, unless its holder is known. */
export function withHidden(name: string, taken: TakenNames): TakenNames {
  return new Map([[name.trim().toLowerCase(), { kind: 'hidden' }], ...taken]);
}
