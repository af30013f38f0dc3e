import { runCommand } from 'sf-cli/command';

/** What a process prints whose libraries load lazily. Jest has modules of its own, so that it takes another process. */
async function printed(code: string): Promise<string> {
  const program = `
    import { createRequire } from 'node:module';
    import { loadLibrariesLazily } from './scripts/enable-users/lazyLibraries.ts';
    loadLibrariesLazily();
    loadLibrariesLazily();
    await import('@salesforce/sf-plugins-core');
    const require = createRequire(process.cwd() + '/x.js');
    const NAMES = /^\\/.*node_modules.(jszip|faye|tldts|xml2js|fast-levenshtein|zod|ajv)\\W/u;
    const loaded = () => Object.keys(require.cache).filter((file) => NAMES.test(file));
    ${code}
  `;
  const { stdout, output, exitCode } = await runCommand('node', ['--input-type=module', '--eval', program]);
  if (exitCode !== 0) throw new Error(output);
  return stdout.trim();
}

describe('a library that is hardly ever used', () => {
  it('is not loaded with the others, works at its first use, and tables are refused by name', async () => {
    const result = await printed(`
      const before = loaded();
      const core = createRequire(require.resolve('@salesforce/core'));
      const [JSZip, { parseStringPromise }, { Client }] = ['jszip', 'xml2js', 'faye'].map((name) => core(name));
      const zip = await new JSZip().file('a', 'text').generateAsync({ type: 'string' });
      const { a } = await parseStringPromise('<a>b</a>');
      const { ProjectJsonSchema } = await import('@salesforce/core');
      const taken = [{ packageDirectories: [{ path: 'a', default: true }] }, {}].map(
        (json) => ProjectJsonSchema.safeParse(json).success
      );
      const { makeTable } = await import('@oclif/table');
      let refused = '';
      try { makeTable({ data: [] }); } catch ({ message }) { refused = message; }
      console.log(JSON.stringify({ before, after: loaded().length > 3, zip: zip.slice(0, 2), a, taken, client: typeof Client, refused }));
    `);
    expect(JSON.parse(result)).toEqual({
      before: [],
      after: true,
      zip: 'PK',
      a: 'b',
      taken: [true, false],
      client: 'function',
      refused: 'enable-users loads nothing that draws tables'
    });
  });
});
