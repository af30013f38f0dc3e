import { createElement } from 'lwc';
import type { Question } from 'c/externalUserConfirm';
import FreeSeat from 'c/externalUserFreeSeat';
import { notifyRecordUpdateAvailable, updateRecord } from 'lightning/uiRecordApi';
import { known, type OrgFacts } from 'c/externalUserRules';
import { RUNNING_USER, noAccess, ofQuery, queryData, record } from '../../../../../test/jest/answers.ts';
import { customerProfile, fullLicense, partnerProfile, readyOrg } from '../../../../../test/jest/facts.ts';
import { screenOf, settled } from '../../../../../test/jest/screen.ts';
import { org, startEachTest, refusal } from '../../../../../test/jest/testOrg.ts';

const ofHolders = ofQuery('ExternalUserSeatHolders');
const update = jest.mocked(updateRecord);

const fullProfile = { ...customerProfile, license: known(fullLicense) };
const fullOrg: OrgFacts = { ...readyOrg, profiles: known([fullProfile, partnerProfile]) };

const holder = (name: string, lastLogin: string | null, created = '2025-01-01T00:00:00.000Z') => ({
  Id: `00500001000000${name.slice(0, 1)}AAQ`,
  Name: { value: name },
  LastLoginDate: { value: lastLogin },
  CreatedDate: { value: created },
  ProfileId: { value: customerProfile.id },
  Contact: { Account: { Name: { value: 'Kisumu Traders Ltd' } } }
});

const ana = holder('Ana Costa', '2026-02-01T08:00:00.000Z');
const ben = holder('Ben Yusuf', '2025-06-01T08:00:00.000Z');
const cho = holder('Cho Min', null, '2026-11-01T00:00:00.000Z');
const six = [ana, ben, cho, holder('Dan Moss', null), holder('Eva Lund', null), holder('Fay Okoro', null)];

async function show(properties: object = {}) {
  const element = createElement('c-external-user-free-seat', { is: FreeSeat });
  const asked: Question[] = [];
  const freed = jest.fn();
  const toast = jest.fn();
  element.addEventListener('ask', (event) => {
    asked.push((event as CustomEvent<Question>).detail);
  });
  element.addEventListener('seatfreed', freed);
  element.addEventListener('lightning__showtoast', ({ detail }: CustomEventInit<unknown>) => {
    toast(detail);
  });
  Object.assign(element, { org: fullOrg }, properties);
  document.body.appendChild(element);
  await settled();
  const screen = screenOf(element);
  const pressFor = async (name: string) => {
    screen.find(`button[aria-label="Deactivate ${name}"]`)[0]?.click();
    await settled();
  };
  const names = () => screen.find('li').map((item) => item.querySelector('p')?.textContent);
  return { element, screen, asked, freed, toast, pressFor, names };
}

async function showHolders(...holders: readonly (typeof ana)[]) {
  const shown = await show();
  org.emit(queryData({ User: holders }), ofHolders);
  await settled();
  return shown;
}

startEachTest(() => {
  update.mockReset().mockResolvedValue(record('User', ana.Id, {}));
});

describe('Free a seat', () => {
  it('lists the users who were away longest, with account and last log-in', async () => {
    const { element, screen, names } = await showHolders(ana, ben, cho);
    expect(names()).toEqual(['Ben Yusuf', 'Ana Costa', 'Cho Min']);
    expect(screen.text()).toContain('Deactivate someone who no longer needs Customer Community.');
    expect(screen.text()).toContain('Kisumu Traders Ltd');
    expect(screen.text()).toContain('Never logged in');
    expect(screen.find('lightning-formatted-date-time')).toMatchObject([
      { value: '2025-06-01T08:00:00.000Z' },
      { value: '2026-02-01T08:00:00.000Z' }
    ]);
    await expect(element).toBeAccessible();
  });

  it('shows five of them, and the others after a click', async () => {
    const { screen, names } = await showHolders(...six);
    expect(names()).toHaveLength(5);
    await screen.press('Show more');
    expect(names()).toHaveLength(6);
    expect(screen.hasButton('Show more')).toBe(false);
  });

  it('asks for active users of the full license only, and not for the current user', async () => {
    await show();
    const request = org.requests().find(ofHolders);
    expect(request?.variables).toEqual({ profileIds: [customerProfile.id], userId: RUNNING_USER });
  });

  it.each([
    ['a seat is free', { org: readyOrg }],
    ['the chosen profile has seats', { profileId: partnerProfile.id }],
    [
      'this person may not change users',
      { org: { ...fullOrg, runningUser: { ...readyOrg.runningUser, managesExternalUsers: false } } }
    ],
    ['the org isn’t read', { org: undefined }]
  ])('asks nothing and shows nothing where %s', async (_why, properties) => {
    const { screen } = await show(properties);
    expect(org.requests().filter(ofHolders)).toEqual([]);
    expect(screen.text()).toBe('');
  });

  it('says whom to ask where this person sees no user of the license', async () => {
    const { element, screen } = await showHolders();
    expect(screen.text()).toContain('You can’t see any user of Customer Community. Ask an admin to free a seat.');
    await expect(element).toBeAccessible();
  });

  it('shows nothing where users can’t be read', async () => {
    const { screen } = await show();
    org.emitErrors([noAccess], ofHolders);
    await settled();
    expect(screen.text()).toBe('');
  });

  it('changes nothing without a yes, then frees the seat and lets the licenses be read again', async () => {
    const { asked, pressFor, freed, toast } = await showHolders(ana, ben);
    await pressFor('Ben Yusuf');
    expect(asked).toMatchObject([
      {
        sentence: 'Deactivate Ben Yusuf?',
        body: 'This frees one Customer Community seat. Ben Yusuf can’t log in from then on. Nothing is deleted.',
        isDestructive: true
      }
    ]);
    expect(update).not.toHaveBeenCalled();
    await asked[0]?.confirm();
    expect(update.mock.calls).toEqual([[{ fields: { Id: ben.Id, IsActive: false } }]]);
    expect(jest.mocked(notifyRecordUpdateAvailable)).toHaveBeenCalledWith([{ recordId: customerProfile.id }]);
    expect(toast).toHaveBeenCalledWith({ title: 'Ben Yusuf can’t log in any more', variant: 'success' });
    expect(freed).toHaveBeenCalledTimes(1);
  });

  it('shows the refusal of the org', async () => {
    update.mockRejectedValue(refusal('INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id'));
    const { element, screen, asked, pressFor, freed } = await showHolders(ana);
    await pressFor('Ana Costa');
    await asked[0]?.confirm();
    await settled();
    expect(screen.role('alert').join()).toContain('Ana Costa was not changed.');
    expect(freed).not.toHaveBeenCalled();
    await expect(element).toBeAccessible();
  });

  it.each([
    ['counts as freed if the user is gone from the list', [ben], 1, ''],
    ['is reported if the user is still there', [ana, ben], 0, 'We don’t know whether Ana Costa was changed.']
  ])('without a clear answer %s', async (_what, found, times, words) => {
    update.mockRejectedValue({ status: 0, statusText: '', body: undefined });
    org.refresh.mockImplementation(() => {
      org.emit(queryData({ User: found }), ofHolders);
      return Promise.resolve();
    });
    const { screen, asked, pressFor, freed } = await showHolders(ana, ben);
    await pressFor('Ana Costa');
    await asked[0]?.confirm();
    await settled();
    expect(freed).toHaveBeenCalledTimes(times);
    expect(screen.role('alert').join()).toContain(words);
  });
});
