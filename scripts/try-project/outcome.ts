import type { NotTaken } from 'sfdx-local-org';
import { isRefusal, NO_COMPONENT } from 'sfdx-playground';

/** What a page showed of a component, and what went wrong on it. */
export interface Seen {
  /** The messages of cards for components that failed or were refused. */
  readonly problems: readonly string[];
  /** What the page lists as not in this local org. */
  readonly refusals: readonly string[];
  /** Messages in the answers of the local org to requests of the component. */
  readonly answers: readonly string[];
  /** Paths of files that the page asked for and that are not there. */
  readonly missingFiles: readonly string[];
  /** Errors that nothing caught. */
  readonly errors: readonly string[];
  /** Whether the place of the component has no text, picture or field. */
  readonly isEmpty: boolean;
  /** Why there is no page at all; null for a page. */
  readonly pageProblem: string | null;
}

export type Kind = 'works' | 'refused by name' | 'failed';

/** A component as the command opens it, and the Apex methods that its code imports. */
export interface Opened {
  readonly bundle: string;
  readonly apexMethods: readonly string[];
}

export interface Outcome {
  readonly bundle: string;
  readonly kind: Kind;
  /** One reason or remark each. */
  readonly why: readonly string[];
}

/** An error that says nothing is named, because a table of causes is what the command is for. */
const UNNAMED = 'An error without a message';

/** The page only opens a component: it clicks nothing. */
const NOT_CALLED = 'Apex that it did not call here';

/** It may wait for what its page would give it, or have nothing to show. */
const EMPTY = 'It draws nothing here';

/** Sorts what was seen: a failure weighs more than a refusal. */
export function outcomeOf({ bundle, apexMethods }: Opened, seen: Seen, notTaken: readonly NotTaken[] = []): Outcome {
  const [library] = seen.problems.filter((message) => message.endsWith(NO_COMPONENT));
  // A real org draws nothing of it either.
  if (library !== undefined) return { bundle, kind: 'works', why: [NO_COMPONENT] };
  const said = [...seen.problems, ...seen.refusals, ...seen.answers].filter((message) => message !== '');
  const refusals = [...said.filter(isRefusal), ...gapsNamedIn(seen.answers, notTaken)];
  // Apex rejects with an object; the page already names the method.
  const errors = seen.errors.filter((message) => !isRefusal(message) && !(message === 'Object' && refusals.length > 0));
  const failures = [
    ...(seen.pageProblem === null ? [] : [seen.pageProblem]),
    ...seen.problems.filter((message) => !isRefusal(message)),
    ...errors.map((message) => (message === '' || message === 'Object' ? UNNAMED : message))
  ];
  if (failures.length > 0) return { bundle, kind: 'failed', why: unique(failures) };
  return refusals.length > 0
    ? { bundle, kind: 'refused by name', why: unique(refusals) }
    : {
        bundle,
        kind: 'works',
        why: unique([...remarks(seen), ...apexMethods.map((method) => `${NOT_CALLED}: ${method}`)])
      };
}

/** The org answers about a field that it has not taken as about one that nobody made. */
function gapsNamedIn(answers: readonly string[], notTaken: readonly NotTaken[]): string[] {
  const words = new Set(answers.flatMap((answer) => answer.match(/\w+/gu) ?? []));
  return notTaken
    .filter(({ fullName, problem }) => isRefusal(problem) && words.has(fullName.split('.').at(-1) ?? ''))
    .map(({ fullName, problem }) => `${fullName}: ${problem}`);
}

/** What a reader should know of a component that works. */
function remarks({ isEmpty, answers, missingFiles }: Seen): string[] {
  return [
    ...(isEmpty ? [EMPTY] : []),
    ...missingFiles.map((path) => `There is no file ${path}`),
    ...answers.filter((message) => message !== '').map((message) => `The org answered: ${message}`)
  ];
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

const ORDER: readonly Kind[] = ['failed', 'refused by name', 'works'];

/** A Markdown table, what needs attention first, with the counts below. */
export function outcomeTable(outcomes: readonly Outcome[]): string {
  const rows = ORDER.flatMap((kind) => outcomes.filter((outcome) => outcome.kind === kind)).map(
    ({ bundle, kind, why }) => `| ${bundle} | ${kind} | ${why.map(cell).join('<br>')} |`
  );
  const counts = ORDER.toReversed().map(
    (kind) => `${String(outcomes.filter((outcome) => outcome.kind === kind).length)} ${kind}`
  );
  return ['| component | outcome | why |', '| --- | --- | --- |', ...rows, '', `${counts.join(', ')}.`].join('\n');
}

function cell(text: string): string {
  return text.split('\n').join(' ').replaceAll('|', '\\|');
}
