import { styleText } from 'node:util';
import { toShell } from 'sf-cli/shell';
import type { Finding, Group, Status } from './finding.ts';
import type { Org } from './org.ts';
import { EXIT } from '../shared/exit.ts';
import { toJsonText } from '../shared/terminalText.ts';
import { wrap } from '../shared/wrap.ts';

export type OrgName = Pick<Org, 'name' | 'username' | 'url' | 'apiVersion'>;
export type Counts = Readonly<Record<Status, number>>;

const WIDTH = 80;
const STATUS_WIDTH = 9;
const TITLE_WIDTH = 23;
const TITLE = 2 + STATUS_WIDTH;
const TEXT = TITLE + TITLE_WIDTH;
const BULLET = 2;

const COLORS = { pass: 'green', warning: 'yellow', blocked: 'red', unknown: 'cyan' } as const satisfies Record<
  Status,
  string
>;

/** For a person: the verdict, a table of 80 columns, and what comes next. Colors repeat what the words say. */
export function toTable(org: OrgName, groups: readonly Group[], isColored: boolean): string {
  const paint = (status: Status): string =>
    isColored ? styleText(COLORS[status], status, { validateStream: false }) : status;
  return [
    summaryOf(groups),
    `${org.username} at ${org.url}, API ${org.apiVersion}`,
    ...groups.flatMap(({ title, findings }) => ['', title, ...findings.flatMap((finding) => rowOf(finding, paint))]),
    '',
    `${verdictOf(groups)}. ${nextStep(org, groups)}`
  ].join('\n');
}

function rowOf(finding: Finding, paint: (status: Status) => string): string[] {
  const { status, title, cause, fix, link, lines } = finding;
  const [first = '', ...rest] = wrap(cause, WIDTH - TEXT);
  const head = `  ${paint(status)}${' '.repeat(STATUS_WIDTH - status.length)}${title.padEnd(TITLE_WIDTH - 1)} ${first}`;
  return [
    head.trimEnd(),
    ...indented(rest, TEXT),
    ...lines.flatMap((line) => bulleted('- ', line)),
    ...(fix === null ? [] : fixLines(fix)),
    // A broken address could not be clicked.
    ...(link === null ? [] : indented([link], TITLE + BULLET))
  ];
}

/** What to do. A command that stands at the end has a line of its own: broken, it could not be pasted. */
function fixLines(fix: string): string[] {
  const [, words = fix, command] = /^(.*?)((?:npm run|npx sf) \S.* --target-org (?:'[^']*'|\S+))$/su.exec(fix) ?? [];
  if (command === undefined) return bulleted('> ', fix);
  return words === ''
    ? [`${' '.repeat(TITLE)}> ${command}`]
    : [...bulleted('> ', words.trimEnd()), ...indented([command], TITLE + BULLET)];
}

function bulleted(bullet: '- ' | '> ', text: string): string[] {
  return wrap(text, WIDTH - TITLE - BULLET).map(
    (line, index) => `${' '.repeat(TITLE)}${index === 0 ? bullet : ' '.repeat(BULLET)}${line}`
  );
}

function indented(lines: readonly string[], by: number): string[] {
  return lines.map((line) => `${' '.repeat(by)}${line}`);
}

function summaryOf(groups: readonly Group[]): string {
  const { pass, warning, blocked, unknown } = countsOf(groups);
  return `${verdictOf(groups)}: blocked ${blocked}, warning ${warning}, unknown ${unknown}, pass ${pass}.`;
}

function verdictOf(groups: readonly Group[]): string {
  const { blocked, unknown } = countsOf(groups);
  return blocked > 0 ? 'Not ready' : unknown > 0 ? 'Ready, as far as can be told' : 'Ready';
}

/** The command that clears the first blocker, if one does; the deploy comes before what only a person can do. */
function nextStep({ name }: OrgName, groups: readonly Group[]): string {
  const blocked = groups.flatMap(({ findings }) => findings).filter(({ status }) => status === 'blocked');
  const target = toShell(['--target-org', name]);
  if (blocked.length === 0) {
    return `Next: open a contact and click Enable External User. For many contacts:\nnpm run enable-users -- plan ${target} --file contacts.csv`;
  }
  const command = blocked.find(({ fix }) => fix?.startsWith('npm run ') === true)?.fix ?? null;
  return command === null
    ? `Next: clear what is blocked above, then look again:\nnpm run doctor -- ${target}`
    : `Next:\n${command}`;
}

/** 1 if anything is blocked. */
export function exitCodeOf(groups: readonly Group[]): number {
  return countsOf(groups).blocked > 0 ? EXIT.failed : EXIT.done;
}

/** Counts the findings by status. */
export function countsOf(groups: readonly Group[]): Counts {
  const of = (status: Status): number =>
    groups.flatMap(({ findings }) => findings).filter((finding) => finding.status === status).length;
  return { pass: of('pass'), warning: of('warning'), blocked: of('blocked'), unknown: of('unknown') };
}

/** For programs: one line with the facts of the table. */
export function toJson(org: OrgName, groups: readonly Group[]): string {
  const counts = countsOf(groups);
  return toJsonText({
    result: counts.blocked > 0 ? 'blocked' : 'ready',
    org: { username: org.username, url: org.url, apiVersion: org.apiVersion },
    counts,
    findings: groups.flatMap(({ title, findings }) =>
      findings.map(({ check, status, cause, fix, link, facts }) => ({
        check,
        group: title,
        status,
        cause,
        fix,
        link,
        facts
      }))
    )
  });
}

/** For programs: why the org could not be examined. */
export function errorJson(message: string): string {
  return toJsonText({ result: 'error', message });
}
