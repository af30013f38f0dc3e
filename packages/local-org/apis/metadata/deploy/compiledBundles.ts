import { createHash } from 'node:crypto';
import { compileBundle, type CompiledBundle } from '../../../bundles/compileBundle.ts';
import { textOfFile, type SourceComponent } from '../../../engine/world/component.ts';

/** The number of compiled bundles in the cache, enough for a large project. */
const CACHE_SIZE = 300;

/** Compiled bundles by their content, the least recently used first. */
const cache = new Map<string, CompiledBundle>();

/** Compiles a bundle with the platform's compiler. An unchanged bundle is not compiled again. */
export async function compileComponent(component: SourceComponent): Promise<CompiledBundle> {
  const { fullName } = component;
  const files = filesOf(component);
  const key = createHash('sha256')
    .update(JSON.stringify([fullName, files]))
    .digest('base64');
  const result = cache.get(key) ?? (await compileBundle(fullName, files));
  cache.delete(key);
  cache.set(key, result);
  for (const oldest of cache.keys()) {
    if (cache.size <= CACHE_SIZE) break;
    cache.delete(oldest);
  }
  return result;
}

/** The texts of a bundle's files, by their path in the bundle. */
function filesOf({ fullName, files }: SourceComponent): Record<string, string> {
  const folder = `lwc/${fullName}/`;
  return Object.fromEntries(
    [...files].flatMap(([path, bytes]) =>
      path.startsWith(folder) ? [[path.slice(folder.length), textOfFile(bytes)]] : []
    )
  );
}
