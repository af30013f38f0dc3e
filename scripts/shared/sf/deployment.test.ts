import { resolve } from 'node:path';
import { known } from 'sf-cli/answer';
import { sfRefusal, scriptedSf } from '../testing/scriptedSf.ts';
import { deployProduct } from './deployment.ts';

const file = (type: string, fullName: string, error: string, place: object = {}) => ({
  type,
  fullName,
  error,
  state: 'Failed',
  ...place
});
const NOT_AVAILABLE = 'Not available for deploy for this organization';
const withoutWorkbench = [
  file('Translations', 'de', NOT_AVAILABLE),
  file('CustomObjectTranslation', 'Contact-de', NOT_AVAILABLE)
];
const broken = file('LightningComponentBundle', 'enableExternalUser', 'LWC1078: <p> has no matching closing tag.', {
  filePath: resolve('force-app/main/default/lwc/enableExternalUser/enableExternalUser.html'),
  lineNumber: 1,
  columnNumber: 11
});
const failed = (...files: readonly object[]) => sfRefusal({ result: { status: 'Failed', files } });
const deployed = known({ id: '0Af1', numberComponentsDeployed: 280 });

describe('a deploy of the product', () => {
  it('sends the product and the further folders to the org', async () => {
    const { sf, commands } = scriptedSf([[/deploy start/u, deployed]]);
    expect(await deployProduct(sf, 'demo', ['scripts/scratch-org/metadata'])).toEqual(
      known({ id: '0Af1', components: 280, isTranslated: true })
    );
    expect(commands).toEqual([
      'sf project deploy start --source-dir force-app/main/default --source-dir scripts/scratch-org/metadata --target-org demo --wait 30'
    ]);
  });

  it('leaves the translations out when the org has no Translation Workbench', async () => {
    const { sf, commands } = scriptedSf([[/deploy start/u, [failed(...withoutWorkbench), deployed]]]);
    expect(await deployProduct(sf, 'demo', ['scripts/scratch-org/metadata'])).toMatchObject({
      kind: 'known',
      value: { isTranslated: false }
    });
    expect(commands[1]).toMatch(
      /--source-dir force-app\/main\/default\/lwc .*--source-dir scripts\/scratch-org\/metadata\/profiles/u
    );
    expect(commands[1]).not.toMatch(/ranslations|--source-dir force-app\/main\/default /u);
  });

  it.each([
    ['something else is wrong too', failed(...withoutWorkbench, broken), 3],
    ['something else is not available', failed(file('Network', 'Acme', NOT_AVAILABLE)), 1],
    ['no component is named', sfRefusal({ message: 'No access' }), 0]
  ])('is not repeated when %s', async (_title, answer, problems) => {
    const { sf, commands } = scriptedSf([[/deploy start/u, answer]]);
    const deployment = await deployProduct(sf, 'demo');
    expect(deployment.kind === 'refused' && deployment.problems).toHaveLength(problems);
    expect(commands).toHaveLength(1);
  });

  it('names the file, line and column of each problem, or the component if there is no file', async () => {
    const { sf } = scriptedSf([[/deploy start/u, failed(broken, file('QuickAction', 'Contact.X', 'no bundle'))]]);
    expect(await deployProduct(sf, 'demo')).toMatchObject({
      message: 'The deploy ended as Failed.',
      problems: [
        {
          place: 'force-app/main/default/lwc/enableExternalUser/enableExternalUser.html:1:11',
          problem: 'LWC1078: <p> has no matching closing tag.'
        },
        { place: 'QuickAction Contact.X', problem: 'no bundle' }
      ]
    });
  });
});
