import { downloadedText } from '../../../../../test/jest/downloadedText.ts';
import { LIST_DOWNLOAD } from '../../../../../test/cases/listDownload.ts';
import {
  contactNode,
  createUsers,
  creationsMake,
  openReady,
  startAnew,
  userNode
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
