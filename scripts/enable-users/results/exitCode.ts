import { EXIT } from '../../shared/exit.ts';
import type { RunSummary } from './runSummary.ts';

/** An unclear row may have its user, so that a run of them has not failed. A run that waits for jobs is done only where the command was told not to wait. */
export function exitCodeOf(
  { state, counts, withoutPermissionSet }: Pick<RunSummary, 'state' | 'counts' | 'withoutPermissionSet'>,
  isAsync: boolean
): number {
  const good = counts.created + counts.already + counts.reactivated + counts.skipped;
  const bad = counts.blocked + counts.failed + counts.unclear + counts.unprocessed;
  switch (state) {
    case 'planned':
      return EXIT.done;
    case 'stopped':
      return EXIT.failed;
    case 'waiting':
      return isAsync ? EXIT.done : EXIT.partial;
    case 'finished':
      if (bad === 0 && withoutPermissionSet === 0) return EXIT.done;
      return good + counts.unclear === 0 ? EXIT.failed : EXIT.partial;
  }
}
