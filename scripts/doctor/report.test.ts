import { stripVTControlCharacters } from 'node:util';
import { findingsOf, type Group, type Status } from './finding.ts';
import { exitCodeOf, toJson, toTable } from './report.ts';

const answered = { username: 'ada@acme.example', url: 'https://acme.my.salesforce.com', apiVersion: '68.0' };
const org = { name: 'acme', ...answered };
const say = findingsOf('sites', 'Sites');
const long = 'The sites of this org are many, and their names are long, so that no line can hold all of them at once.';
const link = `${org.url}/lightning/setup/SetupNetworks/home`;

const groupOf = (...statuses: readonly Status[]): readonly Group[] => [
  { title: 'Experience Cloud', findings: statuses.map((status) => say(status, 'So it is.')) }
];
const full: readonly Group[] = [
  {
    title: 'Experience Cloud',
    findings: [say('warning', long, { fix: long, link, lines: [long, 'Acme Help'], facts: { sites: ['Acme Help'] } })]
  }
];

describe('the table', () => {
  it('shows the status in a word, the check, the cause, the facts, what to do and where', () => {
    const table = toTable(org, full, false);
    expect(table).toMatch(/^ {2}warning {2}Sites {18}The sites of this org are many,/mu);
    expect(table).toMatch(/^ {11}- Acme Help$/mu);
    expect(table).toMatch(/^ {11}> The sites of this org/mu);
    expect(table).toContain(`\n             ${link}`);
  });

  it.each([
    ['alone', 'npm run deploy -- --target-org a.user.with.a.long.name@a.company.example', '           > npm run'],
    [
      'after words',
      'Assign it: npx sf org assign permset --name External_User_Enabler --target-org ada@acme.example',
      '           > Assign it:\n             npx sf'
    ]
  ])('keeps a command on one line that can be pasted, %s', (_title, fix, start) => {
    const table = toTable(org, [{ title: 'The action', findings: [say('blocked', 'No.', { fix })] }], false);
    expect(table).toContain(`\n${start}`);
    expect(table).toContain(`${fix.slice(fix.indexOf('np'))}\n`);
  });

  it('has a space after a title that fills its column', () => {
    const finding = findingsOf('x', 'A title as long as this')('pass', 'Cause.');
    expect(toTable(org, [{ title: 'One', findings: [finding] }], false)).toContain('A title as long as this Cause.');
  });

  it('fits into 80 columns', () => {
    const widths = toTable(org, full, false)
      .split('\n')
      .map((line) => line.length);
    expect(Math.max(...widths)).toBeLessThanOrEqual(80);
  });

  it('has the same words with colors and without', () => {
    const plain = toTable(org, full, false);
    const colored = toTable(org, full, true);
    expect(colored).not.toBe(plain);
    expect(stripVTControlCharacters(colored)).toBe(plain);
    expect(stripVTControlCharacters(plain)).toBe(plain);
  });

  it.each<[Status[], string]>([
    [['pass', 'pass'], 'Ready: blocked 0, warning 0, unknown 0, pass 2.'],
    [['pass', 'warning'], 'Ready: blocked 0, warning 1, unknown 0, pass 1.'],
    [['pass', 'unknown'], 'Ready, as far as can be told: blocked 0, warning 0, unknown 1, pass 1.'],
    [['blocked', 'unknown'], 'Not ready: blocked 1, warning 0, unknown 1, pass 0.']
  ])('sums up %j in its first line', (statuses, summary) => {
    expect(toTable(org, groupOf(...statuses), false).split('\n')[0]).toBe(summary);
  });

  const deploy = say('blocked', 'It is not deployed.', { fix: 'npm run deploy -- --target-org ada@acme.example' });
  it.each<[string, readonly Group[], RegExp]>([
    [
      'the deploy',
      [{ title: 'One', findings: [say('blocked', 'No seat.', { fix: 'Buy one.' }), deploy] }],
      /\nNot ready\. Next:\nnpm run deploy -- --target-org ada@acme\.example$/u
    ],
    ['another look', groupOf('blocked'), /\nNot ready\. Next: clear .*\nnpm run doctor -- --target-org acme$/u],
    [
      'the action and the plan of an org that is ready',
      groupOf('pass'),
      /\nReady\. Next: .*Enable External User.*\nnpm run enable-users -- plan --target-org acme --file contacts\.csv$/u
    ]
  ])('ends with what comes next: %s', (_title, groups, end) => {
    expect(toTable(org, groups, false)).toMatch(end);
  });

  it.each<[Status[], number]>([
    [['pass', 'warning', 'unknown'], 0],
    [['pass', 'blocked'], 1]
  ])('has for %j the exit code %d', (statuses, code) => {
    expect(exitCodeOf(groupOf(...statuses))).toBe(code);
  });
});

describe('the JSON', () => {
  it('contains the facts of the table', () => {
    expect(JSON.parse(toJson(org, full))).toEqual({
      result: 'ready',
      org: answered,
      counts: { pass: 0, warning: 1, blocked: 0, unknown: 0 },
      findings: [
        {
          check: 'sites',
          group: 'Experience Cloud',
          status: 'warning',
          cause: long,
          fix: long,
          link,
          facts: { sites: ['Acme Help'] }
        }
      ]
    });
  });
});
