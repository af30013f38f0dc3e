import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { planInFolders } from '../testing/planInFolders.ts';
import { ADA, BOB, ada, contact, user } from '../testing/smallOrg.ts';
import { LIST_DOWNLOAD } from '../../../force-app/test/cases/listDownload.ts';

describe('the files of a plan', () => {
  const plan = planInFolders();

  it('have every row of the input in plan.csv, in UTF-8 that Excel recognizes, with no cell that is a formula', async () => {
    const { summary } = await plan(`Id,Nickname\n${ADA},=1+1\nnobody,"a,b"\n`);
    const csv = readFileSync(join(summary.runFolder, 'plan.csv'), 'utf8').split('\n');
    expect(csv[0]).toBe('\uFEFFId,Nickname,Outcome,Code,Sentence,Deviation');
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

  it('keep columns that nothing is made of, and say so', async () => {
    const { summary } = await plan(`Id,Color\n${ADA},red\n`);
    expect(summary.notes[0]).toBe('Nothing is made of the column “Color”; the result files keep it.');
    expect(readFileSync(join(summary.runFolder, 'plan.csv'), 'utf8')).toMatch(/^003000000000001AAA,red,enable,/mu);
  });

  it('have a row that is blocked for a line break in a username, with file, line and column', async () => {
    const { rows } = await plan(`Id,Username\n${ADA},"a\nb@acme.example"\n${BOB},bob@acme.example\n`);
    expect(rows.map(({ outcome, code }) => [outcome, code])).toEqual([
      ['blocked', 'rowUnusable'],
      ['enable', 'ready']
    ]);
    expect(rows[0]?.sentence).toMatch(
      /in\.csv:2:20: column Username “a\[U\+000A\]b@acme\.example” holds a line break/u
    );
  });

  it('are made of the download of the list screen as it is', async () => {
    const [one, two, three] = [1, 2, 3].map((number) => `00300001000000${String(number)}AAA`);
    const org = {
      Contact: [one, two, three].map((Id) => ({ ...ada, Id, Email: 'two@acme.example' })),
      User: [one, three].map((ContactId) => ({ ...user, ContactId, Username: 'person@northwind.example' }))
    };
    const { rows, summary } = await plan(LIST_DOWNLOAD, { org });
    expect(rows.map(({ contactId, outcome }) => [contactId, outcome])).toEqual([
      [one, 'already'],
      [two, 'enable'],
      [three, 'already']
    ]);
    expect(summary.notes[0]).toBe('Nothing is made of the column “Name”; the result files keep it.');
  });

  it('take the word for no value as an empty cell', async () => {
    const { rows } = await plan(`Id,Nickname,Alias\n${ADA},NULL,n/a\n`);
    expect(rows[0]?.draft).toMatchObject({
      nickname: expect.not.stringMatching(/null/iu),
      alias: expect.not.stringMatching(/n\/a/u)
    });
  });
});
