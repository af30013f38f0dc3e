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
import { screenOf, settled } from '../../../../../test/jest/screen.ts';

const choices = {
  timeZone: [
    { label: '(GMT+01:00) Stockholm', value: 'Europe/Stockholm' },
    { label: '(GMT+09:00) Tokyo', value: 'Asia/Tokyo' }
  ],
  locale: [{ label: 'English (United States)', value: 'en_US' }],
  language: [{ label: 'English', value: 'en_US' }],
  emailEncoding: [{ label: 'Unicode (UTF-8)', value: 'UTF-8' }]
};

const properties = {
  draft: readyDraft,
  kinds: ['customer', 'partner'],
  profiles: [customerProfile],
  choices,
  problems: [],
  refusal: undefined
};

async function show(changes: object = {}) {
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

afterEach(() => {
  document.body.replaceChildren();
});

describe('the form', () => {
  it('shows the draft, a field for each', async () => {
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
  ])('hands out the draft when %s changes', async (label, field, value) => {
    const { screen, drafts } = await show();
    await screen.fillIn(label, value);
    expect(drafts).toEqual([{ ...readyDraft, [field]: value }]);
  });

  it('forgets the profile when the kind changes, since it belongs to the other one', async () => {
    const { screen, drafts } = await show();
    await screen.choose('Partner');
    expect(drafts).toEqual([{ ...readyDraft, kind: 'partner', profileId: '' }]);
  });

  it('asks for no kind where only one can be made', async () => {
    const { element, screen } = await show({ kinds: ['customer'] });
    expect(screen.text()).not.toContain('Kind of user');
    await expect(element).toBeAccessible();
  });

  it('says which field was left', async () => {
    const { screen, left } = await show();
    await screen.leave('Username');
    await screen.leave('Profile');
    expect(left).toEqual(['username', 'profileId']);
  });

  it('takes the ID of a profile where profiles can’t be read', async () => {
    const { element, screen, drafts } = await show({ profiles: undefined });
    expect(screen.hasField('Profile')).toBe(false);
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
    { ...customerProfile, id: '00e05', name: 'Secret', license: unknown('noAccess') },
    {
      ...customerProfile,
      id: '00e06',
      name: 'Uncounted',
      license: known({ ...partnerLicense, used: unknown('noAccess') })
    }
  ];

  it('stand side by side with those of the same licence, each with its seats', async () => {
    const { element, screen } = await show({ profiles: listed, draft: { ...readyDraft, profileId: '' } });
    const options = screen.find('select')[0]?.querySelectorAll('option') ?? [];
    expect([...options].map((option) => option.textContent)).toEqual([
      'Choose a profile',
      'Secret · License unknown',
      'Alpha · Customer Community: 17 of 20 seats free',
      'Zulu · Customer Community: 17 of 20 seats free',
      'Login · Customer Community Login: counted by log-ins per month',
      'Plus · Customer Community Plus: 17 of 20 seats free',
      'Uncounted · Partner Community: seats unknown'
    ]);
    await expect(element).toBeAccessible();
  });
});

describe('problems', () => {
  const tooLong = { field: 'alias', code: 'tooLong', limit: 8 };
  const required = { field: 'lastName', code: 'required' };
  const refusal = { field: 'username', message: 'This username is taken.' };

  it('are shown at their fields', async () => {
    const { element, screen } = await show({ problems: [tooLong, required] });
    expect(screen.text()).toContain('Alias Use at most 8 characters.');
    expect(screen.text()).toContain('Last Name Complete this field.');
    expect(screen.find('[aria-invalid=true]').map(labelOf)).toEqual(['Last Name', 'Alias']);
    await expect(element).toBeAccessible();
  });

  it('are taken back when they are mended', async () => {
    const { element, screen } = await show({ problems: [tooLong] });
    element.problems = [];
    await settled();
    expect(screen.text()).not.toContain('Use at most');
    expect(screen.find('[aria-invalid=true]')).toEqual([]);
  });

  it('of the org come before the form’s own', async () => {
    const { screen } = await show({ problems: [{ field: 'username', code: 'notAUsername' }], refusal });
    expect(screen.text()).toContain('Username This username is taken.');
    expect(screen.text()).not.toContain('form of an email address');
  });

  it('get the focus, the first one on screen', async () => {
    const { element, screen } = await show({ problems: [tooLong, required] });
    element.focusFirstProblem();
    expect(screen.focused()).toBe(screen.field('Last Name'));
  });

  it('leave the focus alone when there are none', async () => {
    const { element, screen } = await show();
    element.focusFirstProblem();
    expect(screen.focused()).toBe(document.body);
  });
});

function labelOf(field: Element): string {
  return (field.closest('label')?.firstChild?.textContent ?? '').trim();
}
