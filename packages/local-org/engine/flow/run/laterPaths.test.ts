import { setImmediate } from 'node:timers/promises';
import { createLocalOrg } from '../../../main.ts';
import { callerOf, createCaller, found, type Caller } from '../../../testing/caller.ts';
import { deployFlows } from '../../../testing/deployedFlows.ts';
import { afterSave, decision, element, getFirst } from '../../../testing/flowElements.ts';
import { condition, filter, gives, ref, text, to } from '../../../testing/flowValues.ts';
import type { XmlParts } from '../../../testing/xmlParts.ts';

const MINUTE = 60_000;

const asynchronous = (next: string): XmlParts => ({
  connector: to(next),
  name: 'Run_Async',
  pathType: 'AsyncAfterCommit'
});

/** Creates a user for the contact after the commit, unless it has one. User and contact cannot share a transaction. */
const makesUser: XmlParts = {
  start: afterSave({
    doesRequireRecordChangedToMeetCriteria: true,
    filterLogic: 'and',
    filters: [filter('Title', 'EqualTo', text('Approved'))],
    scheduledPaths: [asynchronous('Get_User')]
  }),
  decisions: [decision('Has_User', condition('Get_User.Id', 'IsNull', { booleanValue: false }), 'Get_Profile')],
  recordLookups: [
    getFirst('Get_User', 'User', [filter('ContactId', 'EqualTo', ref('$Record.Id'))], 'Has_User'),
    getFirst('Get_Profile', 'Profile', [filter('Name', 'EqualTo', text('Acme Customer'))], 'Create_User')
  ],
  formulas: [
    { name: 'username', dataType: 'String', expression: "{!$Record.Id} & {!$User.Id} & '@acme.example'" },
    { name: 'alias', dataType: 'String', expression: 'RIGHT({!$Record.Id}, 8)' }
  ],
  recordCreates: [
    element('Create_User', {
      inputAssignments: [
        gives('Alias', ref('alias')),
        gives('ContactId', ref('$Record.Id')),
        gives('Email', text('new@acme.example')),
        gives('EmailEncodingKey', text('UTF-8')),
        gives('LanguageLocaleKey', text('en_US')),
        gives('LastName', ref('$Record.LastName')),
        gives('LocaleSidKey', text('en_GB')),
        gives('ProfileId', ref('Get_Profile.Id')),
        gives('TimeZoneSidKey', text('Europe/Stockholm')),
        gives('Username', ref('username'))
      ],
      object: 'User',
      storeOutputAutomatically: true
    })
  ]
};

const amelie = (caller: Caller): string => caller.localOrg.org.defaultContactId;
const setTitle = (caller: Caller, Title: string, id = amelie(caller)) =>
  caller.call('PATCH', `/sobjects/Contact/${id}`, { Title });
const users = (caller: Caller) =>
  found(caller, `SELECT Username, CreatedById FROM User WHERE ContactId = '${amelie(caller)}'`);

describe('an asynchronous path', () => {
  it('runs after the commit as the user who changed the record, in system context', async () => {
    const caller = callerOf();
    const org = await deployFlows(caller, { Makes_User: makesUser });
    const salesRep = caller.as('Without permission');
    expect(await setTitle(salesRep, 'Approved')).toMatchObject({ status: 204 });
    expect(await users(caller)).toEqual([]);
    expect(org.automation.runDue()).toBe(1);
    const person = org.people.find(({ label }) => label === 'Without permission');
    expect(await users(caller)).toMatchObject([{ CreatedById: person?.userId }]);
  });

  it('runs without a request in an org that is served', async () => {
    const localOrg = createLocalOrg({
      org: 'ready',
      seed: 1,
      hasControlRoutes: false,
      url: () => 'http://localhost:4280',
      runsAutomation: true
    });
    const caller = createCaller(localOrg, 'System Administrator');
    await deployFlows(caller, { Makes_User: makesUser });
    await setTitle(caller, 'Approved');
    await setImmediate();
    await setImmediate();
    expect(await users(caller)).toHaveLength(1);
  });

  it('does not run if the save was rolled back', async () => {
    const caller = callerOf();
    const org = await deployFlows(caller, { Makes_User: makesUser });
    await caller.call('PATCH', '/composite/sobjects', {
      allOrNone: true,
      records: [
        { attributes: { type: 'Contact' }, id: amelie(caller), Title: 'Approved' },
        { attributes: { type: 'Contact' }, id: amelie(caller), Email: 'nobody' }
      ]
    });
    expect([org.automation.jobs.length, org.automation.runDue()]).toEqual([0, 0]);
  });

  it('reads the present record', async () => {
    const caller = callerOf();
    const org = await deployFlows(caller, { Makes_User: makesUser });
    await setTitle(caller, 'Approved');
    await caller.call('PATCH', `/sobjects/Contact/${amelie(caller)}`, { LastName: 'Later' });
    org.automation.runDue();
    expect(await found(caller, `SELECT LastName FROM User WHERE ContactId = '${amelie(caller)}'`)).toMatchObject([
      { LastName: 'Later' }
    ]);
  });

  it.each([
    ['one after the other', false, []],
    ['at the same moment', true, ['PORTAL_USER_ALREADY_EXISTS_FOR_CONTACT']]
  ])('that two people trigger %s creates one user', async (_, atOnce, codes) => {
    const caller = callerOf();
    const org = await deployFlows(caller, { Makes_User: makesUser });
    await setTitle(caller, 'Approved');
    await setTitle(caller, 'Requested');
    await setTitle(caller.as('Without permission'), 'Approved');
    expect(org.automation.runDue({ atOnce })).toBe(2);
    expect(await users(caller)).toHaveLength(1);
    const mails = org.outbox.filter(({ subject }) => subject.startsWith('Error'));
    expect(mails.map(({ text: mail }) => /records: (\w+)/.exec(mail)?.[1])).toEqual(codes);
  });

  it('is retried after 15, 30, 60 and 120 minutes if it fails', async () => {
    const caller = callerOf();
    const org = await deployFlows(caller, { Makes_User: makesUser });
    org.amend(caller.named('UserLicense', 'Customer Community').Id, { TotalLicenses: 3 });
    await setTitle(caller, 'Approved');
    const runs = [0, 14, 1, 29, 1, 60, 120, 1000].map((minutes) => {
      org.clock.advance(minutes * MINUTE);
      return org.automation.runDue();
    });
    expect(runs).toEqual([1, 0, 1, 0, 1, 1, 1, 0]);
    expect(await users(caller)).toEqual([]);
  });
});

describe('a scheduled path', () => {
  const remindsLater: XmlParts = {
    start: afterSave({
      filterLogic: 'and',
      filters: [filter('Title', 'EqualTo', text('Approved'))],
      scheduledPaths: [
        {
          connector: to('Remind'),
          label: 'Two days',
          name: 'Two_Days',
          offsetNumber: 2,
          offsetUnit: 'Days',
          timeSource: 'RecordTriggerEvent'
        }
      ]
    }),
    recordUpdates: [
      element('Remind', { inputAssignments: [gives('Department', text('Reminded'))], inputReference: '$Record' })
    ]
  };

  it('runs by the org’s clock', async () => {
    const caller = callerOf();
    const org = await deployFlows(caller, { Reminds_Later: remindsLater });
    await setTitle(caller, 'Approved');
    const days = [1, 1].map((day) => {
      org.clock.advance(day * 24 * 60 * MINUTE);
      return org.automation.runDue();
    });
    expect(days).toEqual([0, 1]);
    expect(org.find(amelie(caller))).toMatchObject({ Department: 'Reminded' });
  });

  it('does not run for a record that no longer meets the conditions', async () => {
    const caller = callerOf();
    const org = await deployFlows(caller, { Reminds_Later: remindsLater });
    await setTitle(caller, 'Approved');
    await setTitle(caller, 'Rejected');
    org.clock.advance(2 * 24 * 60 * MINUTE);
    expect(org.automation.runDue()).toBe(0);
  });

  it('fails while the row is locked, and succeeds at the next retry', async () => {
    const caller = callerOf();
    const org = await deployFlows(caller, { Reminds_Later: remindsLater });
    await setTitle(caller, 'Approved');
    org.locks.refuse(amelie(caller), 1);
    org.clock.advance(2 * 24 * 60 * MINUTE);
    org.automation.runDue();
    expect(org.outbox.at(-1)?.text).toContain('UNABLE_TO_LOCK_ROW: unable to obtain exclusive access to this record');
    org.clock.advance(15 * MINUTE);
    org.automation.runDue();
    expect(org.find(amelie(caller))).toMatchObject({ Department: 'Reminded' });
  });

  it('starts its wait again after another save', async () => {
    const caller = callerOf();
    const org = await deployFlows(caller, { Reminds_Later: remindsLater });
    await setTitle(caller, 'Approved');
    org.clock.advance(24 * 60 * MINUTE);
    await setTitle(caller, 'Approved');
    const days = [1, 1].map((day) => {
      org.clock.advance(day * 24 * 60 * MINUTE);
      return org.automation.runDue();
    });
    expect(days).toEqual([0, 1]);
  });
});
