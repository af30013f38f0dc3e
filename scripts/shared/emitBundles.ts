import { runCommand } from 'sf-cli/command';

/**
 * Emits the bundles' JavaScript as `npm run build` does, but into a folder of its own: `<folder>/<bundle>/<file>.js`.
 * Types are not checked here, that is a step by itself. Throws with tsc's output when nothing comes out.
 */
export async function emitBundles(lwcFolder: string, folder: string): Promise<void> {
  const options = ['-p', 'config/tsconfig.build.json', '--outDir', folder, '--rootDir', lwcFolder, '--noCheck'];
  const { exitCode, output } = await runCommand('tsc', options);
  if (exitCode !== 0) {
    throw new Error(`tsc emitted nothing to compile:\n${output}`);
  }
}
