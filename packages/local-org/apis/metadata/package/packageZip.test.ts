import JSZip from 'jszip';
import { readZip } from './packageZip.ts';

const MEGABYTE = 1024 * 1024;
const LIMITS = { files: 3, zippedBytes: MEGABYTE, unzippedBytes: 2 * MEGABYTE };

async function zipOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<Uint8Array> {
  const zip = new JSZip();
  for (const [path, content] of Object.entries(files)) zip.file(path, content, { createFolders: false });
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

const MANIFEST = { 'package.xml': '<Package/>' };

describe('the zip of a deploy', () => {
  it('is read without its outer folder', async () => {
    const read = await readZip(await zipOf({ 'unpackaged/package.xml': '<Package/>', 'unpackaged/lwc/a/a.js': 'x' }));
    expect(read.ok && [...read.files.keys()]).toEqual(['package.xml', 'lwc/a/a.js']);
  });

  it.each([
    ['has too many files', { a: '', b: '', c: '' }, 'at most 3 files'],
    ['unzips to too much in one file', { a: new Uint8Array(50 * MEGABYTE) }, 'at most 2 MB unzipped'],
    ['unzips to too much in all', { a: new Uint8Array(1.5 * MEGABYTE), b: new Uint8Array(MEGABYTE) }, '2 MB unzipped'],
    ['has a path above it', { '../evil': 'x' }, 'The path "../evil" leads out of the package'],
    ['has a path above it within another', { 'lwc/../../evil': 'x' }, 'leads out of the package'],
    ['has a path above it with backslashes', { '..\\evil': 'x' }, 'leads out of the package'],
    ['has an absolute path', { '/etc/evil': 'x' }, 'leads out of the package'],
    ['has a path of a drive', { 'C:evil': 'x' }, 'leads out of the package']
  ])('is refused when it %s', async (_title, files, problem) => {
    const read = await readZip(await zipOf({ ...MANIFEST, ...files }), LIMITS);
    expect(read).toMatchObject({ ok: false, problem: expect.stringContaining(problem) as string });
  });

  it('is refused by its real size when it declares a smaller one', async () => {
    const zip = Buffer.from(await zipOf({ ...MANIFEST, a: new Uint8Array(50 * MEGABYTE) }));
    const size = Buffer.alloc(4);
    size.writeUInt32LE(50 * MEGABYTE);
    for (let at = zip.indexOf(size); at >= 0; at = zip.indexOf(size, at + 1)) zip.writeUInt32LE(1, at);
    expect(await readZip(zip, LIMITS)).toMatchObject({ problem: expect.stringContaining('unzipped') as string });
  });

  it.each([
    ['too large', new Uint8Array(MEGABYTE + 1), 'at most 1 MB zipped'],
    ['no zip', new Uint8Array(10), 'Invalid zip file']
  ])('is refused when it is %s', async (_title, bytes, problem) => {
    expect(await readZip(bytes, LIMITS)).toMatchObject({ problem: expect.stringContaining(problem) as string });
  });
});
