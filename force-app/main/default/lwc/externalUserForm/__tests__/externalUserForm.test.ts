import { createElement } from 'lwc';
import Form from 'c/externalUserForm';
import { known, unknown, type UserDraft } from 'c/externalUserRules';
import {
  customerLicense,
  customerProfile,
  loginLicense,
  partnerLicense,
  readyDraft
} from '../../../../../test/jest/facts.ts';
import { screenOf, settled, unfold } from '../../../../../test/jest/screen.ts';

const choices = {
  timeZone: [
    { label: '(GMT+01:00) Stockholm', value: 'Europe/Stockholm' },
    { label: '(GMT+09:00) Tokyo', value: 'Asia/Tokyo' }
  ],
  locale: [{ label: 'English (United States)', value: 'en_US' }],
  language: [{ label: 'English', value: 'en_US' }],
  emailEncoding: [{ label: 'Unicode (UTF-8)', value: 'UTF-8' }]
};

const nearlyFull = { ...customerLicense, used: known(19) };

const properties = {
  draft: readyDraft,
  kinds: ['customer', 'partner'],
  profiles: [customerProfile],
  choices,
  messages: {}
};

async function showFolded(changes: object = {}) {
  const element = createElement('c-external-user-form', { is: Form });
  const drafts: UserDraft[] = [];
  const left: string[] = [];
  element.addEventListener('draftchange', (event) => drafts.push((event as CustomEvent<UserDraft>).detail));
  element.addEventListener('leave', (event) => left.push((event as CustomEvent<string>).detail));
  Object.assign(element, properties, changes);
  document.body.appendChild(element);
  await settled();
  return { element, screen: screenOf(element), drafts, left };
}

async function show(changes: object = {}) {
  const shown = await showFolded(changes);
  await unfold(shown.screen);
  return shown;
}

afterEach(() => {
  document.body.replaceChildren();
});

describe('the fields that seldom change', () => {
  const line = 'Amélie Dubois · amelie.dubois@northwind.example · English · (GMT+01:00) Stockholm';

  it('are folded into one line, and Edit shows them with the focus on the first', async () => {
    const { element, screen } = await showFolded();
    expect(screen.text()).toContain(`Name, email, language Edit ${line}`);
    await expect(element).toBeAccessible();
    await screen.press('Edit');
    expect(screen.text()).not.toContain(line);
    expect(screen.focused()).toBe(screen.field('First Name'));
    await expect(element).toBeAccessible();
  });

  it.each([
    ['one of them has a message', { messages: { alias: 'Complete this field.' } }, true],
    ['one of them has a problem', { needsPerson: true }, true],
    ['another field has a message', { messages: { username: 'Taken.' } }, false]
  ])('are shown by themselves if %s: %#', async (_what, changes, isShown) => {
    const { screen } = await showFolded(changes);
    expect(screen.hasField('Alias')).toBe(isShown);
  });

  it('are shown for the focus', async () => {
    const { element, screen } = await showFolded();
    expect(element.focusField('nickname')).toBe(true);
    await settled();
    expect(screen.focused()).toBe(screen.field('Nickname'));
  });
});

describe('the form', () => {
  it('shows each value of the draft in its field', async () => {
    const { element, screen } = await show();
    const shown = screen.find('input:not([type=radio]), select').map((field) => screen.field(labelOf(field)).value);
    expect(shown).toEqual([
      readyDraft.profileId,
      readyDraft.username,
      'Amélie',
      'Dubois',
      readyDraft.email,
      'adubo',
      'amelie.dubois',
      'Europe/Stockholm',
      'en_US',
      'en_US',
      'UTF-8'
    ]);
    await expect(element).toBeAccessible();
  });

  it('requires every field but the first name', async () => {
    const { screen } = await show();
    const optional = screen.find('input:not([type=radio]), select').filter((field) => !field.hasAttribute('required'));
    expect(optional.map(labelOf)).toEqual(['First Name']);
  });

  it.each([
    ['Username', 'username', 'amelie@portal.example'],
    ['First Name', 'firstName', 'أميلي'],
    ['Last Name', 'lastName', '小明'],
    ['Email', 'email', 'a@b.example'],
    ['Alias', 'alias', 'amelie'],
    ['Nickname', 'nickname', ''],
    ['Time Zone', 'timeZone', 'Asia/Tokyo'],
    ['Profile', 'profileId', customerProfile.id]
  ])('fires the changed draft when %s changes', async (label, field, value) => {
    const { screen, drafts } = await show();
    await screen.fillIn(label, value);
    expect(drafts).toEqual([{ ...readyDraft, [field]: value }]);
  });

  it('clears the profile when the kind changes, because it belongs to the other kind', async () => {
    const { screen, drafts } = await show();
    await screen.choose('Partner');
    expect(drafts).toEqual([{ ...readyDraft, kind: 'partner', profileId: '' }]);
  });

  it('clears the role level and the permission sets when another profile is chosen', async () => {
    const draft = { ...readyDraft, profileId: '', portalRole: 'Executive', permissionSetIds: ['0PS01'] };
    const { screen, drafts } = await show({ draft });
    await screen.fillIn('Profile', customerProfile.id);
    expect(drafts).toEqual([readyDraft]);
  });

  it('asks for no kind if only one can be created', async () => {
    const { element, screen } = await show({ kinds: ['customer'] });
    expect(screen.text()).not.toContain('Kind of user');
    await expect(element).toBeAccessible();
  });

  it('fires the name of the field that was left', async () => {
    const { screen, left } = await show();
    await screen.leave('Username');
    await screen.leave('Profile');
    expect(left).toEqual(['username', 'profileId']);
  });

  it('asks for a profile ID if profiles can’t be read, and says who can help', async () => {
    const { element, screen, drafts } = await show({ profiles: undefined });
    expect(screen.hasField('Profile')).toBe(false);
    expect(screen.text()).toContain('Ask an admin to add them to External User Profile');
    await screen.fillIn('Profile ID', '00e000010000009AAA');
    expect(drafts).toEqual([{ ...readyDraft, profileId: '00e000010000009AAA' }]);
    await expect(element).toBeAccessible();
  });
});

describe('the profiles', () => {
  const plus = { ...customerLicense, id: '100000010000003AAA', name: 'Customer Community Plus' };
  const listed = [
    { ...customerProfile, id: '00e01', name: 'Zulu', license: known(customerLicense) },
    { ...customerProfile, id: '00e02', name: 'Plus', license: known(plus) },
    { ...customerProfile, id: '00e03', name: 'Alpha', license: known(customerLicense) },
    { ...customerProfile, id: '00e04', name: 'Login', license: known(loginLicense) },
    {
      ...customerProfile,
      id: '00e05',
      name: 'Secret',
      license: unknown('noAccess'),
      activeUsers: unknown('noAccess')
    },
    {
      ...customerProfile,
      id: '00e06',
      name: 'Uncounted',
      license: known({ ...partnerLicense, used: unknown('noAccess') })
    },
    { ...customerProfile, id: '00e07', name: 'Counted', license: unknown('noAccess'), activeUsers: known(12) },
    { ...customerProfile, id: '00e08', name: 'Late', license: unknown('pending') }
  ];

  it('are grouped by license, each with its seats or what is known instead', async () => {
    const { element, screen } = await show({ profiles: listed, draft: { ...readyDraft, profileId: '' } });
    const options = screen.find('select')[0]?.querySelectorAll('option') ?? [];
    expect([...options].map((option) => [option.textContent, option.title])).toEqual([
      ['Choose a profile', ''],
      ['Counted', 'Active users: 12'],
      ['Late', '…'],
      ['Secret', 'License unknown'],
      ['Alpha', 'Customer Community · 17 of 20 seats free'],
      ['Zulu', 'Customer Community · 17 of 20 seats free'],
      ['Login', 'Customer Community Login · log-ins count per month'],
      ['Plus', 'Customer Community Plus · 17 of 20 seats free'],
      ['Uncounted', 'Partner Community · we can’t see its seats']
    ]);
    await expect(element).toBeAccessible();
  });

  it.each([
    ['has a bar, if few seats of its license are left', known(nearlyFull), 1],
    ['has no bar while many seats are left', customerProfile.license, 0],
    ['has no bar for seats that can’t be read', unknown('noAccess'), 0]
  ])('the chosen profile %s', async (_what, license, bars) => {
    const { element, screen } = await show({ profiles: [{ ...customerProfile, license }] });
    expect(screen.find('.slds-progress-bar')).toHaveLength(bars);
    await expect(element).toBeAccessible();
  });
});

describe('the role level', () => {
  const portalRole = [
    { label: 'As the org decides', value: '' },
    { label: 'Executive', value: 'Executive' }
  ];

  it('can be chosen if it is offered', async () => {
    const { element, screen, drafts } = await show({ choices: { ...choices, portalRole } });
    expect(screen.field('Portal Role Level').value).toBe('');
    await screen.fillIn('Portal Role Level', 'Executive');
    expect(drafts).toEqual([{ ...readyDraft, portalRole: 'Executive' }]);
    await expect(element).toBeAccessible();
  });

  it('is hidden if it is not offered', async () => {
    const { screen } = await show();
    expect(screen.hasField('Portal Role Level')).toBe(false);
  });
});

describe('permission sets', () => {
  const permissionSets = [{ label: 'Knowledge', value: '0PS01' }];

  it('can be chosen if they are offered, with a hint on which ones are refused', async () => {
    const { element, screen, drafts } = await show({ permissionSets });
    const [group] = screen.find('lightning-checkbox-group');
    expect(group).toMatchObject({ label: 'Permission Sets', options: permissionSets, value: [] });
    expect(screen.text()).toContain('Salesforce refuses a permission set of another license');
    group?.dispatchEvent(new CustomEvent('change', { detail: { value: ['0PS01'] } }));
    expect(drafts).toEqual([{ ...readyDraft, permissionSetIds: ['0PS01'] }]);
    await expect(element).toBeAccessible();
  });

  it('are left for later if none is offered', async () => {
    const { element, screen } = await show({ permissionSets: [] });
    expect(screen.text()).toContain('Permission sets are assigned on the user page afterwards.');
    await expect(element).toBeAccessible();
  });

  it('are not mentioned before it is known whether they can be assigned', async () => {
    const { screen } = await show();
    expect(screen.text()).not.toContain('ermission sets');
  });
});

describe('messages', () => {
  const messages = { alias: 'Use at most 8 characters.', lastName: 'Complete this field.' };

  it('are shown at their fields', async () => {
    const { element, screen } = await show({ messages });
    expect(screen.text()).toContain('Alias Use at most 8 characters.');
    expect(screen.text()).toContain('Last Name Complete this field.');
    expect(screen.find('[aria-invalid=true]').map(labelOf)).toEqual(['Last Name', 'Alias']);
    await expect(element).toBeAccessible();
  });

  it('disappear when their problems are fixed', async () => {
    const { element, screen } = await show({ messages });
    element.messages = {};
    await settled();
    expect(screen.text()).not.toContain('Use at most');
    expect(screen.find('[aria-invalid=true]')).toEqual([]);
  });

  it('give the focus to the first field on screen that has one', async () => {
    const { element, screen } = await show({ messages });
    expect(element.focusField()).toBe(true);
    expect(screen.focused()).toBe(screen.field('Last Name'));
  });

  it('do not move the focus if no field has a message', async () => {
    const { element, screen } = await showFolded();
    expect(element.focusField()).toBe(false);
    expect(screen.focused()).toBe(document.body);
  });
});

describe('a field found by name', () => {
  it('gets the focus', async () => {
    const { element, screen } = await show();
    expect(element.focusField('nickname')).toBe(true);
    expect(screen.focused()).toBe(screen.field('Nickname'));
  });
});

function labelOf(field: Element): string {
  return (field.closest('label')?.firstChild?.textContent ?? '').trim();
}
