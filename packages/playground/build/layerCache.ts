import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { textAt } from 'sf-cli/json';
import type { LayerFile, LayerOutput } from './layer.ts';

/**
 * A built layer as a page uses it: the text of each file by its name, and the file name of each module by its
 * specifier.
 */
export interface BuiltLayer {
  readonly files: ReadonlyMap<string, string>;
  readonly entries: ReadonlyMap<string, string>;
}

/**
 * The layer stays in memory, which takes a few megabytes, so that a server goes on after somebody cleared the cache.
 */
export function toBuiltLayer(output: Pick<LayerOutput, 'files' | 'entries'>): BuiltLayer {
  return { files: new Map(output.files.map(({ fileName, code }) => [fileName, code])), entries: output.entries };
}

/**
 * Returns the layer that was built for the same key before. Otherwise builds it, keeps it in `directory`, and removes
 * older builds of the layer.
 */
export async function cachedLayer(
  directory: string | null,
  name: string,
  key: readonly string[],
  build: () => Promise<Pick<LayerOutput, 'files' | 'entries'>>
): Promise<BuiltLayer> {
  if (directory === null) return toBuiltLayer(await build());
  const fileName = `${name}-${hash(key)}.json`;
  const kept = readLayer(join(directory, fileName));
  if (kept !== undefined) {
    return kept;
  }
  const layer = toBuiltLayer(await build());
  try {
    keepLayer(directory, name, fileName, layer);
  } catch (error) {
    // A full or read-only disk makes the next start slow, and nothing else.
    process.emitWarning(`The built components can't be kept in ${directory}: ${String(error)}`);
  }
  return layer;
}

function keepLayer(directory: string, name: string, fileName: string, layer: BuiltLayer): void {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  for (const old of readdirSync(directory).filter((other) => other.startsWith(`${name}-`) && other.endsWith('.json'))) {
    rmSync(join(directory, old), { force: true });
  }
  const file = join(directory, fileName);
  const unfinished = `${file}.${String(process.pid)}`;
  try {
    writeFileSync(unfinished, JSON.stringify({ files: [...layer.files], entries: [...layer.entries] }));
    renameSync(unfinished, file);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

/** A short digest for file names and cache keys. */
export function hash(parts: readonly string[]): string {
  const digest = createHash('sha256');
  for (const part of parts) {
    digest.update(part).update('\0');
  }
  return digest.digest('hex').slice(0, 16);
}

function readLayer(file: string): BuiltLayer | undefined {
  const text = readIfThere(file);
  if (text === undefined) return undefined;
  const kept = JSON.parse(text) as { files: [string, LayerFile['code']][]; entries: [string, string][] };
  return { files: new Map(kept.files), entries: new Map(kept.entries) };
}

/** Another process may remove the file at any time. */
function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(textAt(error, 'code'))) return undefined;
    throw error;
  }
}
