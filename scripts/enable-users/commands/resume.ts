import { Flags } from '@salesforce/sf-plugins-core';
import { ExternalUserCommand } from './externalUserCommand.ts';
import { executePlan } from './executePlan.ts';
import { summaryLines, type RunSummary } from '../results/runSummary.ts';
import { usageError } from '../run/openRun.ts';
import { readRunOptions } from '../run/runOptions.ts';
import { exitCodeOf } from '../results/exitCode.ts';
import { jobWaitOf, runFolderFlag, waitFlags } from './runFlags.ts';
import { assertNamedFolder, resumeRun, nothingSent, withRun } from './withRun.ts';

export default class ExternalUserResume extends ExternalUserCommand<RunSummary> {
  static override readonly summary =
    'Go on with a run that was interrupted, or get the results of one that was not waited for.';
  static override readonly description =
    'Whatever interrupted the run, no contact gets a second user: for every row whose answer is not known, the org is asked who holds the contact, and only rows without a user are sent again. Welcome mail that the run switched off is switched on again.';
  static override readonly examples = [
    '<%= config.bin %> <%= command.id %> --target-org my-org --run-folder .external-users/2026-11-24T12-00-00Z'
  ];
  static override readonly flags = {
    'target-org': Flags.requiredOrg(),
    'api-version': Flags.orgApiVersion(),
    'run-folder': runFolderFlag,
    ...waitFlags,
    'restore-welcome-email': Flags.boolean({
      default: false,
      summary: 'Switches welcome email on again although new users may be mailed that are no members of a site yet.'
    }),
    limit: Flags.integer({
      min: 1,
      summary: 'So many users in all, in the order of the input; replaces the run’s own limit.'
    })
  };

  async run(): Promise<RunSummary> {
    nothingSent(this, 'resume');
    assertNamedFolder(this);
    const { flags } = await this.parse(ExternalUserResume);
    return withRun(this, flags, resumeRun, async (run) => {
      const saved = readRunOptions(run.store);
      if (saved === null) throw usageError(`Nothing was run in ${run.folder} yet. Start with: ${run.callTo('run')}`);
      const options = { ...saved, limit: flags.limit ?? saved.limit };
      const summary = await executePlan(run, options, {
        ...jobWaitOf(flags),
        isRestoreForced: flags['restore-welcome-email']
      });
      for (const line of summaryLines(summary)) this.log(line);
      process.exitCode = exitCodeOf(summary, flags.async);
      return summary;
    });
  }
}
