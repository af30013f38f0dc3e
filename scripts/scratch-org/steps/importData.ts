import { join } from 'node:path';
import { isJson, listAt, textAt, type Json } from 'sf-cli/json';
import { ACCOUNT_OF_OWNER_WITHOUT_ROLE } from '../demo.ts';
import { missingRecords, readDemoData, writePlan, type DemoRecord } from '../demoData.ts';
import { query, quoted } from '../../shared/sf/records.ts';
import { done, refusedBy, type DemoStep } from '../demoStep.ts';

/** Accounts and contacts: one that is ready, one of a partner to be, and one for each common hindrance. */
export const importData: DemoStep = {
  name: 'data',
  title: 'Import accounts and contacts',
  run: async (state, { sf, folder }) => {
    const all = (await readDemoData()).map((record) => withOwner(record, state.salesOpsId));
    const names = all.filter(({ object }) => object === 'Account').map(({ fields }) => textAt(fields, 'Name'));
    const accounts = await query(
      sf,
      state.username,
      `SELECT Id, Name, (SELECT Id, FirstName, LastName FROM Contacts) FROM Account WHERE Name IN (${names.map(quoted).join(', ')})`
    );
    if (accounts.kind === 'refused') return refusedBy(accounts);
    const known = referencesOf(all, accounts.rows);
    // The CLI sends each object's records in one request, all or none: where one contact is, all are.
    if (all.some(({ object, reference }) => object === 'Contact' && known[reference] !== undefined)) {
      return done({ ...state, records: known }, 'there already');
    }
    const missing = missingRecords(all, known);
    const plan = await writePlan(join(folder, 'data'), missing);
    const answer = await sf(['data', 'import', 'tree', '--plan', plan, '--target-org', state.username]);
    if (answer.kind === 'refused') return refusedBy(answer);
    const imported = (Array.isArray(answer.result) ? answer.result : []).filter(isJson);
    const ids = Object.fromEntries(imported.map((row) => [textAt(row, 'refId'), textAt(row, 'id')]));
    return done({ ...state, records: { ...known, ...ids } }, `${String(imported.length)} records`);
  }
};

function withOwner(record: DemoRecord, ownerId: string): DemoRecord {
  return record.reference === ACCOUNT_OF_OWNER_WITHOUT_ROLE
    ? { ...record, fields: { ...record.fields, OwnerId: ownerId } }
    : record;
}

/** The ids of accounts and their contacts by their names in the files. */
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
