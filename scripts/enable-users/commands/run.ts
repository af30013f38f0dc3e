import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Flags } from '@salesforce/sf-plugins-core';
import { terminalText } from '../../shared/terminalText.ts';
import { ExternalUserCommand } from './externalUserCommand.ts';
import { summarizeDryRun, summaryLines, type RunSummary } from '../results/runSummary.ts';
import { executePlan } from './executePlan.ts';
import { usageError, type OpenRun } from '../run/openRun.ts';
import { planLines } from '../report/planLines.ts';
import { readRunOptions } from '../run/runOptions.ts';
import { STORE_FILE } from '../store/store.ts';
import { exitCodeOf } from '../results/exitCode.ts';
import { givenAgain, jobWaitOf, waitFlags } from './runFlags.ts';
import { planFlags, type PlanFlagValues } from './planFlags.ts';
import { planByFlags } from './planByFlags.ts';
import { assertNamedFolder, resumeRun, nothingSent, withRun } from './withRun.ts';

const { exactlyOne: _ofFile, ...file } = planFlags.file;
const { exactlyOne: _ofQuery, ...query } = planFlags.query;
const { exactlyOne: _ofListView, ...listView } = planFlags['list-view'];

export default class ExternalUserRun extends ExternalUserCommand<RunSummary> {
  static override readonly summary = 'Create the users of a plan; plans first where the run folder holds no plan.';
  static override readonly description = `Fewer than 2,000 users are created by sObject Collections, more by Bulk API 2.0 jobs. For role-based licenses, the first two users of each account are created before the others. Rows that are blocked don't stop the others. A folder with a plan is run as it was planned.

What is sent is written to the run folder first. Whatever interrupts the run, "resume" finishes it, and no contact gets two users. The folder holds created.csv, blocked.csv, failed.csv and so on in the end: blocked is what the plan sends nothing for, failed what the org refused; any of them, corrected or not, can be the file of another run.

A user counts as created only if this run's own request made it; a user of somebody else is “already”, and gets no permission sets. Where a request had no answer and you may not see its users, the rows are unclear: resume the run as somebody who sees them.

With --welcome-email suppress, "Send welcome email" is off at all sites until the users are there, for everybody who becomes a member meanwhile. The run does not start where you may not see and change every site, and stops where somebody switches it on meanwhile. It is on again when the last such run of this machine has ended and the new users are members. They get no link then, and no password: see "reset-passwords".

A connection that is lost is told within seconds, and requests are repeated for ten minutes. With --json, each line of standard error is an object such as {"event":"waiting","code":"noAnswer","status":null,"message":"fetch failed","seconds":4}: seconds until the next try. What a step says is an object of the event "note", and in the notes of the result.

A row that did not get what it asks for has codes in the column Deviation, and their sentences in Message.

Exits with 0 where every row is created, already enabled, reactivated or skipped, with 68 where some aren't or it is unclear, with 1 where none is or the run stopped, with 2 for a wrong call.`;
  static override readonly examples = [
    {
      description: 'Create users for the contacts of a file:',
      command: '<%= config.bin %> <%= command.id %> --file contacts.csv --profile "Customer Portal" --target-org my-org'
    },
    {
      description: 'Run a plan that somebody agreed to, without waiting for the jobs:',
      command:
        '<%= config.bin %> <%= command.id %> --run-folder .external-users/2026-11-24T12-00-00Z --async --target-org my-org'
    }
  ];

  static override readonly flags = {
    ...planFlags,
    file: { ...file, exclusive: ['query', 'list-view'] },
    query: { ...query, exclusive: ['file', 'list-view'] },
    'list-view': { ...listView, exclusive: ['file', 'query'] },
    ...waitFlags,
    limit: Flags.integer({
      min: 1,
      summary: 'Creates so many users, for the first rows of the input; the others stay unprocessed.'
    }),
    'batch-size': Flags.integer({ min: 1, summary: 'Rows a request or a job; 200 and 10,000 where it is left out.' }),
    'welcome-email': Flags.option({
      options: ['keep', 'suppress'] as const,
      default: 'keep',
      summary: 'Whether the sites mail a link to their new members during the run, or send none.'
    })(),
    'dry-run': Flags.boolean({ default: false, summary: 'Plans, says what would be sent, and sends nothing.' })
  };

  async run(): Promise<RunSummary> {
    nothingSent(this, 'run');
    assertNamedFolder(this);
    const { flags } = await this.parse(ExternalUserRun);
    const folder = plannedFolderOf(flags) ?? (await this.plan(flags));
    const howToGoOn = (run: OpenRun): string =>
      readRunOptions(run.store) === null
        ? `Nothing was sent to the org. Run the plan: ${run.callTo('run', givenAgain(flags, ['limit', 'batch-size', 'welcome-email']))}`
        : resumeRun(run);
    return withRun(this, { ...flags, 'run-folder': folder }, howToGoOn, async (run) => {
      if (run.store.meta('plan') === null)
        throw usageError(`${folder} holds no whole plan. Plan again in another folder.`);
      if (readRunOptions(run.store) !== null) {
        throw usageError(`The plan in ${folder} was run already. Go on with: ${run.callTo('resume')}`);
      }
      const options = {
        welcomeEmail: flags['welcome-email'],
        limit: flags.limit ?? null,
        batchSize: flags['batch-size'] ?? null
      };
      const summary = flags['dry-run']
        ? summarizeDryRun(run, options)
        : await executePlan(run, options, jobWaitOf(flags));
      for (const line of summaryLines(summary)) this.log(line);
      process.exitCode = exitCodeOf(summary, flags.async);
      return summary;
    });
  }

  /** Answers the run folder. */
  private async plan(flags: Parameters<typeof planByFlags>[0]): Promise<string> {
    const isWatched = process.stderr.isTTY && !this.jsonEnabled();
    if (isWatched) this.spinner.start('Planning');
    const plan = await planByFlags(
      flags,
      (status) => {
        if (isWatched) this.spinner.status = terminalText(status);
      },
      this.jsonEnabled()
    );
    if (isWatched) this.spinner.stop();
    for (const line of planLines(plan)) this.log(line);
    this.log('');
    return plan.runFolder;
  }
}

/** Flags that decide what a plan is; a folder that holds a plan takes none of them. */
const PLANNING_FLAGS = [
  'file',
  'query',
  'list-view',
  'kind',
  'profile',
  'permission-set',
  'partner-accounts',
  'reactivate'
] as const;

function isGiven(value: PlanFlagValues[(typeof PLANNING_FLAGS)[number]]): boolean {
  return value !== undefined && value !== false && value !== 'leave';
}

/** The folder whose plan is run; null where the command has to plan first. Throws where the flags don't fit the folder. */
function plannedFolderOf(flags: PlanFlagValues): string | null {
  const hasSource = flags.file !== undefined || flags.query !== undefined || flags['list-view'] !== undefined;
  const folder = flags['run-folder'];
  if (folder !== undefined && existsSync(join(folder, STORE_FILE))) {
    const ofPlanning = PLANNING_FLAGS.filter((name) => isGiven(flags[name])).map((name) => `--${name}`);
    if (ofPlanning.length === 0) return folder;
    throw usageError(
      `${folder} holds a plan already: run it without ${ofPlanning.join(', ')}, or plan in another folder.`
    );
  }
  if (hasSource) return null;
  throw usageError('There is nothing to run: name --file, --query, --list-view, or a --run-folder with a plan.');
}
