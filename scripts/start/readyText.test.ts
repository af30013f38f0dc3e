import { describeStartingOrgs } from 'sfdx-local-org';
import { readyJson, readyText, tokensText, type Ready } from './readyText.ts';

const startingOrgs = describeStartingOrgs();
const ready: Ready = {
  url: 'http://localhost:4280',
  org: 'ready',
  deployed: false,
  startingOrgs,
  people: [
    { label: 'System Administrator', username: 'ada@acme.example', accessToken: '00D!first' },
    { label: 'Sales Ops', username: 'sam@acme.example', accessToken: '00D!second' }
  ],
  sites: [{ name: 'Acme Help', status: 'Live', loginUrl: '/acmehelp/login' }]
};
const LOG_IN =
  "SF_ACCESS_TOKEN='00D!first' npx sf org login access-token --instance-url http://localhost:4280 --no-prompt --alias local-4280\n";

describe('the text of npm start', () => {
  it.each(startingOrgs.map(({ name }) => name))('has at most ten lines of at most 120 columns for %s', (org) => {
    const lines = readyText({ ...ready, org }).split('\n');
    expect(lines.length).toBeLessThanOrEqual(10);
    expect(lines.filter((line) => line.length > 120)).toEqual([]);
  });

  it.each([
    ['the address first', /^Ready at http:\/\/localhost:4280:/u],
    ['what to click', /click Enable External User/iu],
    ['three scenarios to try, with their titles', /owner-without-role .*\n {2}no-seats +No seat is free\n {2}list /u],
    ['how many scenarios there are', new RegExp(`All ${String(startingOrgs.length)} scenarios`, 'u')],
    ['how to see the tokens', /--tokens/u],
    ['how to stop it', /Ctrl-C/u]
  ])('names %s', (_title, text) => {
    expect(readyText(ready)).toMatch(text);
  });

  it('does not offer the tokens where they are shown', () => {
    expect(readyText(ready, true)).not.toContain('--tokens');
  });

  it('keeps the tokens to itself', () => {
    expect(readyText(ready)).not.toContain('00D!');
  });

  it.each([
    ['no-seats', /Scenario no-seats: No seat is free\.\n {2}To try: See why .* · See who/u],
    ['list', /Scenario list: .*\n {2}To try: Select contacts/u]
  ])('says of the scenario %s what it is and what to try, and offers three others', (org, words) => {
    const text = readyText({ ...ready, org });
    expect(text).toMatch(words);
    const offered = text.slice(text.indexOf('Scenarios to try next')).split('\n').slice(1, 4);
    expect(offered.filter((line) => line.startsWith(`  ${org} `))).toEqual([]);
  });

  it('says how to log in and deploy when the pages show what was deployed', () => {
    const text = readyText({ ...ready, org: 'bare', deployed: true });
    expect(text).toContain('Scenario bare: Nothing is deployed yet.');
    expect(text).toContain(LOG_IN);
    expect(text).toContain('npm run deploy -- --target-org local-4280\n');
    expect(text).not.toContain('Enable External User');
  });

  it.each([
    ['the users with their tokens', /Sales Ops +sam@acme\.example +00D!second/u],
    ['where users of a site log in', /Acme Help +Live +http:\/\/localhost:4280\/acmehelp\/login/u]
  ])('names %s on demand', (_title, text) => {
    expect(tokensText(ready)).toMatch(text);
  });

  it('says on demand how the sf CLI of this project logs in', () => {
    expect(tokensText(ready)).toContain(LOG_IN);
  });

  it('has no list of sites when there are none', () => {
    expect(tokensText({ ...ready, sites: [] })).not.toContain('Sites');
  });

  it('is one line of JSON for programs', () => {
    expect(readyJson(ready)).not.toContain('\n');
    expect(JSON.parse(readyJson(ready))).toEqual({
      url: 'http://localhost:4280',
      org: 'ready',
      people: ready.people
    });
  });
});
