import { displayText } from 'c/externalUserRules';
import { toShell } from 'sf-cli/shell';
import type { Run } from '../shared/runSteps.ts';
import type { SelfRegistrationOptions } from './options.ts';
import { registrationPage } from './registrationXml.ts';
import type { RegistrationState } from './registrationState.ts';
import { toJsonText } from '../shared/terminalText.ts';

/** For programs: the result in one word. */
export function resultOf(
  { state, failure }: Run<RegistrationState>,
  { target, dryRun }: SelfRegistrationOptions
): string {
  if (failure !== null) return 'failed';
  if (state.changes.length === 0) return 'unchanged';
  return dryRun ? 'wouldChange' : target.kind;
}

/** For a person: what was changed, what may go wrong, and what visitors see. */
export function reportText(run: Run<RegistrationState>, options: SelfRegistrationOptions): string {
  const { state } = run;
  const { changes, warnings } = state;
  const heading = options.dryRun ? 'This would change; nothing was changed:' : 'Changed:';
  return [
    ...headlineOf(run, options),
    ...(changes.length === 0
      ? ['Nothing to change: the org has it as asked for.']
      : [heading, ...changes.map((line) => `  ${line}`)]),
    ...warnings.map((warning) => `Warning: ${warning}`),
    '',
    ...(options.target.kind === 'on' ? whatVisitorsSee(state, options) : whatStays(state, options))
  ].join('\n');
}

/** Whether visitors can register now, in the words of the screens. */
function headlineOf(
  { state: { site, warnings } }: Run<RegistrationState>,
  { target, dryRun }: SelfRegistrationOptions
): string[] {
  if (dryRun) return [];
  if (target.kind === 'off') return [`Visitors can no longer register on ${displayText(site.name)}.`];
  return warnings.length === 0
    ? [`Ready. Visitors can register on ${displayText(site.name)}.`]
    : [`It is on, but read this first: ${warnings.length}.`];
}

function whatVisitorsSee(
  { orgName, site, profile, account, settings }: RegistrationState,
  { dryRun }: SelfRegistrationOptions
): string[] {
  const address = site.url === '' ? `the log-in page of ${displayText(site.name)}` : `${site.url}/login`;
  return [
    `${dryRun ? 'Then a' : 'A'} visitor opens ${address} and follows “Not a member?”, which shows ${pageOf(registrationPage(settings.xml))}.`,
    `Who signs up becomes a contact of ${displayText(account.name)} and a user with the profile ${displayText(profile.name)}, and takes a seat of ${profile.license}.`,
    'The email address becomes the username. Where the page asks for no password, a mail brings the link to set one.',
    ...(dryRun
      ? []
      : [`Undo it: npm run self-registration -- ${toShell(['--target-org', orgName, '--site', site.name, '--off'])}`])
  ];
}

/** Source: Help, "Configure Your Self-Registration Page". */
function pageOf(setting: string): string {
  switch (setting) {
    case 'Designer':
      return 'the Register page of Experience Builder';
    case 'VisualForce':
      return 'the site’s own Visualforce page';
    case 'Configurable':
      return 'the Configurable Self-Reg Page, with its Apex handler';
    default:
      return 'the standard registration page';
  }
}

function whatStays({ site }: RegistrationState, { dryRun }: SelfRegistrationOptions): string[] {
  return [
    `${dryRun ? `Visitors could no longer register on ${displayText(site.name)}; its` : 'Its'} log-in page has no link to register.`,
    'Who has registered keeps the user and logs in as before. For that the profile stays a member of the site. The profile and the page of self-registration stay in the settings, without effect while it is off.'
  ];
}

export function toJson(run: Run<RegistrationState>, options: SelfRegistrationOptions): string {
  const { state, reports, failure } = run;
  const { username, site, profile, account, settings, registration, changes, warnings } = state;
  const isKnown = site.id !== '';
  return toJsonText(
    {
      result: resultOf(run, options),
      org: { username },
      site: isKnown
        ? {
            id: site.id,
            name: site.name,
            url: site.url,
            selfRegistration: site.registers,
            page: registrationPage(settings.xml)
          }
        : null,
      profile: profile.id === '' ? null : { id: profile.id, name: profile.name, license: profile.license },
      account: account.id === '' ? null : { id: account.id, name: account.name },
      registrationAccount: registration === null ? null : registration.accountId,
      changes,
      warnings,
      steps: reports,
      failure
    },
    2
  );
}
