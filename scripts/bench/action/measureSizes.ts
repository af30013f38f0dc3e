import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { bundleNames, readBundle } from 'sfdx-local-org/bundles/bundleFiles';
import { compileBundle } from 'sfdx-local-org/bundles/compileBundle';
import { emitBundles } from '../../shared/emitBundles.ts';
import { inTemporaryFolder } from '../../shared/temporaryFolder.ts';
import type { BundleSizes, Size } from './measurement.ts';

/** Measures the TypeScript bundles of a folder; `entry` is the bundle of the action. Throws when a bundle does not compile. */
export function measureTypeScriptBundles(lwcFolder: string, entry: string): Promise<BundleSizes> {
  return inTemporaryFolder(async (emitted) => {
    await emitBundles(lwcFolder, emitted);
    return measureBundles(lwcFolder, emitted, entry);
  });
}

/** `scriptFolder` holds the JavaScript of each bundle, and is the same folder for bundles in JavaScript. Throws as above. */
export async function measureBundles(lwcFolder: string, scriptFolder: string, entry: string): Promise<BundleSizes> {
  const names = (await bundleNames(lwcFolder)).toSorted();
  const codes = await Promise.all(
    names.map(async (name) => {
      const { code, diagnostics } = await compileBundle(
        name,
        await readBundle(join(lwcFolder, name), join(scriptFolder, name))
      );
      if (code === '') {
        throw new Error(`${name} does not compile, so it has no size:\n${diagnostics.join('\n')}`);
      }
      return { name, code };
    })
  );
  const ofAction = reachedFrom(entry, new Map(codes.map(({ name, code }) => [name, code])));
  return {
    bundles: codes.map(({ name, code }) => ({ name, size: sizeOf(code) })),
    ofAction: sizeOf(ofAction.join('\n')),
    together: sizeOf(codes.map(({ code }) => code).join('\n'))
  };
}

/** The code of a bundle and of all bundles that it imports. */
function reachedFrom(entry: string, codes: ReadonlyMap<string, string>): string[] {
  const reached = new Set([entry]);
  for (const name of reached) {
    for (const [, next = ''] of (codes.get(name) ?? '').matchAll(/["']c\/(\w+)["']/g)) {
      if (codes.has(next)) reached.add(next);
    }
  }
  return [...reached].map((name) => codes.get(name) ?? '');
}

function sizeOf(code: string): Size {
  return { raw: Buffer.byteLength(code), gzip: gzipSync(code).length };
}
