import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scanFlowFiles, scanFlows } from './scanFlows.ts';

const FLOW = 'force-app/automation/default/flows/Create_External_User.flow-meta.xml';

/** What the scanner says of the flow once `change` has made it worse. */
async function saidOf(change: (xml: string) => string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'flows-'));
  try {
    const file = join(folder, 'Create_External_User.flow-meta.xml');
    await writeFile(file, change(await readFile(FLOW, 'utf8')));
    return (await scanFlowFiles([file])).output;
  } finally {
    await rm(folder, { recursive: true });
  }
}

it('finds nothing in the flows that ship', async () => {
  const { passed, failed, output } = await scanFlows();
  expect({ failed, output }).toEqual({ failed: 0, output: '' });
  expect(passed).toBeGreaterThan(4);
});

it.each<[worse: string, rule: string, change: (xml: string) => string]>([
  ['an id', 'HardcodedId', (xml) => xml.replace('>UTF-8<', '>00e5g000000XyzAAAU<')],
  [
    'a look-up without a fault path',
    'MissingFaultPath',
    (xml) => xml.replace(/<faultConnector>[^]*?<\/faultConnector>/g, '')
  ],
  [
    'an element without a description',
    'MissingMetadataDescription',
    (xml) => xml.replace(/<description>[^<]*<\/description>/g, '')
  ],
  [
    'system context for whoever starts it',
    'UnsafeRunningContext',
    (xml) => xml.replace('>DefaultMode<', '>SystemModeWithoutSharing<')
  ],
  ['a version that runs nowhere', 'InactiveFlow', (xml) => xml.replace('<status>Active<', '<status>Draft<')]
])('finds %s', async (_worse, rule, change) => {
  expect(await saidOf(change)).toContain(`Create_External_User: ${rule}`);
});

it('says of a file that it can’t be read', async () => {
  expect(await scanFlowFiles(['nowhere/None.flow-meta.xml'])).toMatchObject({ passed: 0, failed: 1 });
});
