import { join } from 'node:path';
import { Flags } from '@salesforce/sf-plugins-core';
import { terminalText } from '../../shared/terminalText.ts';
import { ExternalUserCommand } from './externalUserCommand.ts';
import { planLines } from '../report/planLines.ts';
import type { PlanSummary } from '../report/planSummary.ts';
import { nameOf, toCall } from '../run/openRun.ts';
import { planFlags } from './planFlags.ts';
import { EXIT } from '../../shared/exit.ts';
import { planByFlags } from './planByFlags.ts';
import { nothingSent } from './withRun.ts';

export default class ExternalUserPlan extends ExternalUserCommand<PlanSummary> {
  static override readonly summary =
    'Say for each contact whether it can get an external user, and what stands in the way.';
  static override readonly description = `Changes nothing in the org. Every row is enabled, already enabled, reactivated, skipped or blocked, by the same rules as the quick action. The run folder holds plan.csv with every row, report.html for whoever has to agree, and the plan itself for "run".

Contacts are found by their id only, never by an email.

Exits with 0 where no row is blocked, with 68 where some are, with 1 where all are, with 2 for a wrong call or a file that can't be read.`;
  static override readonly examples = [
    {
      description: 'Plan users for the contacts of a file, with one profile:',
      command: '<%= config.bin %> <%= command.id %> --file contacts.csv --profile "Customer Portal" --target-org my-org'
    },
    {
      description: 'Plan users for the contacts that a query finds:',
      command: `<%= config.bin %> <%= command.id %> --query "SELECT Id FROM Contact WHERE Account.Type = 'Partner'" --kind partner --target-org my-org`
    },
    {
      description: 'Fail where a row is blocked, for a script:',
      command: '<%= config.bin %> <%= command.id %> --file contacts.csv --strict --json --target-org my-org'
    }
  ];

  static override readonly flags = {
    ...planFlags,
    strict: Flags.boolean({ summary: 'Exits with 1 where any row is blocked.' })
  };

  async run(): Promise<PlanSummary> {
    nothingSent(this, 'plan');
    const { flags } = await this.parse(ExternalUserPlan);
    // The spinner is for a terminal only.
    const isWatched = process.stderr.isTTY && !this.jsonEnabled();
    if (isWatched) this.spinner.start('Planning');
    const summary = await planByFlags(
      flags,
      (status) => {
        if (isWatched) this.spinner.status = terminalText(status);
      },
      this.jsonEnabled()
    );
    if (isWatched) this.spinner.stop();
    for (const line of planLines(summary)) this.log(line);
    this.log(`Every row: ${join(summary.runFolder, 'plan.csv')}`);
    this.log(`Report: ${join(summary.runFolder, 'report.html')}`);
    if (summary.counts.enable + summary.counts.reactivate > 0) {
      const words = ['run', '--run-folder', summary.runFolder, '--target-org', await nameOf(flags['target-org'])];
      this.log(`Next: ${toCall(this.config.bin, words)}`);
    }
    process.exitCode = exitCodeOf(summary, flags.strict);
    return summary;
  }
}

function exitCodeOf({ counts, rows }: PlanSummary, isStrict: boolean): number {
  if (counts.blocked === 0) return EXIT.done;
  return isStrict || counts.blocked === rows ? EXIT.failed : EXIT.partial;
}
