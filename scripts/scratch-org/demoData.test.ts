import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as demo from './demo.ts';
import { missingRecords, readDemoData, writePlan } from './demoData.ts';

describe('the data of the demo', () => {
  it.each([
    demo.READY_CONTACT,
    demo.CONTACT_WITH_USER,
    demo.CONTACT_WITH_INACTIVE_USER,
    demo.ACCOUNT_OF_OWNER_WITHOUT_ROLE,
    demo.CONTACT_OF_OWNER_WITHOUT_ROLE,
    demo.FUTURE_PARTNER,
    demo.READY_ACCOUNT
  ])('has %s', async (reference) => {
    expect((await readDemoData()).map((record) => record.reference)).toContain(reference);
  });

  it.each([
    ['who has no account', ({ AccountId }: Fields) => AccountId === undefined],
    ['who has no email', ({ Email }: Fields) => Email === undefined],
    ['who refuses processing', ({ IndividualId }: Fields) => IndividualId !== undefined]
  ])('has a contact %s', async (_title, isCase) => {
    const contacts = (await readDemoData()).filter(({ object }) => object === 'Contact');
    expect(contacts.some(({ fields }) => isCase(fields))).toBe(true);
  });

  it('lacks the records that exist, and refers to them by their ids', () => {
    const account = { object: 'Account', reference: 'AccountA', fields: { Name: 'A' } };
    const contact = { object: 'Contact', reference: 'ContactA', fields: { AccountId: '@AccountA', Twitter: '@a' } };
    expect(missingRecords([account, contact], { AccountA: '001A' })).toEqual([
      { ...contact, fields: { AccountId: '001A', Twitter: '@a' } }
    ]);
  });

  it('is written in the format that the CLI imports', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'demo-data-'));
    const plan = await writePlan(folder, [{ object: 'Account', reference: 'AccountA', fields: { Name: 'Å' } }]);
    const read = async (file: string): Promise<unknown> => JSON.parse(await readFile(file, 'utf8'));
    expect(await read(plan)).toEqual([{ sobject: 'Account', files: ['Account.json'] }]);
    expect(await read(join(folder, 'Account.json'))).toEqual({
      records: [{ attributes: { type: 'Account', referenceId: 'AccountA' }, Name: 'Å' }]
    });
    await rm(folder, { recursive: true });
  });
});

type Fields = Readonly<Record<string, unknown>>;
