import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ConnectionLost } from '../../shared/sf/connectionLost.ts';
import type { Send } from '../../shared/sf/exchange.ts';
import { openStore } from '../store/store.ts';
import { createFaultyNetwork, ENDED_SESSION, inTwoPages, PASSING_FAULTS } from '../testing/faults.ts';
import { createScenario, EXPECTED, outcomesOf, type Scenario } from '../testing/scenario.ts';
import { executeScenario, type ProcessEnd } from '../testing/scenarioProcess.ts';
import { findUntruths } from '../testing/untruths.ts';
import { REQUEST_KINDS, type RequestKind } from './requests.ts';

type Sender = 'plan' | 'collections' | 'bulk';

/** Who sends each kind of request. Each of them meets each fault below. */
const SENDERS: Readonly<Record<RequestKind, readonly Sender[]>> = {
  query: ['plan'],
  queryPage: ['plan'],
  toolingQuery: ['plan'],
  describeUser: ['plan'],
  describeListView: ['plan'],
  compositeQueries: ['plan', 'collections', 'bulk'],
  updateSite: ['collections', 'bulk'],
  updateRecords: ['collections', 'bulk'],
  createRecords: ['collections', 'bulk'],
  createJob: ['bulk'],
  uploadRows: ['bulk'],
  changeJob: ['bulk'],
  readJob: ['bulk'],
  readResults: ['bulk'],
  resetPassword: ['collections', 'bulk']
};

const kindsOf = (sender: Sender): ReadonlySet<RequestKind> =>
  new Set(REQUEST_KINDS.filter((kind) => SENDERS[kind].includes(sender)));

const ended = (): Promise<void> =>
  Promise.reject(new Error('Unable to refresh session due to: expired access/refresh token'));

let scenario: Scenario;

beforeAll(async () => {
  scenario = await createScenario();
});

beforeEach(() => {
  scenario.restart();
});

afterAll(async () => {
  await scenario.close();
});

describe.each(['collections', 'bulk'] as const)('a run by %s', (transport) => {
  it.each(Object.entries(PASSING_FAULTS))(
    'goes on to its end, and says only what is true, where each kind of request gets %s',
    async (_title, fault) => {
      const { network, met } = createFaultyNetwork(fault);
      const end = await executeScenario(scenario, { transport, network });
      expect({ end, outcomes: outcomesOf(scenario), untruths: findUntruths(scenario) }).toEqual({
        end: 'finished',
        outcomes: EXPECTED,
        untruths: []
      });
      expect(met).toEqual(kindsOf(transport));
    }
  );

  it('goes on to its end in a new session, where the session ends before each kind of request', async () => {
    const { network, met } = createFaultyNetwork(ENDED_SESSION);
    let sessions = 0;
    const refresh = (): Promise<void> => Promise.resolve(void (sessions += 1));
    expect(await executeScenario(scenario, { transport, network, refresh })).toBe('finished');
    expect([outcomesOf(scenario), findUntruths(scenario)]).toEqual([EXPECTED, []]);
    expect([met, sessions]).toEqual([kindsOf(transport), met.size]);
  });

  it('stops at each kind of request before which the session ends for good, and a resume finishes it', async () => {
    const { network, met } = createFaultyNetwork(ENDED_SESSION);
    const ends: ProcessEnd[] = [];
    do ends.push(await executeScenario(scenario, { transport, network, refresh: ended }));
    while (ends.at(-1) !== 'finished' && ends.length < 20);
    expect(ends.at(-1)).toBe('finished');
    expect(ends.slice(0, -1)).toEqual(ends.slice(0, -1).map(() => ({ stopped: 'sessionExpired' })));
    expect([outcomesOf(scenario), findUntruths(scenario)]).toEqual([EXPECTED, []]);
    expect(met).toEqual(kindsOf(transport));
  });
});

describe('a plan', () => {
  const LIST_VIEW = { kind: 'listView', name: 'AllContacts' } as const;
  let folder: string;
  let expected: readonly unknown[];

  beforeAll(async () => {
    scenario.restart();
    folder = join(scenario.folder, 'planned');
    expected = await plan(inTwoPages);
  });

  const outcomes = (): readonly unknown[] => {
    const store = openStore(folder);
    const rows = [...store.plan.all()].map(({ row, contactId, outcome, code, draft }) => [
      row,
      contactId,
      outcome,
      code,
      draft
    ]);
    store.close();
    rmSync(folder, { recursive: true });
    return rows;
  };

  /** Plans a file and a list view. Answers what each of their rows gets. */
  async function plan(network: (send: Send) => Send, refresh?: () => Promise<void>): Promise<readonly unknown[]> {
    await scenario.plan(folder, { kind: 'file', path: scenario.input }, network, refresh);
    const ofFile = outcomes();
    await scenario.plan(folder, LIST_VIEW, network, refresh);
    return [ofFile, outcomes()];
  }

  it.each(Object.entries(PASSING_FAULTS))('is the same where each kind of request gets %s', async (_title, fault) => {
    const { network, met } = createFaultyNetwork(fault);
    expect(await plan((send) => network(inTwoPages(send)))).toEqual(expected);
    expect(met).toEqual(kindsOf('plan'));
  });

  it('is not made where the session ends before any kind of request, and is the same after a new log-in', async () => {
    const { network, met } = createFaultyNetwork(ENDED_SESSION);
    for (let logIns = 0; logIns < 10; logIns++) {
      const planned = await plan((send) => network(inTwoPages(send)), ended).catch((error: unknown) => error);
      rmSync(folder, { recursive: true, force: true });
      if (planned instanceof ConnectionLost) continue;
      expect(planned).toEqual(expected);
      expect(met).toEqual(kindsOf('plan'));
      return;
    }
    throw new Error('The plan is never made.');
  });
});
