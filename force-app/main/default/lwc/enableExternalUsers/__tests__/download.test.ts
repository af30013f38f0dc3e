import { LIST_DOWNLOAD } from '../../../../../test/cases/listDownload.ts';
import { contactNode, creationsMake, openReady, startAnew, userNode } from '../../../../../test/jest/openedScreen.ts';

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
  await screen.press('Enable 2 users');
  let file = new Blob();
  URL.createObjectURL = (blob: Blob) => {
    file = blob;
    return 'blob:file';
  };
  URL.revokeObjectURL = jest.fn();
  const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation();
  await screen.press('Download CSV');
  click.mockRestore();
  const bytes = new Promise<string>((resolve) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => {
      resolve(typeof reader.result === 'string' ? reader.result : '');
    });
    reader.readAsText(file);
  });
  expect(`\uFEFF${await bytes}`).toBe(LIST_DOWNLOAD);
});
