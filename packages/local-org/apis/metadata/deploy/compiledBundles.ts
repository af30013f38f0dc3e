import { createHash } from 'node:crypto';
import { compileBundle, type CompiledBundle } from '../../../bundles/compileBundle.ts';
import { textOfFile, type SourceComponent } from '../../../engine/world/component.ts';

/** How many compiled bundles are remembered: a big project's, and then some. */
const REMEMBERED = 300;

/** By the content of a bundle, the least recently used first. */
const remembered = new Map<string, CompiledBundle>();

/** What the platform's compiler makes of a bundle; an unchanged one is not compiled again. */
export async function compiled(component: SourceComponent): Promise<CompiledBundle> {
  const { fullName } = component;
  const files = filesOf(component);
  const key = createHash('sha256')
    .update(JSON.stringify([fullName, files]))
    .digest('base64');
  const result = remembered.get(key) ?? (await compileBundle(fullName, files));
  remembered.delete(key);
  remembered.set(key, result);
  for (const oldest of remembered.keys()) {
    if (remembered.size <= REMEMBERED) break;
    remembered.delete(oldest);
  }
  return result;
}

/** Content by the path within the bundle. */
function filesOf({ fullName, files }: SourceComponent): Record<string, string> {
  const folder = `lwc/${fullName}/`;
  return Object.fromEntries(
    [...files].flatMap(([path, bytes]) =>
      path.startsWith(folder) ? [[path.slice(folder.length), textOfFile(bytes)]] : []
    )
  );
}
