import { globSync, readFileSync } from 'node:fs';
import { confirmedBy, confirmedOn } from './confirmed.ts';

const ledger = (kind: string, date: string, outcomes: Readonly<Record<string, string>>) => ({
  date,
  org: { kind },
  facts: Object.entries(outcomes).map(([fact, outcome]) => ({ fact, outcome }))
});

it('says of each fact that it was confirmed exactly when a committed ledger of a live org does', () => {
  const ledgers = globSync('acceptance/*/ledger.json').map((file): unknown => JSON.parse(readFileSync(file, 'utf8')));
  expect(confirmedOn(readFileSync('docs/platform-facts.md', 'utf8'))).toEqual(confirmedBy(ledgers));
});

it('takes the newest answer of a live org, and none of a local org', () => {
  const ledgers = [
    ledger('scratch', '2026-12-08', { 'F-001': 'same', 'F-002': 'differs', 'F-003': 'notProbed' }),
    ledger('local', '2026-12-09', { 'F-004': 'same' }),
    ledger('scratch', '2026-12-01', { 'F-001': 'differs', 'F-002': 'same', 'F-003': 'same', 'F-005': 'failed' })
  ];
  expect(confirmedBy(ledgers)).toEqual({ 'F-001': '2026-12-08', 'F-003': '2026-12-01' });
});

it('reads the dates of the page by fact', () => {
  const page =
    '- **F-001** A.\n  - Source: D. Confirmed\n    2026-12-01.\n- **F-002** B.\n  - Source: I.\n- **F-003** C. Confirmed 2026-12-08.\n';
  expect(confirmedOn(page)).toEqual({ 'F-001': '2026-12-01', 'F-003': '2026-12-08' });
});
