import { runCommand } from 'sf-cli/command';

/**
 * Compiles the bundles as `npm run build` does, but into another folder, as `<folder>/<bundle>/<file>.js`. Types are not
 * checked, as another step does that. Throws tsc's output when it fails.
 */
export async function emitBundles(lwcFolder: string, folder: string): Promise<void> {
  const options = ['-p', 'config/tsconfig.build.json', '--outDir', folder, '--rootDir', lwcFolder, '--noCheck'];
  const { exitCode, output } = await runCommand('tsc', options);
  if (exitCode !== 0) {
    throw new Error(`tsc emitted nothing to compile:\n${output}`);
  }
}
