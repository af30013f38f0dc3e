import { createElement } from 'lwc';
import Details from 'c/externalUserDetails';
import { getObjectInfo, getPicklistValues } from 'lightning/uiObjectInfoApi';
import { known, unknown, type Failure } from 'c/externalUserRules';
import { picklist, userObjectInfo } from '../../../../../test/jest/answers.ts';
import {
  account,
  customerProfile,
  fullLicense,
  partnerProfile,
  readyContact,
  readyDraft,
  readyOrg
} from '../../../../../test/jest/facts.ts';
import { screenOf, settled } from '../../../../../test/jest/screen.ts';
import { testWire } from '../../../../../test/jest/wires.ts';

const partnerDraft = { ...readyDraft, kind: 'partner', profileId: partnerProfile.id };
const notAPartner = { ...readyContact, isPartnerAccount: known(false) };
const fullOrg = { ...readyOrg, profiles: known([{ ...customerProfile, license: known(fullLicense) }]) };
const usernameTaken: Failure = {
  code: 'duplicateUsername',
  field: 'username',
  message: 'Duplicate Username.',
  details: '',
  status: 400
};

async function show(changes: object = {}) {
  const element = createElement('c-external-user-details', { is: Details });
  Object.assign(element, { contact: readyContact, org: readyOrg, draft: readyDraft, failure: undefined }, changes);
  const events: { readonly type: string; readonly detail: unknown }[] = [];
  for (const type of ['draftchange', 'fix']) {
    element.addEventListener(type, (event) => events.push({ type, detail: (event as CustomEvent).detail }));
  }
  document.body.appendChild(element);
  testWire(getObjectInfo).emit(userObjectInfo);
  await settled();
  return { element, screen: screenOf(element), events };
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

  it('ask for the picklists of the master record type', async () => {
    await show();
    expect(testWire(getPicklistValues).getLastConfig()).toMatchObject({ recordTypeId: '012000000000000AAA' });
  });

  it.each([
    ['customers', readyDraft, 'Acme Customer ·', 'Acme Partner ·'],
    ['partners', partnerDraft, 'Acme Partner ·', 'Acme Customer ·']
  ])('offer %s their profiles only', async (_who, draft, offered, hidden) => {
    const { screen } = await show({ draft });
    expect(screen.text()).toContain(offered);
    expect(screen.text()).not.toContain(hidden);
  });

  it('hand out what was typed', async () => {
    const { screen, events } = await show();
    await screen.fillIn('Nickname', 'amelie');
    expect(events).toEqual([{ type: 'draftchange', detail: { ...readyDraft, nickname: 'amelie' } }]);
  });

  it('show nothing before the draft is there', async () => {
    const { element } = await show({ contact: undefined, org: undefined, draft: undefined });
    expect(element.confirmDraft()).toBe(true);
    await expect(element).toBeAccessible();
  });
});

describe('what a choice brings up', () => {
  it('is nothing where there is a seat, and no partner account is needed', async () => {
    const { element, screen } = await show({ contact: notAPartner });
    expect(screen.find('li')).toEqual([]);
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
    expect(element.shadowRoot?.activeElement).toBe(screen.find('[role="alert"]')[0]);
  });

  it('is the seat that the licence of the profile lacks', async () => {
    const { element, screen } = await show({ org: fullOrg });
    expect(screen.text()).toContain('No seat is free: Customer Community.');
    expect(element.confirmDraft()).toBe(false);
    await expect(element).toBeAccessible();
  });

  it('is nothing for a profile that is typed in', async () => {
    const { element, screen } = await show({ org: { ...readyOrg, profiles: unknown('noAccess') } });
    expect(screen.hasField('Profile ID')).toBe(true);
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
    expect(screen.role('status')).toEqual(['One field needs attention.']);
    expect(screen.text()).toContain('Alias Use at most 8 characters.');
    expect(screen.text()).not.toContain('Complete this field.');
    await expect(element).toBeAccessible();
  });

  it('are all called out when one tries to create, with the focus on the first', async () => {
    const { element, screen } = await show({ draft: broken });
    expect(element.confirmDraft()).toBe(false);
    await settled();
    expect(screen.role('status')).toEqual(['2 fields need attention.']);
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
    const { element, screen } = await show({ failure: usernameTaken });
    expect(screen.text()).toContain('Username This username is taken');
    element.focusRefusal();
    expect(screen.focused()).toBe(screen.field('Username'));
    await expect(element).toBeAccessible();
  });

  it('of no field leaves the fields alone', async () => {
    const { screen } = await show({ failure: { ...usernameTaken, field: null } });
    expect(screen.find('[aria-invalid=true]')).toEqual([]);
  });
});
