import JSZip from 'jszip';
import type { Files } from '../../../engine/world/component.ts';

export type ReadZip = { readonly ok: true; readonly files: Files } | { readonly ok: false; readonly problem: string };

/**
 * Reads the files of a deploy's zip. package.xml is at the root, or in one folder such as the CLI's `unpackaged/`; paths are
 * returned without that folder.
 */
export async function readZip(bytes: Uint8Array): Promise<ReadZip> {
  let zip: JSZip;
  try {
    zip = await JSZip.loadAsync(bytes);
  } catch {
    return { ok: false, problem: 'Invalid zip file' };
  }
  const entries = Object.values(zip.files).filter(({ dir }) => !dir);
  const manifest = entries.find(({ name }) => /^(?:[^/]+\/)?package\.xml$/.test(name));
  const folder = manifest?.name.slice(0, -'package.xml'.length) ?? '';
  const contents = await Promise.all(
    entries
      .filter(({ name }) => name.startsWith(folder))
      .map(async (entry) => [entry.name.slice(folder.length), await entry.async('uint8array')] as const)
  );
  return { ok: true, files: new Map(contents) };
}

/** Writes the zip of a retrieve. */
export async function writeZip(files: Files): Promise<Uint8Array> {
  const zip = new JSZip();
  for (const [path, bytes] of files) zip.file(path, bytes);
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}
