import { rawCharacters, rawName } from '../../../../../test/jest/rawName.ts';
import {
  contactNode,
  creationsMake,
  openReady,
  rowOf,
  startAnew,
  userNode,
  type Shown
} from '../../../../../test/jest/openedScreen.ts';

jest.mock('@salesforce/userPermission/ManagePartners', () => ({ __esModule: true, default: true }), { virtual: true });

startAnew();

const contacts = [contactNode(1, { Name: { value: rawName } })];

async function enable(): Promise<Shown> {
  creationsMake([userNode(1, `${rawName}@a.example`)]);
  const shown = await openReady(1, { contacts });
  await shown.screen.press('Enable 1 user');
  return shown;
}

/** Downloads the file of the results and returns its text. */
async function downloaded({ screen }: Shown): Promise<string> {
  let file = new Blob();
  URL.createObjectURL = (blob: Blob) => {
    file = blob;
    return 'blob:file';
  };
  URL.revokeObjectURL = jest.fn();
  const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation();
  await screen.press('Download CSV');
  click.mockRestore();
  const reader = new FileReader();
  return new Promise((resolve) => {
    reader.addEventListener('load', () => {
      resolve(typeof reader.result === 'string' ? reader.result : '');
    });
    reader.readAsText(file);
  });
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
      'Eve [U+202E]txt.exe[U+0007][U+2066] | Created | Eve [U+202E]txt.exe[U+0007][U+2066]@a.example | '
    );
    expect(rawCharacters(shown.screen.text())).toEqual([]);
  });

  it('never reach the file of the results', async () => {
    const file = await downloaded(await enable());
    expect(file).toContain('Eve [U+202E]txt.exe');
    expect(rawCharacters(file.replaceAll('\r\n', ''))).toEqual([]);
  });
});
