import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { planInFolders } from '../testing/planInFolders.ts';
import { contact, ADA } from '../testing/smallOrg.ts';

describe('the files of a plan', () => {
  const plan = planInFolders();

  it('have every row of the input in plan.csv, in UTF-8 that Excel recognizes, with no cell that is a formula', async () => {
    const { summary } = await plan(`Id,Nickname\n${ADA},=1+1\nnobody,"a,b"\n`);
    const csv = readFileSync(join(summary.runFolder, 'plan.csv'), 'utf8').split('\n');
    expect(csv[0]).toBe('\uFEFFId,Nickname,Outcome,Code,Sentence');
    expect(csv[1]).toMatch(/^003000000000001AAA,'=1\+1,enable,ready,Gets/u);
    expect(csv[2]).toMatch(/^nobody,"a,b",blocked,rowUnusable,/u);
  });

  it('have a report without scripts and addresses, in which a name is text and not markup', async () => {
    const { summary } = await plan(
      `Id\n${ADA}\n`,
      contact({ Name: '<script>x</script>', AccountId: null, Account: null })
    );
    const html = readFileSync(join(summary.runFolder, 'report.html'), 'utf8');
    expect(html).not.toMatch(/<script|https?:|src=|@import/u);
    expect(html).toContain('&#60;script&#62;');
    expect(html).toContain('prefers-color-scheme: dark');
  });
});
