import type { Failure } from 'c/externalUserRules';
import { EXIT } from '../../shared/exit.ts';
import type { ResultFile } from './resultFiles.ts';
import type { RunOutcome } from '../store/outcomeRows.ts';

/** How a call of the command ended; `--json` has the same. */
export interface RunSummary {
  /** `planned`: a dry run. */
  readonly state: 'finished' | 'waiting' | 'stopped' | 'planned';
  readonly runFolder: string;
  readonly rows: number;
  /** All six, each row in one of them. */
  readonly counts: Readonly<Record<RunOutcome, number>>;
  /** Users that are there without a permission set that they should have. */
  readonly withoutPermissionSet: number;
  readonly jobIds: readonly string[];
  readonly files: readonly ResultFile[];
  readonly apiCalls: number;
  /** What to do next; empty where nothing is left to do. */
  readonly message: string;
}

/** Those of the sf CLI: 0 for all, 68 for a part, 1 for nothing. */
export function exitCodeOf(
  { state, counts, withoutPermissionSet }: Pick<RunSummary, 'state' | 'counts' | 'withoutPermissionSet'>,
  isAsync: boolean
): number {
  const good = counts.created + counts.already + counts.reactivated + counts.skipped;
  const bad = counts.failed + counts.unprocessed;
  switch (state) {
    case 'planned':
      return EXIT.done;
    case 'stopped':
      return EXIT.failed;
    case 'waiting':
      return isAsync ? EXIT.done : EXIT.partial;
    case 'finished':
      if (bad === 0 && withoutPermissionSet === 0) return EXIT.done;
      return good === 0 ? EXIT.failed : EXIT.partial;
  }
}

/** Why a run stopped, and how it goes on. */
export function stopSentence({ code, message }: Failure, org: string, resume: string): string {
  const words = message.replace(/\s+/gu, ' ').trim().replace(/\.$/u, '');
  const goOn = `Then go on: ${resume}. Nothing is sent twice.`;
  switch (code) {
    case 'sessionExpired':
      return `The session of ${org} has ended. Log in again: sf org login web --alias ${org}. ${goOn}`;
    case 'noAnswer':
    case 'unreadable':
    case 'serverDown':
      return `${org} can’t be reached (${words || 'no answer'}). Check the network and the org’s status. ${goOn}`;
    case 'busy':
      return `${org} takes no more requests for now (${words}). ${goOn}`;
    case 'noAccess':
      return `${org} refuses: ${words}. Ask an admin for the permission. ${goOn}`;
    default:
      return `${org} refuses: ${words || code}. ${goOn}`;
  }
}

/** A table of the outcomes that have rows. */
export function linesOf({ counts, files, message }: RunSummary): readonly string[] {
  const lines = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([outcome, count]) => {
      const path = files.find((file) => file.outcome === outcome)?.path;
      return `  ${outcome.padEnd(12)}${String(count).padStart(9)}${path === undefined ? '' : `  ${path}`}`;
    });
  return message === '' ? lines : [...lines, message];
}
