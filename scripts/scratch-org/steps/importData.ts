import { join } from 'node:path';
import { isJson, listAt, textAt, type Json } from 'sf-cli/json';
import { failureOf } from '../../shared/sf/failure.ts';
import { query } from '../../shared/sf/records.ts';
import { quotedList } from '../../shared/soql.ts';
import { ACCOUNT_OF_OWNER_WITHOUT_ROLE } from '../demo.ts';
import { missingRecords, readDemoData, writePlan, type DemoRecord } from '../demoData.ts';
import { done, type DemoStep } from '../demoStep.ts';

/** Imports a contact that is ready, one for a partner user, and one for each common problem. */
export const importData: DemoStep = {
  name: 'data',
  title: 'Import accounts and contacts',
  run: async (state, { sf, folder }) => {
    const all = (await readDemoData()).map((record) => withOwner(record, state.salesOpsId));
    const names = all.filter(({ object }) => object === 'Account').map(({ fields }) => textAt(fields, 'Name'));
    const accounts = await query(
      sf,
      state.username,
      `SELECT Id, Name, (SELECT Id, FirstName, LastName FROM Contacts) FROM Account WHERE Name IN (${quotedList(names)})`
    );
    if (accounts.kind === 'refused') return failureOf(accounts);
    const existing = referencesOf(all, accounts.value);
    // The CLI imports all contacts in one request or none, so that one contact proves that all are there.
    if (all.some(({ object, reference }) => object === 'Contact' && existing[reference] !== undefined)) {
      return done({ ...state, records: existing }, 'there already');
    }
    const missing = missingRecords(all, existing);
    const plan = await writePlan(join(folder, 'data'), missing);
    const answer = await sf(['data', 'import', 'tree', '--plan', plan, '--target-org', state.username]);
    if (answer.kind === 'refused') return failureOf(answer);
    const imported = (Array.isArray(answer.value) ? answer.value : []).filter(isJson);
    const ids = Object.fromEntries(imported.map((row) => [textAt(row, 'refId'), textAt(row, 'id')]));
    return done({ ...state, records: { ...existing, ...ids } }, `${String(imported.length)} records`);
  }
};

function withOwner(record: DemoRecord, ownerId: string): DemoRecord {
  return record.reference === ACCOUNT_OF_OWNER_WITHOUT_ROLE
    ? { ...record, fields: { ...record.fields, OwnerId: ownerId } }
    : record;
}

/** The ids of accounts and their contacts, by their references in the data files. */
function referencesOf(all: readonly DemoRecord[], accounts: readonly Json[]): Record<string, string> {
  const contacts = accounts.flatMap((account) => listAt(account, 'Contacts', 'records').filter(isJson));
  return Object.fromEntries(
    all.flatMap(({ object, reference, fields }) => {
      const rows = object === 'Account' ? accounts : object === 'Contact' ? contacts : [];
      const keys = object === 'Account' ? ['Name'] : ['FirstName', 'LastName'];
      const row = rows.find((one) => keys.every((key) => textAt(one, key) === textAt(fields, key)));
      return row === undefined ? [] : [[reference, textAt(row, 'Id')] as const];
    })
  );
}
