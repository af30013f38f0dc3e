import { rawCharacters, rawName } from '../../../../../test/jest/rawName.ts';
import {
  contactNode,
  lookUpsFind,
  openReady,
  rowOf,
  startAnew,
  userNode
} from '../../../../../test/jest/openedScreen.ts';

jest.mock('@salesforce/userPermission/ManagePartners', () => ({ __esModule: true, default: true }), { virtual: true });

startAnew();

const contacts = [contactNode(1, { Name: { value: rawName } })];

describe('control and direction characters of a name never reach the screen', () => {
  it('of the plan', async () => {
    const { screen } = await openReady(1, { contacts });
    expect(screen.text()).toContain('Eve [U+202E]txt.exe');
    expect(rawCharacters(screen.text())).toEqual([]);
  });

  it('of the results', async () => {
    lookUpsFind([userNode(1, `${rawName}@a.example`)]);
    const shown = await openReady(1, { contacts });
    await shown.screen.press('Enable 1 user');
    expect(rowOf(shown, 1)).toBe(
      'Eve [U+202E]txt.exe[U+0007][U+2066] | Created | Eve [U+202E]txt.exe[U+0007][U+2066]@a.example | '
    );
    expect(rawCharacters(shown.screen.text())).toEqual([]);
  });
});
