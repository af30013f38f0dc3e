import { createElement } from 'lwc';
import Details from 'c/externalUserDetails';
import { getObjectInfo, getPicklistValues } from 'lightning/uiObjectInfoApi';
import { known, unknown, type Failure, type UserDraft } from 'c/externalUserRules';
import { noAccess, ofQuery, picklist, queryData, userObjectInfo } from '../../../../../test/jest/answers.ts';
import {
  account,
  customerLicense,
  customerProfile,
  fullLicense,
  partnerProfile,
  readyContact,
  readyDraft,
  readyOrg
} from '../../../../../test/jest/facts.ts';
import { graphql } from '../../../../../test/jest/lightning/graphql.ts';
import { screenOf, settled } from '../../../../../test/jest/screen.ts';
import { testWire } from '../../../../../test/jest/wires.ts';

const partnerDraft: UserDraft = { ...readyDraft, kind: 'partner', profileId: partnerProfile.id };
const notAPartner = { ...readyContact, isPartnerAccount: known(false) };
const fullOrg = { ...readyOrg, profiles: known([{ ...customerProfile, license: known(fullLicense) }]) };
const usernameTaken: Failure = {
  code: 'duplicateUsername',
  field: 'username',
  message: 'Duplicate Username.',
  details: '',
  status: 400
};

interface Named {
  readonly usernames?: readonly string[];
  readonly nicknames?: readonly string[];
}

/** Shows the step in a page that keeps the draft, as the action does. */
async function show(changes: object = {}) {
  const element = createElement('c-external-user-details', { is: Details });
  Object.assign(element, { contact: readyContact, org: readyOrg, draft: readyDraft, failure: undefined }, changes);
  const events: { readonly type: string; readonly detail: unknown }[] = [];
  for (const type of ['draftchange', 'fix']) {
    element.addEventListener(type, (event) => events.push({ type, detail: (event as CustomEvent).detail }));
  }
  element.addEventListener('draftchange', (event) => {
    element.draft = (event as CustomEvent<UserDraft>).detail;
  });
  document.body.appendChild(element);
  testWire(getObjectInfo).emit(userObjectInfo, ({ objectApiName }) => objectApiName === 'User');
  await settled();
  return { element, screen: screenOf(element), events };
}

async function answerNames({ usernames = [], nicknames = [] }: Named): Promise<void> {
  graphql.emit(
    queryData({
      usernames: usernames.map((value) => ({ Username: { value } })),
      nicknames: nicknames.map((value) => ({ CommunityNickname: { value } }))
    }),
    ofQuery('ExternalUserNamesInUse')
  );
  await settled();
}

function namesAsked() {
  return graphql.requests().find(ofQuery('ExternalUserNamesInUse'))?.variables;
}

afterEach(() => {
  document.body.replaceChildren();
});

describe('the details', () => {
  it('offer what is set already while picklists are not there, and then the org’s choices', async () => {
    const { element, screen } = await show();
    const options = () => [...screen.field('Time Zone').querySelectorAll('option')].map((option) => option.textContent);
    expect(options()).toEqual(['Europe/Stockholm']);
    testWire(getPicklistValues).emit(
      picklist(['(GMT+01:00) Stockholm', 'Europe/Stockholm'], ['(GMT+09:00) Tokyo', 'Asia/Tokyo']),
      ({ fieldApiName }) => fieldApiName === 'User.TimeZoneSidKey'
    );
    await settled();
    expect(options()).toEqual(['(GMT+01:00) Stockholm', '(GMT+09:00) Tokyo']);
    await expect(element).toBeAccessible();
  });

  it.each([
    ['customers', readyDraft, 'Acme Customer ·', 'Acme Partner ·'],
    ['partners', partnerDraft, 'Acme Partner ·', 'Acme Customer ·']
  ])('offer %s their profiles only', async (_who, draft, offered, hidden) => {
    const { screen } = await show({ draft });
    expect(screen.text()).toContain(offered);
    expect(screen.text()).not.toContain(hidden);
  });

  it('choose the profile that the other kind begins with', async () => {
    const { screen, events } = await show();
    await screen.choose('Partner');
    expect(events).toEqual([{ type: 'draftchange', detail: partnerDraft }]);
  });

  it('hand out what was typed', async () => {
    const { screen, events } = await show();
    await screen.fillIn('Nickname', 'amelie');
    expect(events).toEqual([{ type: 'draftchange', detail: { ...readyDraft, nickname: 'amelie' } }]);
  });

  it('ask for no ID of a profile while profiles are being read', async () => {
    const { screen } = await show({ org: { ...readyOrg, profiles: unknown('pending') } });
    expect(screen.hasField('Profile ID')).toBe(false);
  });

  it('show nothing before the draft is there', async () => {
    const { element } = await show({ contact: undefined, org: undefined, draft: undefined });
    expect(element.confirmDraft()).toBe(true);
    expect(namesAsked()).toBeUndefined();
    await expect(element).toBeAccessible();
  });
});

describe('the role level', () => {
  const roles = picklist(['Executive', 'Executive'], ['User', 'Worker']);

  it('is offered for a profile with roles, with the org’s own choice first', async () => {
    const { element, screen } = await show({ draft: partnerDraft });
    expect(screen.hasField('Portal Role Level')).toBe(false);
    testWire(getPicklistValues).emit(roles, ({ fieldApiName, recordTypeId }) => {
      return fieldApiName === 'User.PortalRole' && recordTypeId === '012000000000000AAA';
    });
    await settled();
    expect(screen.field('Portal Role Level').textContent).toBe('As the org decidesExecutiveUser');
    await expect(element).toBeAccessible();
  });

  it('is neither asked for nor offered for a profile without roles', async () => {
    const { screen } = await show();
    testWire(getPicklistValues).emit(roles, ({ recordTypeId }) => recordTypeId !== undefined);
    await settled();
    expect(screen.hasField('Portal Role Level')).toBe(false);
  });
});

describe('permission sets', () => {
  const data = queryData({
    PermissionSet: [
      { Id: '0PS01', Label: { value: 'Knowledge' }, LicenseId: { value: customerLicense.id } },
      { Id: '0PS02', Label: { value: 'Partner Reports' }, LicenseId: { value: '100000010000005AAA' } }
    ]
  });

  function answerAssignments(createable: boolean): Promise<void> {
    testWire(getObjectInfo).emit({ ...userObjectInfo, createable }, ({ objectApiName }) => {
      return objectApiName === 'PermissionSetAssignment';
    });
    return settled();
  }

  it('are offered where UI API serves their assignment, but for those of another license', async () => {
    const { screen } = await show();
    expect(graphql.requests().some(ofQuery('ExternalUserPermissionSets'))).toBe(false);
    await answerAssignments(true);
    graphql.emit(data, ofQuery('ExternalUserPermissionSets'));
    await settled();
    expect(screen.find('lightning-checkbox-group')).toMatchObject([{ options: [{ label: 'Knowledge' }] }]);
  });

  it('are assigned later where they can’t be read', async () => {
    const { screen } = await show();
    await answerAssignments(true);
    graphql.emitErrors([noAccess], ofQuery('ExternalUserPermissionSets'));
    await settled();
    expect(screen.text()).toContain('Permission sets are assigned on the user page afterwards.');
  });

  it('are assigned later where this person may assign none', async () => {
    const { screen } = await show();
    await answerAssignments(false);
    expect(screen.text()).toContain('Permission sets are assigned on the user page afterwards.');
  });

  it('are assigned later where UI API does not serve the assignment', async () => {
    const { element, screen } = await show();
    expect(screen.text()).not.toContain('Permission sets are assigned');
    testWire(getObjectInfo).emitError({ body: [{ errorCode: 'INVALID_TYPE' }] }, ({ objectApiName }) => {
      return objectApiName === 'PermissionSetAssignment';
    });
    await settled();
    expect(screen.text()).toContain('Permission sets are assigned on the user page afterwards.');
    await expect(element).toBeAccessible();
  });
});

describe('names in use', () => {
  it('are asked for when the step opens, and being read until the answer', async () => {
    const { element, screen } = await show();
    expect(namesAsked()).toEqual({ username: 'amelie.dubois%@northwind.example', nickname: 'amelie.dubois%' });
    expect(screen.text()).toContain('Username Being read…');
    expect(element.confirmDraft()).toBe(true);
    await expect(element).toBeAccessible();
  });

  it('say that the draft’s are free', async () => {
    const { element, screen } = await show();
    await answerNames({ usernames: ['amelie.dubois1@northwind.example'] });
    expect(screen.text()).toContain('No user that you can see in this org has amelie.dubois@northwind.example.');
    expect(element.confirmDraft()).toBe(true);
    await expect(element).toBeAccessible();
  });

  it('stop a username that is taken, and change it for a free one in one click', async () => {
    const { element, screen, events } = await show();
    await answerNames({ usernames: ['Amelie.Dubois@northwind.example', 'amelie.dubois1@northwind.example'] });
    expect(screen.field('Username').getAttribute('aria-invalid')).toBe('true');
    expect(screen.role('status')).toEqual(['Fields that need attention: Username.']);
    expect(element.confirmDraft()).toBe(false);
    await settled();
    expect(screen.focused()).toBe(screen.field('Username'));
    await expect(element).toBeAccessible();

    await screen.press('Use amelie.dubois2@northwind.example');
    expect(events).toEqual([
      { type: 'draftchange', detail: { ...readyDraft, username: 'amelie.dubois2@northwind.example' } }
    ]);
    expect(screen.text()).toContain('No user that you can see in this org has amelie.dubois2@northwind.example.');
    expect(screen.focused()).toBe(screen.field('Username'));
    expect(element.confirmDraft()).toBe(true);
  });

  it('warn of a nickname that is taken, and change it for a free one in one click', async () => {
    const { element, screen, events } = await show();
    await answerNames({ nicknames: ['amelie.dubois'] });
    expect(element.confirmDraft()).toBe(true);
    await screen.press('Use amelie.dubois1');
    expect(events).toEqual([{ type: 'draftchange', detail: { ...readyDraft, nickname: 'amelie.dubois1' } }]);
    expect(screen.focused()).toBe(screen.field('Nickname'));
  });

  it('are unknown where users can’t be read, and the way goes on', async () => {
    const { element, screen } = await show();
    graphql.emitErrors([noAccess], ofQuery('ExternalUserNamesInUse'));
    await settled();
    expect(screen.text()).toContain('Whether amelie.dubois@northwind.example is free can’t be read here.');
    expect(element.confirmDraft()).toBe(true);
    await expect(element).toBeAccessible();
  });

  it('are asked for again when a field is left, and not known until then', async () => {
    const { screen } = await show();
    await answerNames({});
    await screen.fillIn('Username', 'amelie@northwind.example');
    expect(screen.text()).toContain('Username Being read…');
    expect(namesAsked()).toMatchObject({ username: 'amelie.dubois%@northwind.example' });
    await screen.leave('Username');
    expect(namesAsked()).toMatchObject({ username: 'amelie%@northwind.example' });
    await answerNames({ usernames: ['amelie@northwind.example'] });
    expect(screen.hasButton('Use amelie1@northwind.example')).toBe(true);
  });

  it('are asked for once typing rests, not at each key', async () => {
    jest.useFakeTimers();
    try {
      const { screen } = await show();
      await screen.fillIn('Username', 'am@northwind.example');
      jest.advanceTimersByTime(399);
      await screen.fillIn('Username', 'ame@northwind.example');
      jest.advanceTimersByTime(399);
      await settled();
      expect(namesAsked()).toMatchObject({ username: 'amelie.dubois%@northwind.example' });
      jest.advanceTimersByTime(1);
      await settled();
      expect(namesAsked()).toMatchObject({ username: 'ame%@northwind.example' });
    } finally {
      jest.useRealTimers();
    }
  });

  it('are no longer asked for when the step is gone', async () => {
    jest.useFakeTimers();
    try {
      const { element, screen } = await show();
      await screen.fillIn('Username', 'am@northwind.example');
      element.remove();
      expect(jest.getTimerCount()).toBe(0);
    } finally {
      jest.useRealTimers();
    }
  });
});

describe('what a choice brings up', () => {
  it('is not the partner account for a customer', async () => {
    const { element, screen } = await show({ contact: notAPartner });
    expect(screen.text()).not.toContain('is not a partner account');
    expect(element.confirmDraft()).toBe(true);
  });

  it('is the partner account, which can be enabled here', async () => {
    const { element, screen, events } = await show({ contact: notAPartner, draft: partnerDraft });
    expect(screen.text()).toContain('Northwind Ångström AB is not a partner account.');
    expect(element.confirmDraft()).toBe(false);
    await expect(element).toBeAccessible();
    await screen.press('Enable as Partner Account');
    expect(events).toMatchObject([{ type: 'fix', detail: { fix: 'enablePartnerAccount', record: account } }]);
  });

  it('gets the focus when a person tries to create all the same', async () => {
    const { element, screen } = await show({ org: fullOrg });
    expect(element.confirmDraft()).toBe(false);
    expect(element.shadowRoot?.activeElement).toBe(screen.find('.findings')[0]);
  });

  it('is the seat that the licence of the profile lacks', async () => {
    const { element, screen } = await show({ org: fullOrg });
    expect(screen.text()).toContain('No seat is free: Customer Community.');
    expect(element.confirmDraft()).toBe(false);
    await expect(element).toBeAccessible();
  });

  it('is only what is known of the names for a profile that is typed in', async () => {
    const { element, screen } = await show({ org: { ...readyOrg, profiles: unknown('noAccess') } });
    expect(screen.hasField('Profile ID')).toBe(true);
    expect(screen.find('li')).toHaveLength(2);
    expect(element.confirmDraft()).toBe(true);
  });
});

describe('problems of the draft', () => {
  const broken = { ...readyDraft, lastName: '', alias: 'adubois-northwind' };

  it('are not called out before a field is left', async () => {
    const { screen } = await show({ draft: broken });
    expect(screen.role('status')).toEqual(['']);
    expect(screen.find('[aria-invalid=true]')).toEqual([]);
  });

  it('are called out at a field that is left', async () => {
    const { element, screen } = await show({ draft: broken });
    await screen.leave('Alias');
    expect(screen.role('status')).toEqual(['Fields that need attention: Alias.']);
    expect(screen.text()).toContain('Alias Use at most 8 characters.');
    expect(screen.text()).not.toContain('Complete this field.');
    await expect(element).toBeAccessible();
  });

  it('are all called out when one tries to create, with the focus on the first', async () => {
    const { element, screen } = await show({ draft: broken });
    expect(element.confirmDraft()).toBe(false);
    await settled();
    expect(screen.role('status')).toEqual(['Fields that need attention: Alias, Last Name.']);
    expect(screen.focused()).toBe(screen.field('Last Name'));
    await expect(element).toBeAccessible();
  });

  it('get the focus again when one tries again', async () => {
    const { element, screen } = await show({ draft: broken });
    element.confirmDraft();
    await settled();
    screen.field('Nickname').focus();
    element.confirmDraft();
    await settled();
    expect(screen.focused()).toBe(screen.field('Last Name'));
  });
});

describe('a refusal by the org', () => {
  it('is shown at its field, which can be given the focus', async () => {
    const { element, screen } = await show({
      failure: usernameTaken,
      names: { username: readyDraft.username }
    });
    expect(screen.text()).toContain(`The username ${readyDraft.username} is taken, here or in another Salesforce org.`);
    element.focusRefusal();
    expect(screen.focused()).toBe(screen.field('Username'));
    await expect(element).toBeAccessible();
  });

  it.each([
    ['that no one has in this org', { usernames: [] }, 'Use amelie.dubois1@northwind.example'],
    [
      'of which others like it are in use',
      { usernames: ['amelie.dubois1@northwind.example'] },
      'Use amelie.dubois2@northwind.example'
    ]
  ])('of a username %s is mended in one click', async (_which, names, button) => {
    const { element, screen, events } = await show({ failure: usernameTaken });
    await answerNames(names);
    expect(element.confirmDraft()).toBe(false);
    await screen.press(button);
    const username = button.replace('Use ', '');
    expect(events).toEqual([{ type: 'draftchange', detail: { ...readyDraft, username } }]);
    element.failure = undefined;
    await settled();
    expect(element.confirmDraft()).toBe(true);
  });

  it('of no field leaves the fields alone', async () => {
    const { screen } = await show({ failure: { ...usernameTaken, code: 'busy', field: null } });
    expect(screen.find('[aria-invalid=true]')).toEqual([]);
  });
});
