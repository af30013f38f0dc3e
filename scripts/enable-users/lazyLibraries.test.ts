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
    const NAMES = /^\\/.*node_modules.(jszip|faye|multistream|tldts|xml2js|js2xmlparser|fast-levenshtein|form-data|jsonwebtoken|memfs|undici|csv-parse|csv-stringify|zod|ajv)\\W/u;
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

  it('works for what the library of the CLI does with it', async () => {
    const result = await printed(`
      const { createServer } = await import('node:http');
      const core = createRequire(require.resolve('@salesforce/core'));
      const { Connection } = core('@jsforce/jsforce-node');
      const { parseCSV, toCSV } = createRequire(core.resolve('@jsforce/jsforce-node'))('./lib/csv.js');
      const jwt = core('jsonwebtoken');
      const server = createServer((request, response) => {
        response.setHeader('Content-Type', 'application/json');
        response.end(JSON.stringify({ path: request.url, agent: typeof request.headers['user-agent'] }));
      }).listen(0, '127.0.0.1');
      await new Promise((resolve) => server.once('listening', resolve));
      const before = loaded();
      const instanceUrl = 'http://127.0.0.1:' + server.address().port;
      const answer = await new Connection({ instanceUrl, accessToken: 'x', version: '68.0' }).request('/services/data');
      server.close();
      console.log(JSON.stringify({
        before,
        path: answer.path,
        csv: [parseCSV('a,b\\n1,2'), toCSV([{ a: 1 }])],
        claim: jwt.verify(jwt.sign({ a: 1 }, 'secret', { noTimestamp: true }), 'secret'),
        hasDeploys: 'DeployResult' in core('@jsforce/jsforce-node/lib/api/metadata').ApiSchemas
      }));
      process.exit();
    `);
    expect(JSON.parse(result)).toEqual({
      before: [],
      path: '/services/data',
      csv: [[{ a: '1', b: '2' }], 'a\n1\n'],
      claim: { a: 1 },
      hasDeploys: true
    });
  });
});
