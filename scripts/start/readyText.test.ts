import { readyJson, readyText, type Ready } from './readyText.ts';

const ready: Ready = {
  url: 'http://localhost:4280',
  org: 'ready',
  deployed: false,
  people: [
    { label: 'System Administrator', username: 'ada@acme.example', accessToken: '00D!first' },
    { label: 'Sales Ops', username: 'sam@acme.example', accessToken: '00D!second' }
  ],
  sites: [{ name: 'Acme Help', status: 'Live', loginUrl: '/acmehelp/login' }]
};

describe('the text of npm start', () => {
  it.each([
    ['the address first', /^Ready at http:\/\/localhost:4280\n/u],
    ['what to click', /click Enable External User/u],
    ['the users with their tokens', /Sales Ops +sam@acme\.example +00D!second/u],
    [
      'how the sf CLI logs in',
      /SF_ACCESS_TOKEN='00D!first' sf org login access-token --instance-url http:\/\/localhost:4280 --no-prompt --alias local-4280\n/u
    ],
    ["where a site's users log in", /Acme Help +Live +http:\/\/localhost:4280\/acmehelp\/login/u],
    ['how to stop it', /Ctrl-C/u]
  ])('names %s', (_title, text) => {
    expect(readyText(ready)).toMatch(text);
  });

  it('says how to deploy when the pages show what was deployed', () => {
    const text = readyText({ ...ready, org: 'bare', deployed: true });
    expect(text).toContain('Starting org "bare". The pages show what is deployed to it');
    expect(text).toContain('npm run deploy -- --target-org local-4280');
    expect(text).not.toContain('Enable External User');
  });

  it('has no list of sites when there are none', () => {
    expect(readyText({ ...ready, sites: [] })).not.toContain('Sites');
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
