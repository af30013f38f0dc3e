import {
  fieldLabels,
  fill,
  formLabels,
  sentenceFor,
  sentenceForFailure,
  sentenceForProblem,
  type FailureNames
} from 'c/externalUserLabels';
import type { DraftField, DraftProblem, Failure, Finding } from 'c/externalUserRules';

type Messages = Readonly<Partial<Record<DraftField, string>>>;

interface Wrong {
  readonly problems: readonly DraftProblem[];
  readonly findings: readonly Finding[];
  readonly failure: Failure | undefined;
  readonly names: FailureNames;
}

/** What each field says: what the org refused, else a username that is taken, else its problem. */
export function messagesFor({ problems, findings, failure, names }: Wrong): Messages {
  const messages: Partial<Record<DraftField, string>> = {};
  for (const problem of problems) {
    messages[problem.field] = sentenceForProblem(problem);
  }
  const taken = findings.find(({ code }) => code === 'usernameTaken');
  if (taken !== undefined) {
    messages.username = sentenceFor(taken);
  }
  if (failure !== undefined && failure.field !== null) {
    messages[failure.field] = sentenceForFailure(failure, names);
  }
  return messages;
}

/** The fields that have a message, for those who don't see them; empty for none. */
export function summaryOf(messages: Messages): string {
  const names = Object.entries(fieldLabels).flatMap(([field, label]) => (field in messages ? label : []));
  return names.length === 0 ? '' : fill(formLabels.formProblems, [names.join(', ')]);
}
