import { Flags } from '@salesforce/sf-plugins-core';
import { ExternalUserCommand } from './externalUserCommand.ts';
import { EXIT } from '../../shared/exit.ts';
import type { OpenRun } from '../run/openRun.ts';
import { resetPasswords, type PasswordCounts } from '../run/resetPasswords.ts';
import { stopSentence } from '../results/stopSentence.ts';
import { passwordsVerdict, writePasswordsFile } from '../results/passwordsFile.ts';
import { inputColumns } from '../results/resultFiles.ts';
import { givenAgain, runFolderFlag } from './runFlags.ts';
import { assertNamedFolder, nothingSent, withRun } from './withRun.ts';

/** How a wave ended. */
export type PasswordsSummary = PasswordCounts & {
  readonly runFolder: string;
  /** `passwords.csv`, which names every created user; null where the run created none. */
  readonly file: string | null;
  readonly message: string;
};

export default class ExternalUserResetPasswords extends ExternalUserCommand<PasswordsSummary> {
  static override readonly summary = 'Mail a link for setting a password to users that a run created.';
  static override readonly description =
    'For sites without welcome mail. Each user gets one mail, also when the command is interrupted and called again; where no clear answer came, the mail may have been sent or not, and no second one is sent. A user that the org refused is tried again by the next call, after all others. passwords.csv names every created user with the outcome. Users that the run did not create get no mail. Use --limit for waves and --rate for the speed. Salesforce sends the mail from the org, and the link is valid for 24 hours.';
  static override readonly examples = [
    '<%= config.bin %> <%= command.id %> --target-org my-org --run-folder .external-users/2026-11-24T12-00-00Z --limit 500 --rate 100'
  ];
  static override readonly flags = {
    'target-org': Flags.requiredOrg(),
    'api-version': Flags.orgApiVersion(),
    'run-folder': runFolderFlag,
    limit: Flags.integer({ min: 1, summary: 'Users of this wave; all where it is left out.' }),
    rate: Flags.integer({ min: 1, default: 300, summary: 'Users a minute.' })
  };

  async run(): Promise<PasswordsSummary> {
    nothingSent(this, 'reset-passwords');
    assertNamedFolder(this);
    const { flags } = await this.parse(ExternalUserResetPasswords);
    const again = givenAgain(flags, ['limit', 'rate']);
    const howToGoOn = ({ callTo }: OpenRun): string =>
      `Nobody gets a second mail. Go on: ${callTo('reset-passwords', again)}`;
    return withRun(this, flags, howToGoOn, async (run) => {
      const end = await resetPasswords(run, { rate: flags.rate, limit: flags.limit ?? null });
      run.progress.end();
      const counts = run.store.passwordResets.counts();
      const file = writePasswordsFile(run.store, run.folder, inputColumns(run.store));
      const message =
        end.kind === 'refused' ? stopSentence(end, run.orgName, run.callTo('reset-passwords', again)) : '';
      this.log(passwordsVerdict(end.kind === 'refused', counts));
      for (const [state, count] of Object.entries(counts)) {
        if (count > 0) this.log(`  ${state.padEnd(12)}${String(count).padStart(9)}`);
      }
      this.log(file === null ? 'The run created no users.' : `Each user with what became of the mail: ${file}`);
      if (message !== '') this.log(message);
      else if (counts.left > 0) this.log(`Next: mail the others:\n${run.callTo('reset-passwords', again)}`);
      process.exitCode =
        end.kind === 'refused' ? EXIT.failed : counts.refused + counts.unclear > 0 ? EXIT.partial : EXIT.done;
      return { ...counts, runFolder: run.folder, file, message };
    });
  }
}
