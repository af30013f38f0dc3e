import { createElement } from 'lwc';
import IdleSeats from 'c/externalUserIdleSeats';
import { known, unknown, type OrgFacts } from 'c/externalUserRules';
import { RUNNING_USER, noAccess, ofQuery, queryData } from '../../../../../test/jest/answers.ts';
import { customerProfile, partnerProfile, readyOrg } from '../../../../../test/jest/facts.ts';
import { screenOf, settled } from '../../../../../test/jest/screen.ts';
import { org } from '../../../../../test/jest/testOrg.ts';

const ofHolders = ofQuery('ExternalUserSeatHolders');
const sameLicense = { ...customerProfile, id: '00e000010000009AAA', name: 'Acme Member' };
const facts: OrgFacts = { ...readyOrg, profiles: known([customerProfile, sameLicense, partnerProfile]) };

const holder = (lastLogin: string) => ({ Id: '005000010000008AAA', LastLoginDate: { value: lastLogin } });
const away = holder('2020-01-01T00:00:00.000Z');
const here = holder(new Date().toISOString());

async function show(changes: object = {}) {
  const element = createElement('c-external-user-idle-seats', { is: IdleSeats });
  Object.assign(element, { org: facts, profileId: customerProfile.id }, changes);
  document.body.appendChild(element);
  await settled();
  return { element, screen: screenOf(element) };
}

afterEach(() => {
  document.body.replaceChildren();
});

describe('the seats that could be freed', () => {
  it.each([
    ['nobody', [here], ''],
    ['one user', [away, here], '1 seat could be freed: its user hasn’t logged in for 90 days.'],
    ['several users', [away, away], '2 seats could be freed: their users haven’t logged in for 90 days.']
  ])('are counted: %s away', async (_who, holders, sentence) => {
    const { element, screen } = await show();
    org.emit(queryData({ User: holders }), ofHolders);
    await settled();
    expect(screen.text()).toBe(sentence);
    await expect(element).toBeAccessible();
  });

  it('are looked for among all profiles of the license, without the current user', async () => {
    await show();
    expect(org.requests().find(ofHolders)?.variables).toEqual({
      profileIds: [customerProfile.id, sameLicense.id],
      userId: RUNNING_USER
    });
  });

  it.each([
    ['no profile is chosen', { profileId: '' }],
    [
      'the license can’t be read',
      { org: { ...facts, profiles: known([{ ...customerProfile, license: unknown('noAccess') }]) } }
    ]
  ])('aren’t asked for if %s', async (_why, changes) => {
    const { screen } = await show(changes);
    expect(org.requests().filter(ofHolders)).toEqual([]);
    expect(screen.text()).toBe('');
  });

  it('aren’t spoken of if they can’t be read', async () => {
    const { screen } = await show();
    org.emitErrors([noAccess], ofHolders);
    await settled();
    expect(screen.text()).toBe('');
  });
});
