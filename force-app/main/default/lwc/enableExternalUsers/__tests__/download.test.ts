import { refusal } from '../../../../../test/jest/testOrg.ts';
import { downloadedText } from '../../../../../test/jest/downloadedText.ts';
import { LIST_DOWNLOAD } from '../../../../../test/cases/listDownload.ts';
import {
  contactNode,
  createUsers,
  creationsMake,
  openReady,
  startAnew,
  userNode,
  refuseOnce
} from '../../../../../test/jest/openedScreen.ts';

jest.mock('@salesforce/userPermission/ManagePartners', () => ({ __esModule: true, default: true }), { virtual: true });

startAnew();

it('the file of the results is the one that the bulk command is tested with', async () => {
  creationsMake([userNode(1)]);
  const { screen } = await openReady(3, {
    contacts: [
      contactNode(1),
      contactNode(2, { Email: { value: null } }),
      contactNode(3, { Name: { value: '=Dubois; A' } })
    ]
  });
  await createUsers({ screen }, 2);
  expect(`\uFEFF${await downloadedText({ screen })}`).toBe(LIST_DOWNLOAD);
});

it('downloads a file of all outcomes in which no spreadsheet finds a formula', async () => {
  const blobs: Blob[] = [];
  URL.createObjectURL = (blob: Blob) => {
    blobs.push(blob);
    return 'blob:file';
  };
  URL.revokeObjectURL = jest.fn();
  const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation();
  refuseOnce({ 2: refusal('FIELD_CUSTOM_VALIDATION_EXCEPTION', 'Say "no", please') });
  const { screen } = await openReady(2);
  await createUsers({ screen }, 2);
  await screen.press('Download CSV');
  expect(click).toHaveBeenCalledTimes(1);
  expect(blobs).toHaveLength(1);
  expect(blobs[0]?.type).toBe('text/plain');
  click.mockRestore();
});
