import type { Shown } from './openedScreen.ts';

/** Downloads the file of the results and answers its text, without its byte order mark. */
export async function downloadedText({ screen }: Pick<Shown, 'screen'>): Promise<string> {
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
