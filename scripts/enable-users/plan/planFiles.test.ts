import { createHash } from 'node:crypto';
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
    expect(csv[0]).toBe(
      '\uFEFFId,Nickname,PlanContact,PlanAccount,PlanUsername,PlanProfile,Outcome,Code,PlanReason,Deviation'
    );
    expect(csv[1]).toMatch(
      /^003000000000001AAA,'=1\+1,Ada Lovelace,Acme,ada@acme\.example,Acme Customer,enable,ready,Gets/u
    );
    expect(csv[2]).toMatch(/^nobody,"a,b",,,,,blocked,rowUnusable,/u);
  });

  it('have a report that asks what to agree to, and says of each contact by name what it gets', async () => {
    const { summary } = await plan(`Id\n${ADA}\nnobody\n`);
    const html = readFileSync(join(summary.runFolder, 'report.html'), 'utf8');
    expect(html).toContain('<h1>Can we create 1 user?</h1>');
    expect(html).toContain(
      '<tr data-outcome="enable"><td data-label="Contact">Ada Lovelace</td><td data-label="Account">Acme</td><td data-label="Username">ada@acme.example</td><td data-label="Profile">Acme Customer</td><td data-label="Outcome">New user</td>'
    );
    expect(html).toMatch(/<tr data-outcome="blocked"><td data-label="Contact">nobody<\/td>.*>Blocked<\/td>/u);
  });

  it('have a report whose only script is ours, without addresses, in which a name is text and not markup', async () => {
    const { summary } = await plan(
      `Id\n${ADA}\n`,
      contact({ Name: '<script>x</script>', AccountId: null, Account: null })
    );
    const html = readFileSync(join(summary.runFolder, 'report.html'), 'utf8');
    expect(html).not.toMatch(/https?:|src=|@import|url\(/u);
    const [[, script = ''] = [], ...others] = html.matchAll(/<script[^>]*>(.*?)<\/script>/gsu);
    expect(others).toEqual([]);
    const hash = createHash('sha256').update(script).digest('base64');
    expect(html).toContain(`script-src &#39;sha256-${hash}&#39;`);
    expect(html).toContain('&#60;script&#62;');
    expect(html).toContain('prefers-color-scheme: dark');
  });

  it('keep columns that nothing is made of, and say so', async () => {
    const { summary } = await plan(`Id,Color\n${ADA},red\n`);
    expect(summary.notes[0]).toBe('Nothing is made of the column “Color”; the result files keep it.');
    expect(readFileSync(join(summary.runFolder, 'plan.csv'), 'utf8')).toMatch(
      /^003000000000001AAA,red,Ada Lovelace,.*,enable,/mu
    );
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
