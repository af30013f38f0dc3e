import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { keep, readKept } from 'sfdx-local-org/bundles/keptFiles';
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

/** Returns the layer that was built for the same key before; undefined if there is none. */
export function readLayer(directory: string | null, name: string, key: readonly string[]): BuiltLayer | undefined {
  const text = directory === null ? undefined : readKept(directory, name, hash(key));
  if (text === undefined) return undefined;
  const kept = JSON.parse(text) as { files: [string, LayerFile['code']][]; entries: [string, string][] };
  return { files: new Map(kept.files), entries: new Map(kept.entries) };
}

/** Keeps a layer in `directory`, and removes older builds of it. */
function keepLayer(directory: string | null, name: string, key: readonly string[], layer: BuiltLayer): void {
  if (directory === null) return;
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    keep(directory, name, hash(key), JSON.stringify({ files: [...layer.files], entries: [...layer.entries] }));
  } catch (error) {
    // A full or read-only disk makes the next start slow, and nothing else.
    process.emitWarning(`The built components can't be kept in ${directory}: ${String(error)}`);
  }
}

/** Returns the layer that was built for the same key before, or builds and keeps it. */
export async function cachedLayer(
  directory: string | null,
  name: string,
  key: readonly string[],
  build: () => Promise<Pick<LayerOutput, 'files' | 'entries'>>
): Promise<BuiltLayer> {
  const kept = readLayer(directory, name, key);
  if (kept !== undefined) return kept;
  const layer = toBuiltLayer(await build());
  keepLayer(directory, name, key, layer);
  return layer;
}

/** A short digest for file names and cache keys. */
export function hash(parts: readonly string[]): string {
  const digest = createHash('sha256');
  for (const part of parts) {
    digest.update(part).update('\0');
  }
  return digest.digest('hex').slice(0, 16);
}
