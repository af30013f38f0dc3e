import { displayText } from 'c/externalUserRules';
import type { NamedRow } from '../store/planRows.ts';
import { escaped } from './markup.ts';
import { counted, number } from './numbers.ts';
import {
  OUTCOME_ORDER,
  OUTCOME_WORDS,
  reasonsOf,
  roleNotes,
  runSentence,
  seatsSentence,
  type Reason
} from './planLines.ts';
import { CONTENT_SECURITY_POLICY, rowsSection } from './planRowsHtml.ts';
import { STYLE } from './planStyle.ts';
import type { LicenseNeed, PlanSummary } from './planSummary.ts';

/** One file that loads nothing, so that it can be mailed to the person who has to agree. It asks what to agree to. */
export function planHtml(summary: PlanSummary, rows: Iterable<NamedRow>, at: Date): string {
  const { against, doubtful } = reasonsOf(summary);
  const question = questionOf(summary);
  const from = `For ${displayText(summary.org)}, from ${summary.source}. Planned on ${at.toISOString().slice(0, 16).replace('T', ' ')} UTC; nothing was changed yet.`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(CONTENT_SECURITY_POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(question)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escaped(question)}</h1>
<p class="lead">${escaped(from)}</p>
<h2>${escaped(`What becomes of ${counted(summary.rows, 'row')}`)}</h2>
${outcomeBars(summary)}
${seatSection(summary.licenses)}
${noteSection([...summary.notes, ...roleNotes(summary)])}
${reasonSection('Why not', against)}
${reasonSection('Worth a look', doubtful)}
${rowsSection(rows, summary.rows)}
<footer><p>${escaped(runSentence(summary))}</p></footer>
</main>
</body>
</html>
`;
}

/** What the reader says yes or no to. */
export function questionOf({ counts: { enable, reactivate } }: Pick<PlanSummary, 'counts'>): string {
  if (enable > 0 && reactivate > 0) {
    return `Can we create ${counted(enable, 'user')} and make ${number(reactivate)} active again?`;
  }
  if (enable > 0) return `Can we create ${counted(enable, 'user')}?`;
  return reactivate > 0 ? `Can we make ${counted(reactivate, 'user')} active again?` : 'No user can be created.';
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
<ul class="key"><li><span class="used"></span>in use</li><li><span class="enable"></span>taken by this plan</li><li><span class="blocked"></span>short</li></ul>`;
}

function reasonSection(title: string, reasons: readonly Reason[]): string {
  if (reasons.length === 0) return '';
  const rows = reasons.map(
    ({ rows: count, code, example }) =>
      `<tr><td class="count">${number(count)}</td><td class="code"><code>${escaped(code)}</code></td><td>${escaped(example)}</td></tr>`
  );
  return `<h2>${title}</h2><table><tr><th scope="col" class="count">Rows</th><th scope="col" class="code">Code</th><th scope="col">The first of them</th></tr>${rows.join('')}</table>`;
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
