import { resolve } from 'node:path';
import { done, refused, scriptedSf } from '../testing/scriptedSf.ts';
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
const failed = (...files: readonly object[]) => refused({ result: { status: 'Failed', files } });
const deployed = done({ id: '0Af1', numberComponentsDeployed: 280 });

describe('a deploy of the product', () => {
  it('sends the product, and what else it is given, to the org', async () => {
    const { sf, commands } = scriptedSf([[/deploy start/u, deployed]]);
    expect(await deployProduct(sf, 'demo', ['scripts/scratch-org/metadata'])).toEqual({
      kind: 'deployed',
      id: '0Af1',
      components: 280,
      isTranslated: true
    });
    expect(commands).toEqual([
      'sf project deploy start --source-dir force-app/main/default --source-dir scripts/scratch-org/metadata --target-org demo --wait 30'
    ]);
  });

  it('goes without translations where the org has no Translation Workbench, and says so', async () => {
    const { sf, commands } = scriptedSf([[/deploy start/u, [failed(...withoutWorkbench), deployed]]]);
    expect(await deployProduct(sf, 'demo', ['scripts/scratch-org/metadata'])).toMatchObject({
      kind: 'deployed',
      isTranslated: false
    });
    expect(commands[1]).toMatch(
      /--source-dir force-app\/main\/default\/lwc .*--source-dir scripts\/scratch-org\/metadata\/profiles/u
    );
    expect(commands[1]).not.toMatch(/ranslations|--source-dir force-app\/main\/default /u);
  });

  it.each([
    ['something else is wrong too', failed(...withoutWorkbench, broken), 3],
    ['something else is not available', failed(file('Network', 'Acme', NOT_AVAILABLE)), 1],
    ['no component is named', refused({ message: 'No access' }), 0]
  ])('is not tried again when %s', async (_title, answer, problems) => {
    const { sf, commands } = scriptedSf([[/deploy start/u, answer]]);
    const deployment = await deployProduct(sf, 'demo');
    expect(deployment.kind === 'failed' && deployment.problems).toHaveLength(problems);
    expect(commands).toHaveLength(1);
  });

  it('names file, line and column of what refused it, or the component where there is no file', async () => {
    const { sf } = scriptedSf([[/deploy start/u, failed(broken, file('QuickAction', 'Contact.X', 'no bundle'))]]);
    expect(await deployProduct(sf, 'demo')).toMatchObject({
      refusal: { message: 'The deploy ended as Failed.' },
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
