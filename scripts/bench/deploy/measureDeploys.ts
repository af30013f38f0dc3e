import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { buildProduct } from '../../shared/product.ts';
import { localEnvironment, logInToLocalOrg } from 'sf-cli/localSf';
import type { Sf } from 'sf-cli/sf';
import { inTemporaryFolder } from '../../shared/temporaryFolder.ts';
import type { Tell } from '../shared/runBench.ts';
import { deployByCli } from './deployByCli.ts';
import { deployInTurns } from './deployInTurns.ts';
import { startMeasuredOrg, type MeasuredOrg } from './measuredOrg.ts';
import type { Deploy, Measurement } from './measurement.ts';

/** More turns change the median hardly. */
const MOST_TURNS = 5;

/** Deploys the product several times in a row, then twice at once, then in turns with our command. Rejects when a deploy fails. */
export async function measureDeploys(count: number, tell: Tell): Promise<Measurement> {
  tell('Building the product');
  const failure = await buildProduct();
  if (failure !== null) {
    throw new Error([failure.message, ...failure.details].join('\n'));
  }
  tell('Starting the local org');
  const org = await startMeasuredOrg();
  try {
    return await inTemporaryFolder(async (folder) => {
      const [one, other] = [await logIn(org, join(folder, 'one')), await logIn(org, join(folder, 'other'))];
      const inARow = await deployInARow(org, one, count, tell);
      tell('Deploying twice at once');
      const atOnce = await deployAtOnce([one, other], inARow.components);
      const environment = localEnvironment(join(folder, 'one'), org.server.accessToken);
      const inTurns = await deployInTurns(one, environment, Math.min(MOST_TURNS, count - 1), tell);
      return { ...inARow, atOnce, inTurns };
    });
  } finally {
    await org.server.stop();
  }
}

/** Logs in with a home folder of its own, as another person would. */
async function logIn({ server }: MeasuredOrg, home: string): Promise<Sf> {
  await mkdir(home);
  return logInToLocalOrg(home, server);
}

async function deployInARow(
  org: MeasuredOrg,
  sf: Sf,
  count: number,
  tell: Tell
): Promise<Pick<Measurement, 'components' | 'inARow' | 'memory'>> {
  const before = await org.memory();
  tell(`Deploying, 1 of ${count}`);
  const first = await deployByCli(sf);
  const afterFirst = await org.memory();
  const inARow: Deploy[] = [first];
  for (let number = 2; number <= count; number += 1) {
    tell(`Deploying, ${number} of ${count}`);
    inARow.push(await deployByCli(sf));
  }
  return { components: first.components, inARow, memory: { before, afterFirst, afterLast: await org.memory() } };
}

async function deployAtOnce(clis: readonly Sf[], components: number): Promise<Measurement['atOnce']> {
  const start = performance.now();
  const deploys = await Promise.all(clis.map((sf) => deployByCli(sf)));
  if (deploys.some((deploy) => deploy.components !== components)) {
    throw new Error(`Of two deploys at once each should have ${components} components`);
  }
  return { seconds: (performance.now() - start) / 1000 };
}
