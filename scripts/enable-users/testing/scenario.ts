import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openStore } from '../store/store.ts';
import { createScenarioOrg, type ScenarioOrg } from './scenarioOrg.ts';

/** A plan in a local org in which each kind of row is there. It starts again from the same state. */
export interface Scenario extends ScenarioOrg {
  /** The file that was planned. */
  readonly input: string;
  /** Puts a fresh copy of the plan into the folder of the run, in a fresh org. */
  restart(): void;
}

/** Each row of the input by what becomes of it where nothing goes wrong. */
export const EXPECTED = {
  created: 5,
  reactivated: 1,
  already: 1,
  skipped: 1,
  blocked: 2
};

export const CUSTOMER = 'Acme Customer';
export const CUSTOMER_PLUS = 'Acme Customer Plus';
export const PARTNER = 'Acme Partner';

export async function createScenario(): Promise<Scenario> {
  const org = createScenarioOrg({ accounts: 2, contacts: 5, partnerEvery: 0 });
  const planned = join(org.parent, 'planned');
  const input = join(org.parent, 'contacts.csv');
  const [inactive = '', active = ''] = org
    .records('User')
    .filter(({ ContactId }) => typeof ContactId === 'string')
    .map((user) => String(user['ContactId']));
  const contacts = org.records('Contact');
  const populated = contacts.filter(({ Email }) => String(Email).endsWith('@populated.example'));
  const withoutEmail = contacts.find(({ Email }) => Email === null || Email === undefined);
  const profiles = [CUSTOMER, CUSTOMER, CUSTOMER_PLUS, CUSTOMER_PLUS, PARTNER];
  const lines = [
    ['ContactId', 'Profile', 'TimeZone'],
    ...populated.map(({ Id }, index) => [Id, profiles[index] ?? '', 'europe/oslo']),
    ...[inactive, active, populated[0]?.Id ?? '', withoutEmail?.Id ?? '', 'nobody'].map((id) => [id, CUSTOMER, ''])
  ];
  writeFileSync(input, lines.map((cells) => `${cells.join(',')}\n`).join(''));
  await org.plan(planned, { kind: 'file', path: input });
  return {
    ...org,
    input,
    restart: () => {
      org.reset();
      cpSync(planned, org.folder, { recursive: true });
    }
  };
}

/** How many rows have each outcome. */
export function outcomesOf({ folder }: ScenarioOrg): Readonly<Record<string, number>> {
  const store = openStore(folder);
  const counts = store.outcomes.counts();
  store.close();
  return counts;
}
