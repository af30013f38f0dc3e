import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { ConnectionLost } from '../../shared/sf/connectionLost.ts';
import type { Send } from '../../shared/sf/exchange.ts';
import { toCsvLine } from '../../shared/csv.ts';
import { runsOf } from '../../shared/testing/properties.ts';
import { createCrashingProcess } from '../testing/crashingProcess.ts';
import { PASSING_FAULTS } from '../testing/faults.ts';
import { CUSTOMER, CUSTOMER_PLUS, PARTNER } from '../testing/scenario.ts';
import { createScenarioOrg, type ScenarioOrg } from '../testing/scenarioOrg.ts';
import { executeScenario } from '../testing/scenarioProcess.ts';
import { findUntruths } from '../testing/untruths.ts';

/** Few names, so that usernames and nicknames collide. */
const contact = fc.record({
  FirstName: fc.constantFrom('Ann', 'Åsa', '由紀', 'Jo\u202En'),
  LastName: fc.constantFrom("O'Sullivan", 'Lee', 'كريم'),
  Email: fc.constantFrom('ann@acme.example', 'lee@acme.example', 'info@acme.example', null),
  account: fc.nat(9)
});

const row = fc.record({
  contact: fc.nat(15),
  profile: fc.constantFrom(CUSTOMER, CUSTOMER, CUSTOMER_PLUS, PARTNER, 'None of it', ''),
  username: fc.constantFrom('', '', '', 'taken@acme.example', 'a b')
});

const scenario = fc.record({
  contacts: fc.array(contact, { minLength: 1, maxLength: 10 }),
  rows: fc.array(row, { minLength: 1, maxLength: 16 }),
  seats: fc.constantFrom(50, 50, 50, 2, 4),
  locks: fc.array(fc.record({ account: fc.nat(9), attempts: fc.integer({ min: 1, max: 8 }) }), { maxLength: 2 }),
  transport: fc.constantFrom('collections' as const, 'bulk' as const),
  welcomeEmail: fc.constantFrom('keep' as const, 'suppress' as const),
  faults: fc.array(fc.record({ at: fc.nat(40), fault: fc.constantFrom(...Object.keys(PASSING_FAULTS)) }), {
    maxLength: 6
  }),
  kills: fc.array(fc.integer({ min: 1, max: 25 }), { maxLength: 3 })
});

let org: ScenarioOrg;

beforeAll(() => {
  org = createScenarioOrg({ accounts: 3, contacts: 0, partnerEvery: 3 });
});

afterAll(async () => {
  await org.close();
});

/** Answers some requests by a fault, by their number. */
function createNetwork(faults: readonly { readonly at: number; readonly fault: string }[]): (send: Send) => Send {
  let count = 0;
  return (send) => (url, init) => {
    const ask = (): Promise<Response> => send(url, init);
    const number = count++;
    const fault = PASSING_FAULTS[faults.find(({ at }) => at === number)?.fault ?? ''];
    return fault === undefined ? ask() : fault(ask);
  };
}

it('A run in a random org, with random rows, faults and kills, ends, and what it says is so; nobody is mailed twice.', () =>
  fc.assert(
    fc.asyncProperty(scenario, async ({ contacts, rows, seats, locks, transport, welcomeEmail, faults, kills }) => {
      org.reset();
      const accounts = org.records('Account').map(({ Id }) => Id);
      const accountOf = (number: number): string => accounts[number % accounts.length] ?? '';
      const ids = org.org.org.load(
        'Contact',
        contacts.map(({ account, ...fields }) => ({ ...fields, AccountId: accountOf(account) }))
      );
      for (const license of org.records('UserLicense')) {
        if (license['Name'] !== 'Salesforce') org.org.org.amend(license.Id, { TotalLicenses: seats });
      }
      for (const { account, attempts } of locks) org.org.org.locks.refuse(accountOf(account), attempts);
      const path = join(org.parent, 'contacts.csv');
      const lines = rows.map((one) => [ids[one.contact] ?? 'nobody', one.profile, one.username]);
      writeFileSync(path, [['ContactId', 'Profile', 'Username'], ...lines].map(toCsvLine).join(''));

      const network = createNetwork(faults);
      const planned = await org.plan(org.folder, { kind: 'file', path }, network).catch((error: unknown) => error);
      if (planned instanceof ConnectionLost) await org.plan(org.folder, { kind: 'file', path });
      else expect(planned).toBeUndefined();

      for (const kill of kills) {
        const process = createCrashingProcess(kill);
        await executeScenario(org, { transport, welcomeEmail, network, process });
      }
      await executeScenario(org, { transport, welcomeEmail, network });
      expect(await executeScenario(org, { transport, welcomeEmail })).toBe('finished');
      expect(findUntruths(org, welcomeEmail)).toEqual([]);
    }),
    runsOf(40)
  ));
