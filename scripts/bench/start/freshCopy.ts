import { execFile } from 'node:child_process';
import { cp, lstat, mkdir, readdir, symlink } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** npm links the workspaces from here. */
const WORKSPACES: Readonly<Record<string, string>> = {
  'sfdx-local-org': 'packages/local-org',
  'sfdx-playground': 'packages/playground',
  'sf-cli': 'packages/sf-cli'
};

/**
 * Copies the project to a folder as a fresh clone after `npm ci` has it: the files that git knows, as they are now, no cache,
 * and what npm has installed, by links.
 */
export async function copyProject(to: string): Promise<void> {
  const { stdout } = await execute('git', ['ls-files', '-z'], { maxBuffer: 64 * 1024 * 1024 });
  for (const file of stdout.split('\0').filter((name) => name !== '')) {
    await mkdir(join(to, dirname(file)), { recursive: true });
    // A file that was removed, and is not committed yet, stays away.
    await cp(file, join(to, file)).catch(ignoreMissing);
  }
  await mkdir(join(to, 'node_modules'));
  for (const name of await readdir('node_modules')) {
    const workspace = WORKSPACES[name];
    await symlink(
      workspace === undefined ? resolve('node_modules', name) : join(to, workspace),
      join(to, 'node_modules', name)
    );
  }
  for (const workspace of Object.values(WORKSPACES)) {
    const own = join(workspace, 'node_modules');
    if (await exists(own)) await symlink(resolve(own), join(to, own));
  }
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false
  );
}
