import type { Refusal } from 'sf-cli/answer';

/** What the doctor says of one thing. `unknown`: the org or the person's rights don't tell; it is neither good nor bad. */
export type Status = 'pass' | 'warning' | 'blocked' | 'unknown';

/** What a machine reads. */
export type FactValue =
  string | number | boolean | null | readonly FactValue[] | { readonly [name: string]: FactValue };
export type Facts = Readonly<Record<string, FactValue>>;

export interface Finding {
  /** Stable name, such as `sites`. */
  readonly check: string;
  /** The same for a person, at most 20 characters. */
  readonly title: string;
  readonly status: Status;
  readonly cause: string;
  /** What to do, and the page where it is done; null where nothing is to be done, or no page is for it. */
  readonly fix: string | null;
  readonly link: string | null;
  readonly facts: Facts;
  /** The facts that a person wants to see one by one, each in a line. */
  readonly lines: readonly string[];
}

/** Findings that belong together. */
export interface Group {
  readonly title: string;
  readonly findings: readonly Finding[];
}

type Details = Partial<Pick<Finding, 'fix' | 'link' | 'facts' | 'lines'>>;

/** Makes the findings of one check. */
export function findingsOf(check: string, title: string) {
  return (status: Status, cause: string, details: Details = {}): Finding => ({
    check,
    title,
    status,
    cause,
    fix: null,
    link: null,
    facts: {},
    lines: [],
    ...details
  });
}

/** Why the org doesn't say it, for a sentence: its code and its words. */
export function reasonOf({ code, message }: Refusal): string {
  const words = message.replace(/\s+/g, ' ').trim();
  return code === '' || words.includes(code) ? words : `${code}: ${words}`;
}

/** Names for a sentence; of many, the first ones. */
export function listed(names: readonly string[]): string {
  const MOST = 5;
  return names.length > MOST ? `${names.slice(0, MOST).join(', ')} and ${names.length - MOST} more` : names.join(', ');
}
