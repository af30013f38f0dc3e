import { createLocalRuns, type LocalRuns } from '../testing/localRuns.ts';
import { executeRun } from './executeRun.ts';

const SUPPRESS = { welcomeEmail: 'suppress' as const, limit: null, batchSize: null };
const WAIT = { deadline: Infinity, isAsync: false };

describe('suppressed welcome email in the local org', () => {
  let runs: LocalRuns;
  afterEach(() => {
    runs.close();
  });

  /** A planned run of twenty contacts by a person of the org. */
  async function plannedBy(label: string) {
    runs = createLocalRuns('ready', label, 20);
    const { org, outbox } = runs.localOrg;
    const { folder, summary } = await runs.plan(['ContactId', ...runs.contactIds]);
    expect(summary.counts.enable).toBe(20);
    const quiet = () => {
      const network = org.schema.object('Network');
      return (network === undefined ? [] : org.all(network)).filter((site) => site['OptionsSendWelcomeEmail'] === false)
        .length;
    };
    return { org, outbox, run: runs.open(folder), quiet, mails: outbox.length };
  }

  it('does not start for Sales Ops, who may not see and change the sites, and mails nobody', async () => {
    const { outbox, run, quiet, mails } = await plannedBy('Sales Ops');
    expect(await executeRun(run, SUPPRESS, WAIT)).toMatchObject({ kind: 'refused', code: 'WELCOME_EMAIL' });
    expect({ mails: outbox.length, quiet: quiet(), left: run.store.pending.count(null) }).toEqual({
      mails,
      quiet: 0,
      left: 20
    });
  });

  it('mails nobody where users become members late, and is switched on once they are', async () => {
    const { org, outbox, run, quiet, mails } = await plannedBy('System Administrator');
    org.memberships.hold();
    expect(await executeRun(run, SUPPRESS, WAIT)).toEqual({ kind: 'known', value: 'waiting' });
    expect(quiet()).toBeGreaterThan(0);
    org.memberships.release();
    expect(await executeRun(run, SUPPRESS, WAIT)).toEqual({ kind: 'known', value: 'finished' });
    expect({ mails: outbox.length, quiet: quiet(), counts: run.store.outcomes.counts() }).toEqual({
      mails,
      quiet: 0,
      counts: { created: 20 }
    });
  });
});
