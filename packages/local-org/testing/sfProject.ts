import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { runCommand } from 'sf-cli/command';

/** An SFDX project as `sf template generate` makes it, with one component. */
export interface SfProject {
  readonly folder: string;
  /** Writes texts by path below `force-app/main/default`. */
  write(files: Readonly<Record<string, string>>): Promise<void>;
}

const COMPONENTS = 'force-app/main/default/lwc';

/** Generates a project with the component `hello` in `parent`. Throws with the output of the CLI. */
export async function generateProject(
  parent: string,
  name: string,
  language: 'javascript' | 'typescript'
): Promise<SfProject> {
  const folder = join(parent, name);
  const template = ['template', 'generate'];
  const ofLanguage = language === 'typescript' ? ['--lwc-language', language] : [];
  await succeed(['sf', ...template, 'project', '--name', name, ...ofLanguage], parent);
  const component = ['lightning', 'component', '--name', 'hello', '--type', 'lwc', '--output-dir', COMPONENTS];
  await succeed(['sf', ...template, ...component], folder);
  if (language === 'typescript') {
    // The project compiles with tsc. The VS Code extension would complete its configuration, so options are passed here.
    await succeed(['tsc', join(COMPONENTS, 'hello/hello.ts'), ...COMPILER_OPTIONS], folder);
  }
  return {
    folder,
    write: (files) => writeFiles(join(folder, 'force-app/main/default'), files)
  };
}

/** Writes texts by path below a folder. */
export async function writeFiles(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}

const COMPILER_OPTIONS = ['--target', 'ESNext', '--module', 'ESNext', '--moduleResolution', 'bundler', '--noCheck'];

async function succeed([command = '', ...args]: readonly string[], folder: string): Promise<void> {
  const environment = {
    HOME: folder,
    SF_DISABLE_TELEMETRY: 'true',
    SF_SKIP_NEW_VERSION_CHECK: 'true',
    SF_DISABLE_AUTOUPDATE: 'true'
  };
  const { exitCode, output } = await runCommand(command, args, environment, 2, folder);
  if (exitCode !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${output}`);
}
