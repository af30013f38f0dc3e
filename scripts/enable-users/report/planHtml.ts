import { displayText } from 'c/externalUserRules';
import { terminalText } from '../../shared/terminalText.ts';
import { number } from './numbers.ts';
import {
  OUTCOME_ORDER,
  OUTCOME_WORDS,
  reasonsOf,
  roleNotes,
  runSentence,
  seatsSentence,
  type Reason
} from './planLines.ts';
import type { LicenseNeed, PlanSummary } from './planSummary.ts';

/** One file without scripts, fonts or addresses, so that it can be mailed to the person who has to agree. */
export function planHtml(summary: PlanSummary, at: Date): string {
  const { against, doubtful } = reasonsOf(summary);
  const title = `Plan for ${number(summary.rows)} rows`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
<p>${escaped(`${summary.source}, for ${displayText(summary.org)}, ${at.toISOString().slice(0, 16).replace('T', ' ')} UTC.`)} ${escaped(runSentence(summary))}</p>
<h2>Rows</h2>
${outcomeBars(summary)}
${seatSection(summary.licenses)}
${reasonSection('Why not', against)}
${reasonSection('Worth a look', doubtful)}
${noteSection([...summary.notes, ...roleNotes(summary)])}
<p>Every row with its outcome is in plan.csv.</p>
</main>
</body>
</html>
`;
}

function outcomeBars({ counts, rows }: PlanSummary): string {
  const shown = OUTCOME_ORDER.filter((outcome) => counts[outcome] > 0);
  return `<table>${shown
    .map(
      (outcome) =>
        `<tr><th scope="row">${escaped(OUTCOME_WORDS[outcome])}</th><td class="count">${number(counts[outcome])}</td><td>${bar(
          [[outcome, counts[outcome] / Math.max(1, rows)]]
        )}</td></tr>`
    )
    .join('')}</table>`;
}

/** Seats in use, seats that the plan takes, and seats that it lacks, on one scale. */
function seatSection(licenses: readonly LicenseNeed[]): string {
  if (licenses.length === 0) return '';
  const rows = licenses.map((need) => {
    const taken = need.needed - need.missing;
    const whole = Math.max(1, need.total ?? 0, (need.used ?? 0) + need.needed);
    const parts: readonly Part[] =
      need.left === null
        ? []
        : [
            ['used', (need.used ?? 0) / whole],
            ['enable', taken / whole],
            ['blocked', need.missing / whole]
          ];
    return `<tr><th scope="row">${escaped(displayText(need.license))}</th><td class="wide">${escaped(seatsSentence(need))}</td><td>${bar(parts)}</td></tr>`;
  });
  return `<h2>Seats</h2><table>${rows.join('')}</table>
<p class="key"><span class="used"></span> in use <span class="enable"></span> taken by this plan <span class="blocked"></span> short</p>`;
}

function reasonSection(title: string, reasons: readonly Reason[]): string {
  if (reasons.length === 0) return '';
  const rows = reasons.map(
    ({ rows: count, code, example }) =>
      `<tr><td class="count">${number(count)}</td><td><code>${escaped(code)}</code></td><td>${escaped(example)}</td></tr>`
  );
  return `<h2>${title}</h2><table><tr><th scope="col" class="count">Rows</th><th scope="col">Code</th><th scope="col">The first of them</th></tr>${rows.join('')}</table>`;
}

function noteSection(notes: readonly string[]): string {
  return notes.length === 0
    ? ''
    : `<h2>Good to know</h2><ul>${notes.map((note) => `<li>${escaped(note)}</li>`).join('')}</ul>`;
}

type Part = readonly [name: string, share: number];

function bar(parts: readonly Part[]): string {
  const spans = parts
    .filter(([, share]) => share > 0)
    .map(([name, share]) => `<span class="${name}" style="width:${(share * 100).toFixed(2)}%"></span>`);
  return `<div class="bar" aria-hidden="true">${spans.join('')}</div>`;
}

function escaped(text: string): string {
  return terminalText(text).replace(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`);
}

const STYLE = `
:root { --text: #181818; --page: #fff; --line: #c9c9c9; --used: #8a8a8a; --good: #0b7a3b; --calm: #0a5dc2; --bad: #ba0517; }
@media (prefers-color-scheme: dark) {
  :root { --text: #eee; --page: #16181c; --line: #50545c; --used: #8f959e; --good: #45c172; --calm: #6ea8ff; --bad: #ff7a70; }
}
body { margin: 0; background: var(--page); color: var(--text); font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: .35rem .75rem .35rem 0; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; }
td:last-child, th[scope=row] { overflow-wrap: anywhere; }
th[scope=row] { width: 14rem; font-weight: 600; }
.count { width: 6rem; text-align: end; font-variant-numeric: tabular-nums; }
.wide { width: 16rem; }
.bar span { min-width: 2px; }
.bar { display: flex; height: 1.25rem; min-width: 6rem; border: 1px solid var(--line); }
.used { background: var(--used); } .enable, .reactivate { background: var(--good); }
.already, .skip { background: var(--calm); } .blocked { background: var(--bad); }
.key span { display: inline-block; width: .9em; height: .9em; margin-inline: .75rem .25rem; }
`;
