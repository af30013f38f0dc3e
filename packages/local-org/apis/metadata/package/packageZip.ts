import { Readable } from 'node:stream';
import type JSZip from 'jszip';
import type { JSZipObject } from 'jszip';
import type { Files } from '../../../engine/world/component.ts';
import { notModelled } from '../../../engine/schema/notModelled.ts';

export type ReadZip = { readonly ok: true; readonly files: Files } | { readonly ok: false; readonly problem: string };

export interface ZipLimits {
  readonly files: number;
  readonly zippedBytes: number;
  readonly unzippedBytes: number;
}

const MEGABYTE = 1024 * 1024;

/** Source: Metadata API Developer Guide, "Deploying and Retrieving Metadata with the Zip File" [F-093]. The texts are ours. */
const LIMITS: ZipLimits = { files: 10_000, zippedBytes: 39 * MEGABYTE, unzippedBytes: 600 * MEGABYTE };

/**
 * Reads the files of a deploy's zip. package.xml is at the root, or in one folder such as the CLI's `unpackaged/`; paths are
 * returned without that folder.
 */
export async function readZip(bytes: Uint8Array, limits: ZipLimits = LIMITS): Promise<ReadZip> {
  if (bytes.length > limits.zippedBytes) return tooMuch(`${megabytes(limits.zippedBytes)} zipped`);
  const Zip = await loadJsZip();
  let zip: JSZip;
  try {
    zip = await Zip.loadAsync(bytes);
  } catch {
    return { ok: false, problem: 'Invalid zip file' };
  }
  const entries = Object.values(zip.files).filter(({ dir }) => !dir);
  if (entries.length > limits.files) return tooMuch(`${limits.files.toLocaleString('en-US')} files`);
  const outside = entries.find(isOutside);
  if (outside !== undefined) {
    return {
      ok: false,
      problem: notModelled(`The path ${JSON.stringify(originalName(outside))} leads out of the package`)
    };
  }
  const manifest = entries.find(({ name }) => /^(?:[^/]+\/)?package\.xml$/.test(name));
  const folder = manifest?.name.slice(0, -'package.xml'.length) ?? '';
  const files = new Map<string, Uint8Array>();
  let left = limits.unzippedBytes;
  for (const entry of entries.filter(({ name }) => name.startsWith(folder))) {
    const content = await readEntry(entry, left);
    if (content === null) return tooMuch(`${megabytes(limits.unzippedBytes)} unzipped`);
    left -= content.length;
    files.set(entry.name.slice(folder.length), content);
  }
  return { ok: true, files };
}

/** Unzips an entry; null as soon as it has more bytes than are left, because the size that a zip declares may be wrong. */
async function readEntry(entry: JSZipObject, left: number): Promise<Uint8Array | null> {
  const parts: Buffer[] = [];
  let size = 0;
  const unzipped: AsyncIterable<Buffer> = new Readable().wrap(entry.nodeStream('nodebuffer'));
  for await (const part of unzipped) {
    size += part.length;
    if (size > left) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** JSZip changes such names, so that they stay below the folder into which a zip is unpacked. */
function isOutside(entry: JSZipObject): boolean {
  return /^\/|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)|\0/.test(originalName(entry));
}

function originalName({ name, unsafeOriginalName = name }: JSZipObject): string {
  return unsafeOriginalName;
}

/** Most orgs see no deploy, and the library has sixty modules. */
async function loadJsZip(): Promise<typeof JSZip> {
  return (await import('jszip')).default;
}

function megabytes(bytes: number): string {
  return `${String(Math.floor(bytes / MEGABYTE))} MB`;
}

function tooMuch(most: string): ReadZip {
  return { ok: false, problem: notModelled(`A package has at most ${most}`) };
}

/** Writes the zip of a retrieve. */
export async function writeZip(files: Files): Promise<Uint8Array> {
  const Zip = await loadJsZip();
  const zip = new Zip();
  for (const [path, bytes] of files) zip.file(path, bytes);
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}
