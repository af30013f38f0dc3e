import { Flags } from '@salesforce/sf-plugins-core';
import { ExternalUserCommand } from './externalUserCommand.ts';
import { known } from 'sf-cli/answer';
import { summarizeRun, summaryLines, type RunSummary } from '../results/runSummary.ts';
import type { OpenRun } from '../run/openRun.ts';
import { exitCodeOf } from '../results/exitCode.ts';
import { runFolderFlag } from './runFlags.ts';
import { assertNamedFolder, nothingSent, withRun } from './withRun.ts';

export default class ExternalUserResults extends ExternalUserCommand<RunSummary> {
  static override readonly summary = 'Write the result files of a run as far as it is known here.';
  static override readonly description =
    'Each row of the input is in exactly one of created.csv, already.csv, reactivated.csv, skipped.csv, blocked.csv, failed.csv, unclear.csv and unprocessed.csv, with the columns of the input and what became of it. A file can be corrected and used as input again. The org is asked nothing; “resume” does that.';
  static override readonly examples = [
    '<%= config.bin %> <%= command.id %> --target-org my-org --run-folder .external-users/2026-11-24T12-00-00Z'
  ];
  static override readonly flags = {
    'target-org': Flags.requiredOrg(),
    'run-folder': runFolderFlag
  };

  async run(): Promise<RunSummary> {
    nothingSent(this, 'results');
    assertNamedFolder(this);
    const { flags } = await this.parse(ExternalUserResults);
    const howToGoOn = ({ callTo }: OpenRun): string =>
      `The org was asked nothing. Write the files again: ${callTo('results')}`;
    return withRun(this, flags, howToGoOn, (run) => {
      const isWaiting = run.store.batches.unfinished().length > 0;
      const summary = summarizeRun(run, known(isWaiting ? 'waiting' : 'finished'));
      for (const line of summaryLines(summary)) this.log(line);
      process.exitCode = exitCodeOf(summary, false);
      return Promise.resolve(summary);
    });
  }
}
