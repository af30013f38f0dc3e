import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { known } from 'sf-cli/answer';
import { lockFolder } from '../store/folderLock.ts';
import { openStore, STORE_FILE } from '../store/store.ts';
import type { WelcomeEmailRecord } from '../store/welcomeEmailRecord.ts';
import type { OrgAnswer } from '../transports/orgAnswer.ts';
import { awaitMembers } from './awaitMembers.ts';
import type { RunContext } from './openRun.ts';

/**
 * Takes over what ended runs have left: those whose folder is gone, or that no process works in, whose requests are all
 * answered and whose users are members. Answers the folder of a run that still needs welcome email off; null if there is none.
 */
export async function releaseEndedRuns(run: RunContext, record: WelcomeEmailRecord): Promise<OrgAnswer<string | null>> {
  for (const folder of record.owners()) {
    if (folder === resolve(run.folder)) continue;
    const ended = await hasEnded(run, folder, record);
    if (ended.kind === 'refused') return ended;
    if (!ended.value) return known(folder);
    record.leave(folder);
  }
  return known(null);
}

async function hasEnded(run: RunContext, folder: string, record: WelcomeEmailRecord): Promise<OrgAnswer<boolean>> {
  if (!existsSync(join(folder, STORE_FILE))) return known(true);
  const lock = lockFolder(folder);
  if (lock === null) return known(false);
  try {
    const store = openStore(folder);
    try {
      if (store.batches.unfinished().length > 0) return known(false);
      const missing = await awaitMembers({ ...run, store }, record.sites(), 0);
      if (missing.kind === 'refused') return missing;
      if (missing.value > 0) return known(false);
      // Its own resume suppresses welcome email anew.
      store.setMeta('welcomeEmailOff', 'null');
      return known(true);
    } finally {
      store.close();
    }
  } finally {
    lock.release();
  }
}
