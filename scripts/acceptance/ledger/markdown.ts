import { terminalLine } from '../../shared/terminalText.ts';
import type { FactRow, Ledger, LedgerOrg, StepRow } from './ledger.ts';
import { verdictOf } from './verdict.ts';

/** The ledger for a person: the verdict, what differs, what has no result, and then everything. */
export function toMarkdown(ledger: Ledger): string {
  const { date, org, facts, steps, pictures } = ledger;
  const of = (outcome: FactRow['outcome']): readonly FactRow[] => facts.filter((row) => row.outcome === outcome);
  const apart = of('same').filter(({ localOrg, thisOrg }) => localOrg !== null && localOrg !== thisOrg);
  const blocks = [
    `# Acceptance of ${date}`,
    verdictOf(ledger),
    about(org),
    ...section('What differs', factTable(of('differs'))),
    ...section('What got no answer', reasonTable(of('failed'), 'Why')),
    ...section('Where the local org is to be corrected', factTable(apart)),
    ...section('Steps', stepTable(steps)),
    ...section('As assumed', factTable(of('same'))),
    ...section('What can’t be asked', reasonTable(of('notProbed'), 'Why not')),
    ...section('Screens', pictures.map(({ title, file }) => `![${cell(title)}](${file})`).join('\n\n'))
  ];
  return `${blocks.join('\n\n')}\n`;
}

function about({ kind, edition, release, apiVersion }: LedgerOrg): string {
  const org = `${edition}, ${release}, API ${apiVersion}`;
  return kind === 'scratch'
    ? `A scratch org of Salesforce (${org}). Each fact with the same answer is confirmed.`
    : `A local org on this machine (${org}). It proves that the command works and that the local org answers as we assume of Salesforce; it confirms no fact, and its pages are the playground’s, not Lightning Experience.`;
}

/** Nothing where there is nothing to show. */
function section(title: string, content: string): readonly string[] {
  return content === '' ? [] : [`## ${title}`, content];
}

function factTable(rows: readonly FactRow[]): string {
  return table(
    ['Fact', 'Question', 'Expected', 'Local org', 'This org', 'The org’s words'],
    rows.map(({ fact, question, expected, localOrg, thisOrg, note }) => [
      link(fact),
      question,
      expected,
      // What is the same need not be read twice.
      localOrg === expected ? 'as expected' : (localOrg ?? '–'),
      thisOrg === expected ? 'as expected' : (thisOrg ?? '–'),
      note
    ])
  );
}

function reasonTable(rows: readonly FactRow[], why: string): string {
  return table(
    ['Fact', 'Question', why],
    rows.map(({ fact, question, note }) => [link(fact), question, note])
  );
}

function stepTable(rows: readonly StepRow[]): string {
  return table(
    ['Step', 'Result', 'Seconds', ''],
    rows.map(({ title, result, seconds, note }) => [
      title,
      result === 'left' ? 'not done' : result,
      result === 'left' ? '' : seconds.toFixed(1),
      note
    ])
  );
}

function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const lines = [headings, headings.map(() => '---'), ...rows.map((row) => row.map(cell))];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** The facts are on a page without anchors. */
function link(fact: string): string {
  return `[${fact}](../../docs/platform-facts.md)`;
}

/** Longer words of an org are cut: ledger.json has all of them. */
const LONGEST = 240;

/** One line in which nothing is markup: an org's words may hold anything. */
function cell(text: string): string {
  if (/^\[F-\d+\]\(/u.test(text)) return text;
  const line = terminalLine(text);
  const short = line.length > LONGEST ? `${line.slice(0, LONGEST)} …` : line;
  return short.replace(/[\\|`*_<>[\]]/gu, String.raw`\$&`);
}
