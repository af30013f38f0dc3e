import { runCommand } from 'sf-cli/command';
import { parsedJson, textAt } from 'sf-cli/json';
import { LOCAL } from 'sf-cli/localSf';
import type { Sf } from 'sf-cli/sf';
import { PARTNER_ACCOUNTS, PRODUCT } from '../../shared/sf/deployment.ts';
import type { Tell } from '../shared/runBench.ts';
import { deployByCli } from './deployByCli.ts';
import type { Turn } from './measurement.ts';

const OURS = ['--import', './scripts/shared/startUp.js', 'scripts/deploy/main.ts', '--target-org', LOCAL, '--json'];
/** What `npm run deploy` sends to an org with partner accounts. */
const SOURCE = [PRODUCT, PARTNER_ACCOUNTS];

/** Deploys by `npm run deploy` and by the CLI alone, one after the other, so many times. Rejects when one fails. */
export async function deployInTurns(
  sf: Sf,
  environment: Readonly<Record<string, string>>,
  count: number,
  tell: Tell
): Promise<readonly Turn[]> {
  const turns: Turn[] = [];
  for (let number = 1; number <= count; number++) {
    tell(`Deploying in turns, ${String(number)} of ${String(count)}`);
    const { seconds } = await deployByCli(sf, SOURCE);
    turns.push({ sf: seconds, ours: await deployByUs(environment) });
  }
  return turns;
}

async function deployByUs(environment: Readonly<Record<string, string>>): Promise<number> {
  const start = performance.now();
  const { stdout, output } = await runCommand('node', OURS, environment);
  const seconds = (performance.now() - start) / 1000;
  if (textAt(parsedJson(stdout), 'result') !== 'deployed') throw new Error(`npm run deploy failed:\n${output}`);
  return seconds;
}
