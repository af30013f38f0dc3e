import { createHash } from 'node:crypto';
import { displayText } from 'c/externalUserRules';
import { PLAN_OUTCOMES, type NamedRow, type PlanOutcome } from '../store/planRows.ts';
import { enhanceRows } from './enhanceRows.ts';
import { escaped } from './markup.ts';
import { number } from './numbers.ts';

/** A browser takes seconds to lay out more; plan.csv has them all. */
const MOST_ROWS = 5000;

const COLUMNS = ['Contact', 'Account', 'Username', 'Profile', 'Outcome', 'Reason'] as const;

/** What the plan does with a contact, in a cell. */
const OUTCOME_NAMES: Readonly<Record<PlanOutcome, string>> = {
  enable: 'New user',
  reactivate: 'Active again',
  already: 'Has a user',
  skip: 'Skipped',
  blocked: 'Blocked'
};

const SCRIPT = `(${enhanceRows.toString()})(document);`;

/** Only our own script runs in the report, whatever the org's names hold, and nothing is loaded. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  `script-src 'sha256-${createHash('sha256').update(SCRIPT).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'"
].join('; ');

/** Every contact with its user and its reason. Search and order need the script; without it the table is there as it is. */
export function rowsSection(rows: Iterable<NamedRow>, total: number): string {
  const shown: string[] = [];
  const outcomes = new Set<string>();
  for (const row of rows) {
    if (shown.length === MOST_ROWS) break;
    shown.push(rowHtml(row));
    outcomes.add(row.outcome);
  }
  const options = PLAN_OUTCOMES.filter((outcome) => outcomes.has(outcome)).map(
    (outcome) => `<option value="${outcome}">${OUTCOME_NAMES[outcome]}</option>`
  );
  const rest =
    total > shown.length
      ? `<p>These are the first ${number(shown.length)} of ${number(total)} rows. All of them are in plan.csv.</p>`
      : '';
  return `<h2>Every contact</h2>
<form id="find" role="search" hidden>
<label>Search <input type="search" id="search" autocomplete="off"></label>
<label>Outcome <select id="outcome"><option value="">All</option>${options.join('')}</select></label>
<output id="found" for="search outcome"></output>
</form>
<table id="rows"><thead><tr>${COLUMNS.map((name) => `<th scope="col">${name}</th>`).join('')}</tr></thead>
<tbody>
${shown.join('\n')}
</tbody></table>
${rest}
<script>${SCRIPT}</script>`;
}

function rowHtml({ contactName, accountName, username, profileName, outcome, sentence, cells }: NamedRow): string {
  // A row without a contact is known by what the file says.
  const contact = contactName === '' ? cells.join(' ').trim() : contactName;
  const texts = [contact, accountName, username, profileName].map(displayText);
  const named = [...texts, outcomeName(outcome), sentence];
  const columns = named.map((text, index) => `<td data-label="${COLUMNS[index] ?? ''}">${escaped(text)}</td>`);
  return `<tr data-outcome="${escaped(outcome)}">${columns.join('')}</tr>`;
}

function outcomeName(outcome: string): string {
  return Object.entries(OUTCOME_NAMES).find(([name]) => name === outcome)?.[1] ?? outcome;
}
