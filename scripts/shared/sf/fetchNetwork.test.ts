import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { known } from 'sf-cli/answer';
import { scriptedSf } from '../testing/scriptedSf.ts';
import { fetchNetwork } from './fetchNetwork.ts';

it('The settings of a site are asked for by its metadata name, and a site that is not sent is reported with it.', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'network-'));
  const problem = "Entity of type 'Network' named 'Kunden %26 Partner' cannot be found";
  const { sf, commands } = scriptedSf([
    [/retrieve start/u, known({ messages: [{ fileName: 'package.xml', problem }] })]
  ]);
  const fetched = await fetchNetwork(sf, 'acme', 'Kunden & Partner', join(folder, 'site'));
  await rm(folder, { recursive: true });
  expect(commands[0]).toContain("--metadata 'Network:Kunden %26 Partner'");
  expect(fetched).toMatchObject({
    kind: 'failed',
    message: 'the org sent no settings of the site Kunden & Partner.',
    details: [problem, 'Asked for Kunden %26 Partner, the site’s metadata name.'],
    todo: expect.stringContaining('npx sf org list metadata --metadata-type Network --target-org acme')
  });
});
