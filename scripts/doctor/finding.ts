import { displayText } from 'c/externalUserRules';
import type { Refusal } from 'sf-cli/answer';
import { terminalLine } from '../shared/terminalText.ts';

/** The result of one check. `unknown` is neither good nor bad: the org doesn't say, or the user may not see it. */
export type Status = 'pass' | 'warning' | 'blocked' | 'unknown';

/** A fact for programs. */
export type FactValue =
  string | number | boolean | null | readonly FactValue[] | { readonly [name: string]: FactValue };
export type Facts = Readonly<Record<string, FactValue>>;

export interface Finding {
  /** A stable name for programs, such as `sites`. */
  readonly check: string;
  /** The name for a person, of at most 20 characters. */
  readonly title: string;
  readonly status: Status;
  readonly cause: string;
  /** What to do, and a link to the page for it; null if there is nothing to do, or no page. */
  readonly fix: string | null;
  readonly link: string | null;
  readonly facts: Facts;
  /** Facts for a person, one in each line. */
  readonly lines: readonly string[];
}

/** Findings that belong together. */
export interface Group {
  readonly title: string;
  readonly findings: readonly Finding[];
}

type Details = Partial<Pick<Finding, 'fix' | 'link' | 'facts' | 'lines'>>;

/** Creates findings of one check. */
export function findingsOf(check: string, title: string) {
  return (status: Status, cause: string, details: Details = {}): Finding => ({
    check,
    title,
    status,
    cause: terminalLine(cause),
    fix: shownOrNull(details.fix),
    link: shownOrNull(details.link),
    facts: details.facts ?? {},
    lines: (details.lines ?? []).map(terminalLine)
  });
}

function shownOrNull(text: string | null | undefined): string | null {
  return text === null || text === undefined ? null : terminalLine(text);
}

/** The reason of a refusal, for a sentence: its code and its message. */
export function reasonOf({ code, message }: Refusal): string {
  const words = message.replace(/\s+/g, ' ').trim();
  return code === '' || words.includes(code) ? words : `${code}: ${words}`;
}

/** Names for a sentence: at most the first five. */
export function listed(names: readonly string[]): string {
  const MOST = 5;
  const shown = names.map(displayText);
  return shown.length > MOST ? `${shown.slice(0, MOST).join(', ')} and ${shown.length - MOST} more` : shown.join(', ');
}
