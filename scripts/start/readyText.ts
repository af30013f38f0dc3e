import { toJsonText } from '../shared/terminalText.ts';

/** What a user needs to know of a started org. */
export interface Ready {
  readonly url: string;
  readonly org: string;
  /** Whether the pages show what was deployed instead of the working tree. */
  readonly deployed: boolean;
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

/** For a person: the address, what to click, the users with their tokens, and how the sf CLI logs in. */
export function readyText({ url, org, deployed, people, sites }: Ready): string {
  const token = people[0]?.accessToken ?? '';
  // Each org has an alias of its own, so that no log-in takes that of another one.
  const alias = `local-${new URL(url).port}`;
  return [
    `Ready at ${url}`,
    '',
    deployed
      ? `Starting org "${org}". The pages show what is deployed to it: deploy as below, then reload.`
      : `Starting org "${org}". Open the page, click Enable External User, and follow the steps.`,
    'The bar at the top changes who is signed in and which org it is.',
    '',
    'Who may sign in (the access token is the bearer token of each API):',
    ...table(people.map(({ label, username, accessToken }) => [label, username, accessToken])),
    '',
    'The sf CLI:',
    `  SF_ACCESS_TOKEN='${token}' sf org login access-token --instance-url ${url} --no-prompt --alias ${alias}`,
    ...(deployed ? [`  npm run deploy -- --target-org ${alias}`] : []),
    ...(sites.length === 0 ? [] : ['', 'Sites, for external users:']),
    ...table(sites.map(({ name, status, loginUrl }) => [name, status, `${url}${loginUrl}`])),
    '',
    `Mails: ${url}/playground/outbox · users and licenses: ${url}/playground/users`,
    'Ctrl-C stops it.'
  ].join('\n');
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd());
}
