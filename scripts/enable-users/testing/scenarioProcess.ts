import { executeRun } from '../run/executeRun.ts';
import { silent } from '../run/progress.ts';
import type { RunOptions } from '../run/runOptions.ts';
import { resetPasswords } from '../run/resetPasswords.ts';
import { writeResultFiles } from '../results/resultFiles.ts';
import type { Transport } from '../store/batches.ts';
import { openStore, STORE_FILE } from '../store/store.ts';
import { createOrgClient } from '../transports/orgClient.ts';
import { createWriteApi } from '../transports/writeApi.ts';
import type { Send, Session } from '../../shared/sf/exchange.ts';
import { Crash, createCrashingProcess, type CrashingProcess } from './crashingProcess.ts';
import { API_VERSION, USERNAME, type ScenarioOrg } from './scenarioOrg.ts';
import { createOrgTimeClock } from './orgTimeClock.ts';

const WAIT = { deadline: Infinity, isAsync: false };

export interface ProcessOptions {
  readonly transport: Transport;
  /** What stands between the process and the org. */
  readonly network?: (send: Send) => Send;
  readonly refresh?: Session['refresh'];
  /** Without welcome email, the new users are mailed a link for their password. */
  readonly welcomeEmail?: RunOptions['welcomeEmail'];
  readonly process?: CrashingProcess;
}

/** How a process ended: killed, stopped by a failure with that code, or with everything done. */
export type ProcessEnd = 'killed' | 'finished' | { readonly stopped: string };

/**
 * One process: it executes the run of a scenario from wherever it stands, and writes the result files.
 */
export async function executeScenario(
  { send, folder, stateFolder, accessToken, org }: ScenarioOrg,
  {
    transport,
    network = (sent) => sent,
    refresh = () => Promise.resolve(),
    welcomeEmail = 'suppress',
    process = createCrashingProcess()
  }: ProcessOptions
): Promise<ProcessEnd> {
  const session = { url: org.org.url, accessToken, refresh };
  const clock = createOrgTimeClock(org);
  const client = createOrgClient(session, API_VERSION, network(send), clock);
  const store = openStore(folder, STORE_FILE, process.open);
  const run = {
    store,
    api: process.requests(createWriteApi(client)),
    folder,
    stateFolder,
    clock,
    username: USERNAME,
    orgClock: () => client.orgClock(),
    progress: silent,
    transportFor: () => transport
  };

  async function execute(): Promise<ProcessEnd> {
    const end = await executeRun(run, { welcomeEmail, limit: null, batchSize: 2 }, WAIT);
    writeResultFiles(store, folder, ['ContactId', 'Profile']);
    if (end.kind === 'refused') return { stopped: end.failure.code };
    if (welcomeEmail === 'keep') return 'finished';
    const reset = await resetPasswords(run, { rate: 6000, limit: 2 });
    return reset.kind === 'refused' ? { stopped: reset.failure.code } : 'finished';
  }

  try {
    return await execute();
  } catch (error) {
    if (error instanceof Crash) return 'killed';
    throw error;
  } finally {
    store.close();
  }
}
