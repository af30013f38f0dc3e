import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { known } from 'sf-cli/answer';
import { toCommandLine, type Sf } from 'sf-cli/sf';
import { sfRefusal } from '../../shared/testing/scriptedSf.ts';
import { NOTHING_DONE } from '../deployState.ts';
import { findPlaceStep, placeStep } from './placeSteps.ts';

const item = (name: string): string =>
  `<platformActionListItems><actionName>${name}</actionName><sortOrder>0</sortOrder></platformActionListItems>`;
const layout = (action: string): string =>
  `<Layout><platformActionList><actionListContext>Record</actionListContext>${item(action)}</platformActionList></Layout>`;

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'place-'));
});
afterEach(() => rm(folder, { recursive: true }));

interface Org {
  readonly layouts: readonly string[];
  readonly xml: string;
  readonly deploy: Awaited<ReturnType<Sf>>;
}
const ORG: Org = {
  layouts: [
    'Contact-Contact Layout',
    'Contact-Contact %28Sales%29',
    'Account-Account Layout',
    'PersonAccount-Person Account Layout',
    'Case-Case Layout'
  ],
  xml: layout('Edit'),
  deploy: known({ id: '0Af1' })
};

/** Both steps on an org that lists layouts, sends one file and takes a deploy. */
async function run(name: string, said: string | null, org: Partial<Org> = {}) {
  const { layouts, xml, deploy } = { ...ORG, ...org };
  const commands: string[] = [];
  let shown = '';
  const sf: Sf = async (command) => {
    const line = toCommandLine(command);
    commands.push(line);
    if (line.includes('--metadata-type Layout')) return known(layouts.map((fullName) => ({ fullName })));
    if (line.includes('--metadata-type FlexiPage')) return known({ fullName: 'Some_Page' });
    if (line.includes('deploy start')) return deploy;
    const files = join(folder, 'page', 'unpackaged', 'layouts');
    await mkdir(files, { recursive: true });
    await writeFile(join(files, 'one.layout'), xml);
    return known({});
  };
  const ask = said === null ? null : () => Promise.resolve(said);
  const tools = { sf, name, folder: join(folder, 'page'), show: (text: string) => (shown += text), ask };
  const found = await findPlaceStep(tools).run({ ...NOTHING_DONE, username: 'ann@acme.example' });
  const end = found.kind === 'failed' ? found : await placeStep(tools).run(found.state);
  const deployed = commands.some((command) => command.includes('deploy start'));
  return { end, shown, deployed, commands };
}

describe('npm run deploy -- --place', () => {
  it.each([
    ['contact layout', 'Layout:Contact-Contact Layout'],
    ['Contact (Sales)', 'Layout:Contact-Contact %28Sales%29'],
    ['Contact-Contact Layout', 'Layout:Contact-Contact Layout']
  ])('finds %s', async (name, asked) => {
    const { commands, end } = await run(name, 'y');
    expect(commands.find((command) => command.includes('retrieve'))).toContain(`'${asked}'`);
    expect(end).toMatchObject({ kind: 'done', state: { isPlaced: true } });
  });

  it('shows the actions in their new order, and deploys the page after a yes', async () => {
    const { shown, deployed } = await run('Contact Layout', 'y');
    expect(shown).toContain('page layout Contact Layout:\n+ Contact.Enable_External_User\n  Edit\n');
    expect(deployed).toBe(true);
    expect(await readFile(join(folder, 'page', 'unpackaged', 'layouts', 'one.layout'), 'utf8')).toContain(
      '<actionName>Contact.Enable_External_User</actionName>'
    );
  });

  it.each([['n'], ['']])('leaves the page as it is after the answer “%s”', async (said) => {
    const { end, deployed } = await run('Contact Layout', said);
    expect(deployed).toBe(false);
    expect(end).toMatchObject({
      kind: 'done',
      note: expect.stringMatching(/nobody said yes/u),
      state: { isPlaced: false }
    });
  });

  it('changes the page without a question where nobody is to be asked', async () => {
    expect(await run('Account Layout', null)).toMatchObject({
      deployed: true,
      shown: expect.stringContaining('+ Account.Enable_External_User')
    });
  });

  it('puts the action of Account on the layout of person accounts', async () => {
    expect(await run('Person Account Layout', null)).toMatchObject({
      deployed: true,
      shown: expect.stringContaining('+ Account.Enable_External_User')
    });
  });

  it('deploys nothing where the page has the action', async () => {
    const { end, deployed } = await run('Contact Layout', 'y', { xml: layout('Contact.Enable_External_User') });
    expect(deployed).toBe(false);
    expect(end).toMatchObject({
      kind: 'done',
      note: expect.stringMatching(/has it already/u),
      state: { isPlaced: true }
    });
  });

  it.each<[string, string, Partial<Org>, RegExp]>([
    ['a name that no page has', 'Contact Layuot', {}, /called Contact Layuot\. Did you mean Contact Layout\?/u],
    ['a layout of another object', 'Case Layout', {}, /no page layout of Contact or Account/u],
    ['a name that two have', 'Layout', { layouts: ['Contact-Layout', 'Account-Layout'] }, /more than one/u],
    ['a layout without its own actions', 'Contact Layout', { xml: '<Layout></Layout>' }, /no actions of its own/u],
    ['a page that the org refuses', 'Contact Layout', { deploy: sfRefusal({ message: 'No access' }) }, /No access/u]
  ])('fails for %s', async (_title, name, org, message) => {
    const { end } = await run(name, 'y', org);
    expect(end).toMatchObject({ kind: 'failed', message: expect.stringMatching(message) });
  });
});
