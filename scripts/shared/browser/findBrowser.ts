import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { LaunchOptions } from '@playwright/test';
import packageJson from '../../../package.json' with { type: 'json' };
import { privateFolder } from '../cacheFolder.js';

/** Where installers put Chrome and Chromium. */
const INSTALLED = [
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'
];

interface Found {
  readonly executablePath: string;
  readonly environment: Record<string, string>;
}

const NO_BROWSER =
  'No browser was found. Install Chrome or Chromium; on Linux x64 `npm ci` brings one along (@sparticuz/chromium).';

/** How to start a browser without background traffic; without a sandbox, as root in a container has none. Throws if there is no browser. */
export async function findBrowser(): Promise<LaunchOptions> {
  const { executablePath, environment } = await findExecutable();
  return {
    executablePath,
    env: environment,
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--disable-quic'
    ]
  };
}

/** The machine's Chrome or Chromium, else that of the npm package @sparticuz/chromium (Linux x64). */
async function findExecutable(): Promise<Found> {
  const installed = INSTALLED.find((path) => existsSync(path));
  return installed === undefined ? findPackaged() : { executablePath: installed, environment: environment(null, []) };
}

async function findPackaged(): Promise<Found> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(NO_BROWSER);
  }
  try {
    return await findUnpacked(privateFolder('chromium'));
  } catch (cause) {
    throw new Error(NO_BROWSER, { cause });
  }
}

/** The browser in a cache folder, unpacked if it isn't yet. */
export async function findUnpacked(cache: string): Promise<Found> {
  const folder = join(cache, packageJson.devDependencies['@sparticuz/chromium']);
  if (!existsSync(folder)) await unpackBrowser(folder);
  const executablePath = join(folder, 'chromium');
  const libraries = lacksLibraries(executablePath) ? [join(folder, 'al2023', 'lib')] : [];
  return { executablePath, environment: environment(join(folder, 'fonts'), libraries) };
}

/**
 * The package unpacks into the folder for temporary files, and runs what it finds there under its names. So it gets another
 * one, which has its own name only when it is whole.
 */
async function unpackBrowser(folder: string): Promise<void> {
  const partial = `${folder}.${String(process.pid)}`;
  mkdirSync(partial, { mode: 0o700 });
  const { TMPDIR } = process.env;
  process.env['TMPDIR'] = partial;
  try {
    const { default: chromium, inflate } = await import('@sparticuz/chromium');
    await chromium.executablePath();
    const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
    await inflate(join(dirname(entry), '..', 'bin', 'al2023.tar.br'));
  } finally {
    if (TMPDIR === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = TMPDIR;
  }
  // Another process may have been faster.
  if (existsSync(folder)) rmSync(partial, { recursive: true });
  else renameSync(partial, folder);
}

/** A slim container lacks NSS, to which Chromium is linked; the package has a copy. */
function lacksLibraries(executablePath: string): boolean {
  return execFileSync('ldd', [executablePath], { encoding: 'utf8' }).includes('not found');
}

function environment(fonts: string | null, libraryPath: readonly string[]): Record<string, string> {
  const inherited = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const]
  );
  return {
    ...Object.fromEntries(inherited),
    // A machine without fonts would show no text.
    ...(fonts === null || existsSync('/etc/fonts') ? {} : { FONTCONFIG_PATH: fonts }),
    ...(libraryPath.length === 0 ? {} : { LD_LIBRARY_PATH: libraryPath.join(':') })
  };
}
