import { noUserData } from '../../../../../test/jest/answers.ts';
import { readyDraft } from '../../../../../test/jest/facts.ts';
import { settled } from '../../../../../test/jest/screen.ts';
import { create } from '../../../../../test/jest/testOrg.ts';
import { creationMakes, openDetails, startAnew } from '../../../../../test/jest/openedAction.ts';

/** A person with Manage Customer Users only may not see the users of the org, nor the new one. */
jest.mock('@salesforce/userPermission/ManageCssUsers', () => ({ __esModule: true, default: true }), { virtual: true });

startAnew();

describe('a user who is created but can’t be read', () => {
  it('ends with what is known, and says that no permission set was assigned', async () => {
    create.mockRejectedValueOnce({
      ok: false,
      status: 404,
      statusText: 'Not Found',
      body: [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }]
    });
    creationMakes(noUserData);
    const { element, screen } = await openDetails();
    const detail = { ...readyDraft, permissionSetIds: ['0PS000010000001AAA'] };
    screen.find('c-external-user-details')[0]?.dispatchEvent(new CustomEvent('draftchange', { detail }));
    await settled();
    await screen.press('Create User');
    expect(screen.text()).toContain('Salesforce created the user, but doesn’t show it here.');
    expect(screen.role('alert')).toEqual([
      'The chosen permission sets were not assigned, since the new user can’t be read here. Assign them on the user page.'
    ]);
    expect(create).toHaveBeenCalledTimes(1);
    await expect(element).toBeAccessible();
  });
});
