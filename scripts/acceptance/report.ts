import { join } from 'node:path';
import { failureText, type RunFailure } from '../shared/runSteps.ts';
import { toJsonText } from '../shared/terminalText.ts';
import type { Ledger } from './ledger/ledger.ts';
import { verdictOf } from './ledger/verdict.ts';
import { LEDGER_PAGE } from './ledger/writeLedger.ts';

/** How a run ended, for the person or the program that started it. */
export interface Outcome {
  /** null where the org could not be made. */
  readonly ledger: Ledger | null;
  readonly folder: string;
  readonly failures: readonly RunFailure[];
  /** Sentences on the org: whether it is still there, and what to do with it. */
  readonly orgLines: readonly string[];
}

/** For a person: the verdict, each difference, and where everything is written. */
export function outcomeText({ ledger, folder, orgLines }: Outcome): string {
  if (ledger === null) return orgLines.join('\n');
  const differing = ledger.facts.filter(({ outcome }) => outcome === 'differs');
  const unanswered = ledger.facts.filter(({ outcome }) => outcome === 'failed');
  return [
    verdictOf(ledger).replaceAll('*', ''),
    ...differing.flatMap(({ fact, question, expected, thisOrg }) => [
      '',
      `${fact} ${question}`,
      `  expected: ${expected}`,
      `  this org: ${thisOrg ?? '–'}`
    ]),
    ...unanswered.flatMap(({ fact, question, note }) => ['', `${fact} ${question}`, `  no answer: ${note}`]),
    '',
    `Fact by fact: ${join(folder, LEDGER_PAGE)}`,
    ...(ledger.org.kind === 'scratch'
      ? ['Commit that folder: docs/platform-facts.md takes its dates of confirmation from it.']
      : ['A local org confirms nothing of Salesforce: that takes --dev-hub <alias>.']),
    ...orgLines
  ].join('\n');
}

/** What failed, each with what to do. */
export function failuresText(failures: readonly RunFailure[]): string {
  return failures.map((failure) => failureText(failure)).join('\n\n');
}

/** For programs. */
export function toJson({ ledger, folder, failures }: Outcome): string {
  return toJsonText(
    { result: ledger?.result ?? 'failed', folder: ledger === null ? null : folder, ledger, failures },
    2
  );
}
