import { SfError, type Org } from '@salesforce/core';
import { EXIT } from '../../shared/exit.ts';
import { ConnectionLost } from '../../shared/sf/connectionLost.ts';
import { systemClock } from '../transports/clock.ts';
import { connectOrg } from '../transports/connectOrg.ts';
import { createOrgApi } from '../transports/orgApi.ts';
import { progressOf, silent, type Progress } from '../run/progress.ts';
import { waitSentence } from '../run/waitSentence.ts';
import { tellWaits } from '../run/waits.ts';
import { InputRefused } from '../input/inputRefused.ts';
import { createRunFolder, removeRunFolder } from './newRunFolder.ts';
import { FolderRefused, planFolder } from './planFolder.ts';
import { PlanRefused } from '../plan/makePlan.ts';
import { number } from '../report/numbers.ts';
import type { PlanSummary } from '../report/planSummary.ts';
import { toFileProblem } from './fileErrors.ts';
import { planOptionsOf, sourceOf, type PlanFlagValues } from './planFlags.ts';

/** Makes the plan that the flags ask for. Throws an SfError that says what to do. */
export async function planByFlags(
  flags: PlanFlagValues & { readonly 'target-org': Org; readonly 'api-version'?: string | undefined },
  onStatus: (status: string) => void,
  isJson: boolean
): Promise<PlanSummary> {
  const isWatched = process.stderr.isTTY && !isJson;
  const waiting: Progress['waiting'] = (cause, seconds) => {
    onStatus(waitSentence(cause, seconds));
  };
  const progress = isWatched ? { ...silent, waiting } : progressOf(process.stderr, isJson, systemClock);
  const now = (): Date => new Date();
  const named = flags['run-folder'];
  const folder = named ?? createRunFolder(now());
  const org = flags['target-org'];
  try {
    return await planFolder({
      api: createOrgApi(
        connectOrg(org, flags['api-version']),
        org.getUsername() ?? '',
        tellWaits(systemClock, progress)
      ),
      orgId: org.getOrgId(),
      folder,
      source: sourceOf(flags),
      options: planOptionsOf(flags),
      now,
      onNote: (sentence) => {
        if (isWatched) onStatus(sentence);
        else progress.note(sentence);
      },
      onStage: (stage, rows) => {
        onStatus(`${stage} ${number(rows)} rows`);
      }
    });
  } catch (error) {
    if (named === undefined) removeRunFolder(folder);
    throw toSfError(error, org.getUsername() ?? '');
  }
}

/** An error as the CLI shows it. */
function toSfError(error: unknown, org: string): Error {
  if (error instanceof InputRefused) return new SfError(error.message, error.name, [], EXIT.usage, error);
  if (error instanceof FolderRefused) return new SfError(error.message, error.name, [], EXIT.usage, error);
  if (error instanceof PlanRefused) return new SfError(error.message, error.name, [], EXIT.failed, error);
  if (error instanceof ConnectionLost) {
    const actions = [
      `If the session has ended, log in again: npx sf org login web --alias ${org}`,
      'Else check the network, and run the command again: a plan changes nothing.'
    ];
    return new SfError(`${org} can’t be reached: ${error.message}`, error.name, actions, EXIT.failed, error);
  }
  return toFileProblem(error, []);
}
