/** Which facts of docs/platform-facts.md a live org confirmed, and when: by the ledgers of `npm run acceptance` only. */
import { listAt, textAt } from 'sf-cli/json';

/** Dates by the id of the fact. */
export type Confirmations = Readonly<Record<string, string>>;

/** What these ledgers confirm: a local org answers what we assume, so it confirms nothing. The newest ledger decides. */
export function confirmedBy(ledgers: readonly unknown[]): Confirmations {
  const ofOrgs = ledgers.filter((ledger) => textAt(ledger, 'org', 'kind') === 'scratch');
  const dated = ofOrgs.map((ledger) => ({ date: textAt(ledger, 'date'), facts: listAt(ledger, 'facts') }));
  const rows = dated
    .sort((one, other) => (one.date < other.date ? -1 : 1))
    .flatMap(({ date, facts }) => facts.map((row) => ({ date, row })));
  const confirmed = new Map<string, string>();
  for (const { date, row } of rows) {
    if (textAt(row, 'outcome') === 'same') confirmed.set(textAt(row, 'fact'), date);
    if (textAt(row, 'outcome') === 'differs') confirmed.delete(textAt(row, 'fact'));
  }
  return Object.fromEntries(confirmed);
}

/** What the page says: `Source: … Confirmed 2026-12-01.` in the entry of a fact. */
export function confirmedOn(page: string): Confirmations {
  const entries = page.split(/^(?=- \*\*F-\d{3}\*\* )/mu).filter((entry) => entry.startsWith('- **F-'));
  return Object.fromEntries(
    entries.flatMap((entry) => {
      const [, date] = /\bconfirmed\s+(\d{4}-\d\d-\d\d)/iu.exec(entry) ?? [];
      return date === undefined ? [] : [[entry.slice(4, 9), date]];
    })
  );
}
