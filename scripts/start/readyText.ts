import type { StartingOrgSummary } from 'sfdx-local-org';
import { toJsonText } from '../shared/terminalText.ts';

/** What a user needs to know of a started org. */
export interface Ready {
  readonly url: string;
  readonly org: string;
  /** Whether the pages show what was deployed instead of the working tree. */
  readonly deployed: boolean;
  /** All of them. */
  readonly startingOrgs: readonly StartingOrgSummary[];
  readonly people: readonly { readonly label: string; readonly username: string; readonly accessToken: string }[];
  readonly sites: readonly { readonly name: string; readonly status: string; readonly loginUrl: string }[];
}

/** One line for programs: url, org, people. */
export function readyJson({ url, org, people }: Ready): string {
  return toJsonText({
    url,
    org,
    people: people.map(({ label, username, accessToken }) => ({ label, username, accessToken }))
  });
}

const DEFAULT_ORG = 'ready';

/** What to try first: one obstacle that a person clears, one that takes a decision, and many contacts at once. */
const TO_TRY = ['owner-without-role', 'no-seats', 'list'];

/** For a person, in ten lines: the address, what to click, what to try next, and how to stop. The tokens may be shown already. */
export function readyText(ready: Ready, hasTokens = false): string {
  const { url, deployed, startingOrgs } = ready;
  return [
    `Ready at ${url}: a local org on this machine, not Salesforce.`,
    ...(deployed ? [scenarioOf(ready), ...deployLines(ready)] : [...firstClicks(ready), '', ...scenarioLines(ready)]),
    `All ${String(startingOrgs.length)} scenarios and every option: npm start -- --help.${hasTokens ? '' : ' Access tokens, and the log-in of the sf CLI: --tokens.'}`,
    'Ctrl-C stops it. The org is in memory only.'
  ].join('\n');
}

function firstClicks(ready: Ready): string[] {
  if (ready.org !== DEFAULT_ORG) return [scenarioOf(ready), ...stepsOf(ready)];
  return [
    '  1. Click Enable External User, then Create User: the contact has a user.',
    '  2. Open Outbox in the bar, follow the link in the mail, set a password: the new user is logged in to the site.'
  ];
}

function scenarioOf({ org, startingOrgs }: Ready): string {
  return `Scenario ${org}: ${startingOrgs.find(({ name }) => name === org)?.title ?? ''}.`;
}

/** The steps that stay in the scenario, on one line. */
function stepsOf({ org, startingOrgs }: Ready): string[] {
  const steps = startingOrgs.find(({ name }) => name === org)?.steps ?? [];
  const here = steps.filter(({ starts }) => starts === undefined).map(({ text }) => text);
  return here.length === 0 ? [] : [`  To try: ${here.join(' · ')}.`];
}

function scenarioLines({ org, startingOrgs }: Ready): string[] {
  const others = [...TO_TRY, DEFAULT_ORG].filter((name) => name !== org).slice(0, TO_TRY.length);
  const rows = others.flatMap((name) =>
    startingOrgs.filter((one) => one.name === name).map(({ title }) => [name, title])
  );
  return ['Scenarios to try next, in the bar or by npm start -- --org <name>:', ...table(rows)];
}

function deployLines(ready: Ready): string[] {
  return [
    'Log the sf CLI in, deploy, and reload the page:',
    `  ${logInCommand(ready)}`,
    `  npm run deploy -- --target-org ${aliasOf(ready)}`
  ];
}

/** The bearer tokens of the APIs, the log-in of the sf CLI, and what else has an address. */
export function tokensText(ready: Ready): string {
  const { url, people, sites } = ready;
  return [
    'Who may sign in (the access token is the bearer token of each API):',
    ...table(people.map(({ label, username, accessToken }) => [label, username, accessToken])),
    '',
    'The sf CLI:',
    `  ${logInCommand(ready)}`,
    ...(sites.length === 0 ? [] : ['', 'Sites, for external users:']),
    ...table(sites.map(({ name, status, loginUrl }) => [name, status, `${url}${loginUrl}`])),
    '',
    `Mails: ${url}/playground/outbox · users and licenses: ${url}/playground/users`
  ].join('\n');
}

function logInCommand(ready: Ready): string {
  const token = ready.people[0]?.accessToken ?? '';
  return `SF_ACCESS_TOKEN='${token}' npx sf org login access-token --instance-url ${ready.url} --no-prompt --alias ${aliasOf(ready)}`;
}

/** Each org has an alias of its own, so that no log-in takes that of another one. */
function aliasOf({ url }: Ready): string {
  return `local-${new URL(url).port}`;
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd());
}
