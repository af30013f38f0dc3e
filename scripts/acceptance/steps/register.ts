import { flagAt, textAt, type Json } from 'sf-cli/json';
import { known } from 'sf-cli/answer';
import type { Sf } from 'sf-cli/sf';
import { demo } from '../../scratch-org/main.ts';
import { runSelfRegistration } from '../../self-registration/main.ts';
import { failureOf } from '../../shared/sf/failure.ts';
import { query, type Rows } from '../../shared/sf/records.ts';
import { quoted } from '../../shared/soql.ts';
import { done, failed, type AcceptanceStep, type AcceptanceTools } from '../acceptanceStep.ts';
import { answerOf, failureIn, type CommandAnswer } from '../ourCommand.ts';

/** Turns self-registration on by the command, sees it in the org, and turns it off again. */
export const register: AcceptanceStep = {
  name: 'selfRegistration',
  part: 'registration',
  title: 'Turn self-registration on and off',
  run: async (state, tools) => {
    const { username, records } = state.demo;
    const account = records[demo.READY_ACCOUNT] ?? '';
    const on = await call(tools, username, ['--profile', demo.CUSTOMER_PROFILE, '--account', account]);
    if (on.exitCode !== 0) return failureIn(on, 'npm run self-registration');
    const whileOn = await readSite(tools.sf, username);
    const off = await call(tools, username, ['--off']);
    if (whileOn.kind === 'refused') return failureOf(whileOn);
    if (off.exitCode !== 0) return failureIn(off, 'npm run self-registration -- --off');
    const after = await readSite(tools.sf, username);
    if (after.kind === 'refused') return failureOf(after);
    if (!registers(whileOn.value)) return contradiction('on');
    return registers(after.value) ? contradiction('off') : done(state, 'on, seen in the org, and off again');
  }
};

async function call(
  { sf, now, pause }: AcceptanceTools,
  username: string,
  args: readonly string[]
): Promise<CommandAnswer> {
  const all = ['--target-org', username, '--site', demo.SITE.name, '--json', ...args];
  return answerOf((output) => runSelfRegistration(all, { ...output, sf, now, pause }));
}

async function readSite(sf: Sf, username: string): Promise<Rows> {
  const soql = `SELECT OptionsSelfRegistrationEnabled, SelfRegProfileId FROM Network WHERE Name = ${quoted(demo.SITE.name)}`;
  const rows = await query(sf, username, soql);
  return rows.kind === 'refused' ? rows : known(rows.value);
}

function registers([site]: readonly Json[]): boolean {
  return flagAt(site, 'OptionsSelfRegistrationEnabled') === true && textAt(site, 'SelfRegProfileId') !== '';
}

function contradiction(target: 'on' | 'off') {
  return failed(
    `the command says that self-registration is ${target}, and the site says that it is not.`,
    'look at the site’s Workspaces, Administration, Login & Registration.'
  );
}
