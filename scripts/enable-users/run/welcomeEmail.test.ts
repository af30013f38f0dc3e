import { join } from 'node:path';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { known } from 'sf-cli/answer';
import { createPlannedRun, PLAIN, planRow, type PlannedRun } from '../testing/plannedRun.ts';
import { BETA, createSiteOrg, HELP } from '../testing/siteOrg.ts';
import { createTestClock } from '../testing/testClock.ts';
import { refusal } from '../transports/orgAnswer.ts';
import type { WriteApi } from '../transports/writeApi.ts';
import { executeRun } from './executeRun.ts';
import { WELCOME_EMAIL, WELCOME_EMAIL_ON } from './sitesThatSend.ts';
import { suppressedSites, suppressWelcomeEmail } from './welcomeEmail.ts';

const WAIT = { deadline: Infinity, isAsync: false };
const SUPPRESS = { ...PLAIN, welcomeEmail: 'suppress' as const };
const finished = known('finished');
const rows = [1, 2, 3].map((row) => planRow(row));

describe('a run that suppresses welcome email', () => {
  let stateFolder: string;
  let planned: PlannedRun[];
  beforeEach(() => {
    stateFolder = join(mkdtempSync(join(tmpdir(), 'state-')), 'org');
    planned = [];
  });
  afterEach(() => {
    for (const one of planned) one.remove();
    rmSync(join(stateFolder, '..'), { recursive: true });
  });

  function plan(plans = rows): PlannedRun {
    const run = createPlannedRun(plans);
    planned.push(run);
    return run;
  }
  const open = (run: PlannedRun, api: WriteApi, transport: 'collections' | 'bulk' = 'collections') =>
    run.open(api, createTestClock(), { stateFolder, transportFor: () => transport });

  it('switches it off at each site that has it on, whatever its status, and on again at the same sites', async () => {
    const org = createSiteOrg();
    const run = open(plan(), org.api);
    expect(await executeRun(run, SUPPRESS, WAIT)).toEqual(finished);
    expect(org.switches).toEqual([`${HELP} off`, `${BETA} off`, `${BETA} on`, `${HELP} on`]);
    expect({ mails: org.mails, users: org.users.length, kept: suppressedSites(run.store) }).toEqual({
      mails: [],
      users: 3,
      kept: null
    });
  });

  it.each([
    ['sees only some of the sites', { managesSites: false }, /see only the sites that you are a member of/u],
    ['may not change a site', { lockedSite: BETA }, /the site Beta can’t be changed \(no rights on this site\)/u]
  ])('does not start for a person who %s, and leaves the sites as they were', async (_case, options, sentence) => {
    const org = createSiteOrg(options);
    const run = open(plan(), org.api);
    expect(await executeRun(run, SUPPRESS, WAIT)).toMatchObject({
      kind: 'refused',
      code: WELCOME_EMAIL,
      message: expect.stringMatching(sentence)
    });
    expect({ on: org.on(), users: org.users, kept: suppressedSites(run.store) }).toEqual({
      on: [HELP, BETA],
      users: [],
      kept: null
    });
    expect(run.store.batches.isEmpty()).toBe(true);
  });

  it('does not start where the sites can’t be read', async () => {
    const org = createSiteOrg();
    const query: WriteApi['query'] = async (soql) =>
      soql.includes('FROM Network ') ? refusal('INSUFFICIENT_ACCESS', 'no', 403) : org.api.query(soql);
    const end = await executeRun(open(plan(), { ...org.api, query }), SUPPRESS, WAIT);
    expect(end).toMatchObject({ kind: 'refused', code: WELCOME_EMAIL });
    expect(org.users).toEqual([]);
  });

  it('has it on again after a crash and a later call', async () => {
    const org = createSiteOrg();
    const run = plan();
    await suppressWelcomeEmail(open(run, org.api));
    expect(org.on()).toEqual([]);
    expect(await executeRun(open(run, org.api), SUPPRESS, WAIT)).toEqual(finished);
    expect({ on: org.on(), mails: org.mails }).toEqual({ on: [HELP, BETA], mails: [] });
  });

  it('keeps it off while the org is at work on jobs', async () => {
    const org = createSiteOrg();
    const run = plan();
    await executeRun(open(run, org.api, 'bulk'), SUPPRESS, { ...WAIT, isAsync: true });
    expect(org.on()).toEqual([]);
    expect(await executeRun(open(run, org.api, 'bulk'), SUPPRESS, WAIT)).toEqual(finished);
    expect({ on: org.on(), mails: org.mails }).toEqual({ on: [HELP, BETA], mails: [] });
  });

  it('leaves it off for another run, and the last one switches it on', async () => {
    const org = createSiteOrg();
    const other = plan();
    await executeRun(open(other, org.api, 'bulk'), SUPPRESS, { ...WAIT, isAsync: true });
    const run = open(plan([planRow(4)]), org.api);
    expect(await executeRun(run, SUPPRESS, WAIT)).toEqual(finished);
    expect(org.on()).toEqual([]);
    expect(run.store.meta('welcomeEmailMessage')).toContain(`stays off at Beta, Help until the run in ${other.folder}`);
    expect(await executeRun(open(other, org.api, 'bulk'), SUPPRESS, WAIT)).toEqual(finished);
    expect({ on: org.on(), mails: org.mails, users: org.users.length }).toEqual({
      on: [HELP, BETA],
      mails: [],
      users: 4
    });
  });

  it.each([
    ['whose process has ended with nothing under way', false],
    ['whose folder is gone', true]
  ])('takes over the sites of a run %s', async (_case, isGone) => {
    const org = createSiteOrg();
    const dead = plan();
    const left = open(dead, org.api);
    await suppressWelcomeEmail(left);
    if (isGone) planned.splice(0, 1)[0]?.remove();
    expect(await executeRun(open(plan([planRow(4)]), org.api), SUPPRESS, WAIT)).toEqual(finished);
    expect(org.on()).toEqual([HELP, BETA]);
  });

  it('stops before the next request where somebody switched it on, and sends no mail for it', async () => {
    const org = createSiteOrg();
    const send: WriteApi['send'] = async (method, path, body) => {
      const answer = await org.api.send(method, path, body);
      if (path === '/composite/sobjects') org.switchOn(BETA);
      return answer;
    };
    const run = plan();
    const end = await executeRun(open(run, { ...org.api, send }), { ...SUPPRESS, batchSize: 1 }, WAIT);
    expect(end).toMatchObject({
      code: WELCOME_EMAIL_ON,
      message: expect.stringContaining('switched welcome email on at Beta')
    });
    expect({ users: org.users.length, mails: org.mails }).toEqual({ users: 1, mails: [] });
    expect(await executeRun(open(run, org.api), SUPPRESS, WAIT)).toEqual(finished);
    expect({ users: org.users.length, mails: org.mails, on: org.on() }).toEqual({
      users: 3,
      mails: [],
      on: [HELP, BETA]
    });
  });

  it('assigns no permission set where somebody switched it on after the users were created', async () => {
    const org = createSiteOrg({ parentId: '0PS1' });
    const draft = { ...(planRow(1).draft ?? fail()), permissionSetIds: ['0PS1'] };
    const assigned: unknown[] = [];
    const send: WriteApi['send'] = async (method, path, body) => {
      if (JSON.stringify(body).includes('PermissionSetAssignment')) assigned.push(body);
      const answer = await org.api.send(method, path, body);
      if (path === '/composite/sobjects') org.switchOn(HELP);
      return answer;
    };
    const end = await executeRun(open(plan([planRow(1, { draft })]), { ...org.api, send }), SUPPRESS, WAIT);
    expect(end).toMatchObject({ code: WELCOME_EMAIL_ON });
    expect(assigned).toEqual([]);
  });

  it('waits until the new users are members before it switches it on', async () => {
    const org = createSiteOrg({ queriesUntilMember: 5 });
    expect(await executeRun(open(plan(), org.api), SUPPRESS, WAIT)).toEqual(finished);
    expect({ on: org.on(), mails: org.mails, later: org.mailedLater() }).toEqual({
      on: [HELP, BETA],
      mails: [],
      later: []
    });
  });

  it('waits for members by a permission set, which it assigns before', async () => {
    const org = createSiteOrg({ queriesUntilMember: 5, parentId: '0PS1' });
    const draft = { ...planRow(1).draft, permissionSetIds: ['0PS1'] };
    const run = open(plan([planRow(1, { draft: { ...(planRow(1).draft ?? fail()), ...draft } })]), org.api);
    expect(await executeRun(run, SUPPRESS, WAIT)).toEqual(finished);
    expect({ on: org.on(), mails: org.mails, later: org.mailedLater() }).toEqual({
      on: [HELP, BETA],
      mails: [],
      later: []
    });
  });

  it('leaves it off after ten minutes without the members, says so, and switches it on when told to', async () => {
    const org = createSiteOrg({ queriesUntilMember: Infinity });
    const run = plan();
    const context = open(run, org.api);
    expect(await executeRun(context, SUPPRESS, WAIT)).toEqual(known('waiting'));
    expect(context.clock.now()).toBeLessThanOrEqual(10 * 60_000);
    expect(org.on()).toEqual([]);
    expect(context.store.meta('welcomeEmailMessage')).toMatch(/still off at Beta, Help.*--restore-welcome-email/u);
    expect(await executeRun(open(run, org.api), SUPPRESS, { ...WAIT, isRestoreForced: true })).toEqual(finished);
    expect(org.on()).toEqual([HELP, BETA]);
  });
});

function fail(): never {
  throw new Error('A planned row has a draft.');
}
