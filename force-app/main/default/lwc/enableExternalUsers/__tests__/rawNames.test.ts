import { downloadedText } from '../../../../../test/jest/downloadedText.ts';
import { rawCharacters, rawName } from '../../../../../test/jest/rawName.ts';
import {
  contactNode,
  createUsers,
  creationsMake,
  openReady,
  rowOf,
  type Shown,
  startAnew,
  userNode
} from '../../../../../test/jest/openedScreen.ts';

jest.mock('@salesforce/userPermission/ManagePartners', () => ({ __esModule: true, default: true }), { virtual: true });

startAnew();

const contacts = [contactNode(1, { Name: { value: rawName } })];

async function enable(): Promise<Shown> {
  creationsMake([userNode(1, `${rawName}@a.example`)]);
  const shown = await openReady(1, { contacts });
  await createUsers(shown, 1);
  return shown;
}

describe('control and direction characters of a name', () => {
  it('never reach the screen of the plan', async () => {
    const { screen } = await openReady(1, { contacts });
    expect(screen.text()).toContain('Eve [U+202E]txt.exe');
    expect(rawCharacters(screen.text())).toEqual([]);
  });

  it('never reach the screen of the results', async () => {
    const shown = await enable();
    expect(rowOf(shown, 1)).toBe(
      'Eve [U+202E]txt.exe[U+0007][U+2066]Northwind Ångström AB | Eve [U+202E]txt.exe[U+0007][U+2066]@a.example'
    );
    expect(rawCharacters(shown.screen.text())).toEqual([]);
  });

  it('never reach the file of the results', async () => {
    const file = await downloadedText(await enable());
    expect(file).toContain('Eve [U+202E]txt.exe');
    expect(rawCharacters(file.replaceAll('\r\n', ''))).toEqual([]);
  });
});
