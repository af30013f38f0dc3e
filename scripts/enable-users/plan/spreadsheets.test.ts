import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unescapeFormula } from 'c/externalUserListRules';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { runsOf } from '../../shared/testing/properties.ts';
import { InputRefused } from '../input/inputRefused.ts';
import { planIn } from '../testing/smallOrg.ts';
import { spreadsheet } from '../testing/spreadsheets.ts';

const field = (name: string, type: string, length: number) => ({ name, type, length, createable: true });
const ORG = { 'User (fields)': [field('Department', 'string', 80), field('IsOnline__c', 'boolean', 0)] };

describe('a spreadsheet of any kind', () => {
  it('is planned row by row, no row is lost, and each has one outcome with one cause', () =>
    fc.assert(
      fc.asyncProperty(spreadsheet, async ({ content, rows, isForeign }) => {
        const folder = mkdtempSync(join(tmpdir(), 'spreadsheet-'));
        try {
          const planned = await planIn(folder, content, { org: ORG }).catch((error: unknown) => {
            if (error instanceof InputRefused) return error.message;
            throw error;
          });
          if (typeof planned === 'string') {
            expect([isForeign || rows.length === 0, planned]).toEqual([true, expect.stringMatching(/in\.csv.*: /u)]);
            return;
          }
          expect(isForeign).toBe(false);
          expect(planned.rows.map(({ row }) => row)).toEqual(rows.map((_row, index) => index + 1));
          for (const [index, { outcome, code, sentence, draft }] of planned.rows.entries()) {
            expect(code).toMatch(/^[a-z]\w+$/iu);
            expect([code === 'rowUnusable', sentence]).toEqual([rows[index]?.isUsable === false, expect.any(String)]);
            expect(sentence.match(/in\.csv:\d+/gu) ?? []).toHaveLength(code === 'rowUnusable' ? 1 : 0);
            expect(sentence).toMatch(/\.$/u);
            expect(draft === null).toBe(outcome !== 'enable');
            expect(JSON.stringify(draft)).not.toMatch(/"(?:#(?!42")|NULL|n\/a|\(blank\)|-"|\\\\N|None|Err:|Loading)/u);
          }
          expect(cellsOf(readFileSync(join(folder, 'run', 'plan.csv'), 'utf8'), rows)).toEqual(
            rows.map(({ cells }) => cells)
          );
        } finally {
          rmSync(folder, { recursive: true });
        }
      }),
      runsOf(200)
    ));
});

/** The input's cells as plan.csv has them. The column that is left out has the cells that it had. */
function cellsOf(csv: string, rows: readonly { readonly cells: readonly string[] }[]): readonly (readonly string[])[] {
  const [names = [], ...lines]: string[][] = parse(csv, { bom: true });
  return lines.map((line, index) => {
    const kept = line.slice(0, names.indexOf('PlanContact')).map(unescapeFormula);
    const { cells = [] } = rows[index] ?? {};
    // Message is the last column, if it is there.
    return kept.length < cells.length ? [...kept, ...cells.slice(kept.length)] : kept;
  });
}
