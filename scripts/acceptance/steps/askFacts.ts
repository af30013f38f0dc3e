import { join } from 'node:path';
import type { Sf } from 'sf-cli/sf';
import { demoSteps, NOTHING_DONE, type DemoState, type LocalHub } from '../../scratch-org/main.ts';
import { runSteps, WITHIN_A_STEP } from '../../shared/runSteps.ts';
import { done, failed, isOfThisMachine, type AcceptanceStep, type AcceptanceTools } from '../acceptanceStep.ts';
import { toFactRows, withLocalOrg } from '../ledger/factRows.ts';
import type { ProbeResult } from '../probes/probe.ts';
import { openProbeOrg } from '../probes/probeOrg.ts';
import { runProbes } from '../probes/runProbes.ts';

/** Asks the org for every fact of docs/platform-facts.md. */
export const askFacts: AcceptanceStep = {
  name: 'facts',
  part: 'probes',
  title: 'Ask the org for every fact that we assume',
  run: async (state, { sf }) => {
    const results = await ask(sf, state.demo);
    const facts = toFactRows(results, state.demo);
    const count = (outcome: ProbeResult['outcome']): string =>
      String(results.filter((one) => one.outcome === outcome).length);
    return done(
      // This org is a local one: there is nothing to compare.
      { ...state, facts: isOfThisMachine(state) ? withLocalOrg(facts, results) : facts },
      `${count('same')} as assumed, ${count('differs')} differ, ${count('failed')} without a result, ${count('notProbed')} can’t be asked`
    );
  }
};

/** Makes a local org by the same steps, and asks it the same: where the two differ, the local org is to be corrected. */
export const askLocalOrg: AcceptanceStep = {
  name: 'localOrg',
  part: 'probes',
  title: 'Ask a local org the same',
  needsSalesforce: true,
  run: async (state, tools) => {
    const hub = await tools.startLocalHub(join(tools.folder, `local-${String(process.pid)}`));
    if (hub.kind === 'failed') return hub;
    try {
      const demo = await makeLike(hub, tools);
      if (demo === null)
        return failed('no local org could be made.', 'npm run scratch-org -- --dev-hub local says why.');
      const results = await ask(hub.sf, demo);
      const facts = withLocalOrg(state.facts, results);
      const apart = facts.filter(
        ({ localOrg, thisOrg }) => localOrg !== null && thisOrg !== null && localOrg !== thisOrg
      );
      return done({ ...state, facts }, `it answers ${String(apart.length)} of them differently`);
    } finally {
      await hub.close();
    }
  }
};

/** Some facts are about a person without the rights of an administrator: those are asked in the name of sales ops. */
async function ask(sf: Sf, { username, salesOpsUsername }: DemoState): Promise<readonly ProbeResult[]> {
  return runProbes(await openProbeOrg(sf, username, salesOpsUsername));
}

/** null where a step fails. */
async function makeLike(hub: LocalHub, tools: AcceptanceTools): Promise<DemoState | null> {
  let kept = NOTHING_DONE;
  const steps = demoSteps({
    ...tools.demo,
    sf: hub.sf,
    options: { ...tools.demo.options, devHub: hub.username },
    folder: join(tools.folder, 'local'),
    store: {
      read: () => Promise.resolve(kept),
      write: (state) => {
        kept = state;
        return Promise.resolve();
      }
    }
  });
  const run = await runSteps(steps, kept, WITHIN_A_STEP);
  return run.failure === null ? run.state : null;
}
