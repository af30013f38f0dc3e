import { createHash } from 'node:crypto';
import compiler from '@lwc/sfdc-lwc-compiler/package.json' with { type: 'json' };
import type { CompiledBundle } from './compileBundle.ts';
import { COMPILER_OPTIONS } from './compilerOptions.ts';
import { keep, readKept } from './keptFiles.ts';

/** The number of compiled bundles in memory, enough for a large project. */
const CACHE_SIZE = 300;

/** Compiled bundles by their content, the least recently used first. */
const cache = new Map<string, CompiledBundle>();

/**
 * Compiles a bundle with the platform's compiler. An unchanged bundle is not compiled again: neither in this process, nor in
 * another one if both have the folder LOCAL_ORG_CACHE in their environment. Nobody else may write into that folder.
 */
export async function compileBundleOnce(
  name: string,
  files: Readonly<Record<string, string>>,
  folder = process.env['LOCAL_ORG_CACHE']
): Promise<CompiledBundle> {
  const key = createHash('sha256')
    .update(JSON.stringify([compiler.version, COMPILER_OPTIONS, name, files]))
    .digest('hex');
  const result = cache.get(key) ?? (await keptOnDisk(name, key, folder, () => compile(name, files)));
  cache.delete(key);
  cache.set(key, result);
  for (const oldest of cache.keys()) {
    if (cache.size <= CACHE_SIZE) break;
    cache.delete(oldest);
  }
  return result;
}

/** The compiler is large, so it is loaded only where something must be compiled. */
async function compile(name: string, files: Readonly<Record<string, string>>): Promise<CompiledBundle> {
  const { compileBundle } = await import('./compileBundle.ts');
  return compileBundle(name, files);
}

async function keptOnDisk(
  name: string,
  key: string,
  folder: string | undefined,
  make: () => Promise<CompiledBundle>
): Promise<CompiledBundle> {
  if (folder === undefined || !/^\w+$/u.test(name)) return make();
  const kept = readKept(folder, name, key);
  if (kept !== undefined) return JSON.parse(kept) as CompiledBundle;
  const bundle = await make();
  try {
    keep(folder, name, key, JSON.stringify(bundle));
  } catch (error) {
    // A full or read-only disk makes the next deploy slow, and nothing else.
    process.emitWarning(`Compiled bundles can't be kept in ${folder}: ${String(error)}`);
  }
  return bundle;
}
