import { getObjectInfo, getPicklistValues } from 'lightning/uiObjectInfoApi';
import { unknown } from 'c/externalUserRules';
import { noAccess, ofQuery, picklist, queryData, userObjectInfo } from '../../../../../test/jest/answers.ts';
import { account, customerLicense, readyContact, readyDraft, readyOrg } from '../../../../../test/jest/facts.ts';
import { graphql } from '../../../../../test/jest/lightning/graphql.ts';
import { settled } from '../../../../../test/jest/screen.ts';
import { testWire } from '../../../../../test/jest/wires.ts';
import { fullOrg, namesAsked, notAPartner, partnerDraft, show } from './shownDetails.ts';

afterEach(() => {
  document.body.replaceChildren();
});

describe('the details', () => {
  it('offer the current values until the picklists arrive, and then the org’s choices', async () => {
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
    ['customers', readyDraft, 'Acme Customer', 'Acme Partner'],
    ['partners', partnerDraft, 'Acme Partner', 'Acme Customer']
  ])('offer only the profiles for %s', async (_who, draft, offered, hidden) => {
    const { screen } = await show({ draft });
    const options = [...screen.field('Profile').querySelectorAll('option')].map((option) => option.textContent);
    expect(options).toContain(offered);
    expect(options).not.toContain(hidden);
  });

  it('choose the default profile when the kind changes', async () => {
    const { screen, events } = await show();
    await screen.choose('Partner');
    expect(events).toEqual([{ type: 'draftchange', detail: partnerDraft }]);
  });

  it('fire the draft with the typed value', async () => {
    const { screen, events } = await show();
    await screen.fillIn('Nickname', 'amelie');
    expect(events).toEqual([{ type: 'draftchange', detail: { ...readyDraft, nickname: 'amelie' } }]);
  });

  it('ask for no profile ID while profiles are being read', async () => {
    const { screen } = await show({ org: { ...readyOrg, profiles: unknown('pending') } });
    expect(screen.hasField('Profile ID')).toBe(false);
  });

  it('are empty and ask nothing before the draft arrives', async () => {
    const { element, screen } = await show({ contact: undefined, org: undefined, draft: undefined });
    expect(screen.hasField('Profile')).toBe(true);
    expect(testWire(getObjectInfo).getLastConfig()).toEqual({ objectApiName: undefined });
    expect(namesAsked()).toBeUndefined();
    await expect(element).toBeAccessible();
  });

  it('are filled in and ask once when the draft arrives, and not again with another one', async () => {
    const { element } = await show({ contact: undefined, org: undefined, draft: undefined });
    Object.assign(element, { contact: readyContact, org: readyOrg, draft: readyDraft });
    await settled();
    const asked = namesAsked();
    expect(asked).toBeDefined();
    Object.assign(element, { draft: { ...readyDraft, username: 'other@northwind.example' } });
    await settled();
    expect(namesAsked()).toEqual(asked);
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

  it('is neither requested nor offered for a profile without roles', async () => {
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

  it('are offered if UI API serves their assignment, except those of another license', async () => {
    const { screen } = await show();
    expect(graphql.requests().some(ofQuery('ExternalUserPermissionSets'))).toBe(false);
    await answerAssignments(true);
    graphql.emit(data, ofQuery('ExternalUserPermissionSets'));
    await settled();
    expect(screen.find('lightning-checkbox-group')).toMatchObject([{ options: [{ label: 'Knowledge' }] }]);
  });

  it('are assigned later if they can’t be read', async () => {
    const { screen } = await show();
    await answerAssignments(true);
    graphql.emitErrors([noAccess], ofQuery('ExternalUserPermissionSets'));
    await settled();
    expect(screen.text()).toContain('Permission sets are assigned on the user page afterwards.');
  });

  it('are assigned later if the current user may assign none', async () => {
    const { screen } = await show();
    await answerAssignments(false);
    expect(screen.text()).toContain('Permission sets are assigned on the user page afterwards.');
  });

  it('are assigned later if UI API does not serve the assignment', async () => {
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

describe('the finding about a choice', () => {
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

  it('gets the focus when a person tries to create anyway', async () => {
    const { element, screen } = await show({ org: fullOrg });
    expect(element.confirmDraft()).toBe(false);
    expect(element.shadowRoot?.activeElement).toBe(screen.find('[slot=profile]')[0]);
  });

  it('is the missing seat of the profile’s license', async () => {
    const { element, screen } = await show({ org: fullOrg });
    expect(screen.text()).toContain('No seat is free: Customer Community.');
    expect(element.confirmDraft()).toBe(false);
    await expect(element).toBeAccessible();
  });

  it('is only about names for a typed profile ID', async () => {
    const { element, screen } = await show({ org: { ...readyOrg, profiles: unknown('noAccess') } });
    expect(screen.hasField('Profile ID')).toBe(true);
    expect(screen.find('[data-code]').length).toBeGreaterThan(0);
    expect(screen.find('[slot=profile] [data-code]')).toEqual([]);
    expect(element.confirmDraft()).toBe(true);
  });
});

describe('problems of the draft', () => {
  const broken = { ...readyDraft, lastName: '', alias: 'adubois-northwind' };

  it('are not shown before a field is left', async () => {
    const { screen } = await show({ draft: broken });
    expect(screen.role('status')).toEqual(['']);
    expect(screen.find('[aria-invalid=true]')).toEqual([]);
  });

  it('are shown at a field that is left', async () => {
    const { element, screen } = await show({ draft: broken });
    await screen.leave('Alias');
    expect(screen.role('status')).toEqual(['Fields that need attention: Alias.']);
    expect(screen.text()).toContain('Alias Use at most 8 characters.');
    expect(screen.text()).not.toContain('Complete this field.');
    await expect(element).toBeAccessible();
  });

  it('are all shown after an attempt to create, with the focus on the first', async () => {
    const { element, screen } = await show({ draft: broken });
    expect(element.confirmDraft()).toBe(false);
    await settled();
    expect(screen.role('status')).toEqual(['Fields that need attention: Alias, Last Name.']);
    expect(screen.focused()).toBe(screen.field('Last Name'));
    await expect(element).toBeAccessible();
  });

  it('get the focus again after another attempt', async () => {
    const { element, screen } = await show({ draft: broken });
    element.confirmDraft();
    await settled();
    screen.field('Nickname').focus();
    element.confirmDraft();
    await settled();
    expect(screen.focused()).toBe(screen.field('Last Name'));
  });
});
