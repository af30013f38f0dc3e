import {
  accountRecord,
  contactRecord,
  newUserNode,
  organizationNode,
  queryData
} from '../../../../../test/jest/answers.ts';
import { rawCharacters, rawName } from '../../../../../test/jest/rawName.ts';
import { create, refusal } from '../../../../../test/jest/testOrg.ts';
import { creationMakes, openDetails, openReady, startAnew } from '../../../../../test/jest/openedAction.ts';

jest.mock('@salesforce/userPermission/ManagePartners', () => ({ __esModule: true, default: true }), { virtual: true });

startAnew();

const contact = contactRecord({ Name: rawName, Account: accountRecord({ Name: rawName }) });
const userNode = { ...newUserNode, Name: { value: rawName }, Profile: { Name: { value: rawName } } };
const user = queryData({ User: [userNode], Organization: [organizationNode] });

describe('control and direction characters of a name never reach the screen', () => {
  it('of the checks', async () => {
    const { screen } = await openReady({ contact });
    await screen.press('Show checks');
    expect(screen.text()).toContain('Eve [U+202E]txt.exe');
    expect(rawCharacters(screen.text())).toEqual([]);
  });

  it('of a contact that has a user', async () => {
    const { screen } = await openReady({ contact, user });
    expect(screen.text()).toContain('Eve [U+202E]txt.exe');
    expect(rawCharacters(screen.text())).toEqual([]);
    await screen.press('Deactivate User');
    expect(rawCharacters(screen.text())).toEqual([]);
  });

  it('of the outcome', async () => {
    creationMakes(user);
    const { screen } = await openDetails({ contact });
    await screen.press('Create User');
    expect(screen.text()).toContain('Eve [U+202E]txt.exe');
    expect(rawCharacters(screen.text())).toEqual([]);
  });

  it('of a refusal, whose line breaks become spaces', async () => {
    create.mockRejectedValueOnce(refusal('FIELD_CUSTOM_VALIDATION_EXCEPTION', `No:\n${rawName}`));
    const { screen } = await openDetails({ contact });
    await screen.press('Create User');
    expect(screen.role('alert')[0]).toContain('Salesforce says: No: Eve [U+202E]txt.exe[U+0007]');
    expect(rawCharacters(screen.text())).toEqual([]);
  });
});
