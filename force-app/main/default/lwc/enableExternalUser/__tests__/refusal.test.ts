import { newUserData } from '../../../../../test/jest/answers.ts';
import { create, refusal, usersSent } from '../../../../../test/jest/testOrg.ts';
import { creationMakes, openDetails, startAnew } from '../../../../../test/jest/openedAction.ts';

jest.mock('@salesforce/userPermission/ManagePartners', () => ({ __esModule: true, default: true }), { virtual: true });

const created = 'Amélie Dubois now has a user';

startAnew();

describe('a refusal', () => {
  const taken = refusal('DUPLICATE_USERNAME', 'Duplicate Username.<br>The username already exists.', 'Username');
  const noRole = refusal('UNKNOWN_EXCEPTION', 'portal account owner must have a role');

  it('of one field is shown at that field, which has the focus', async () => {
    create.mockRejectedValueOnce(taken);
    const { element, screen } = await openDetails();
    await screen.press('Create User');
    expect(screen.button('Create User').disabled).toBe(false);
    expect(screen.role('alert')).toEqual([]);
    expect(screen.focused()).toBe(screen.field('Username'));
    expect(screen.field('Username').getAttribute('aria-invalid')).toBe('true');
    expect(screen.text()).toContain(
      'Username The username amelie.dubois@northwind.example is taken, here or in another Salesforce org.'
    );
    await expect(element).toBeAccessible();
  });

  it('disappears when its field changes, but not when another field changes', async () => {
    create.mockRejectedValueOnce(taken);
    const { screen } = await openDetails();
    await screen.press('Create User');
    await screen.fillIn('Nickname', 'amelie.d');
    expect(screen.field('Username').getAttribute('aria-invalid')).toBe('true');
    await screen.fillIn('Username', 'amelie@portal.example');
    expect(screen.field('Username').getAttribute('aria-invalid')).toBe('false');
    creationMakes(newUserData);
    await screen.press('Create User');
    expect(screen.text()).toContain(created);
    expect(usersSent()).toMatchObject([{}, { Username: 'amelie@portal.example', CommunityNickname: 'amelie.d' }]);
  });

  it('of no field is shown above the form, with the focus on it', async () => {
    create.mockRejectedValueOnce(noRole);
    const { element, screen } = await openDetails();
    await screen.press('Create User');
    const [alert] = screen.role('alert');
    expect(alert).toContain(
      'The owner Freja Lindqvist of the account Northwind Ångström AB has no role. Give the owner a role, then try again.'
    );
    expect(alert).toContain('Salesforce says: portal account owner must have a role');
    expect(screen.text()).toContain('Technical details');
    expect(alert?.startsWith(screen.focused()?.textContent ?? '-')).toBe(true);
    await expect(element).toBeAccessible();
  });

  it.each([
    ['as deleted', refusal('ENTITY_IS_DELETED', 'entity is deleted')],
    [
      'with the status of a record that is gone',
      { status: 404, body: [{ errorCode: 'ENTITY_IS_DELETED', message: 'x' }] }
    ],
    ['by its id', refusal('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', 'ContactId')]
  ])('of a contact that was deleted meanwhile says what to do, when the org refuses it %s', async (_how, reason) => {
    create.mockRejectedValueOnce(reason);
    const { screen } = await openDetails();
    await screen.press('Create User');
    const [alert] = screen.role('alert');
    expect(alert).toContain('The contact Amélie Dubois can’t be found any more.');
    expect(alert).toContain('Restore it from the Recycle Bin, or open the contact that is left.');
    expect(alert).not.toContain('looked up afterwards');
  });

  it('keeps what was typed', async () => {
    create.mockRejectedValueOnce(noRole);
    const { screen } = await openDetails();
    await screen.fillIn('Nickname', 'amelie.d');
    await screen.press('Create User');
    expect(screen.field('Nickname').value).toBe('amelie.d');
  });

  it('disappears when a person goes back', async () => {
    create.mockRejectedValueOnce(noRole);
    const { screen } = await openDetails();
    await screen.press('Create User');
    await screen.press('Check');
    expect(screen.role('alert')).toHaveLength(0);
  });
});
