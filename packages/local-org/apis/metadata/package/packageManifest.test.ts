import { callerOf } from '../../../testing/caller.ts';
import { deploy, endOf, failuresOf, manifest, metadata, type PackageFiles } from '../../../testing/deploy.ts';
import { labels } from '../../../testing/greeting.ts';

describe('a deploy that cannot be read', () => {
  const caller = callerOf('bare');

  it.each<[string, PackageFiles, string[]]>([
    [
      'without a manifest',
      { 'labels/CustomLabels.labels': labels() },
      [' package.xml (package.xml): No package.xml found']
    ],
    [
      'with a type that does not exist',
      { 'package.xml': manifest({ Fruit: ['Apple'] }) },
      [" package.xml (package.xml:3:8): Unknown type name 'Fruit' specified in package.xml"]
    ],
    [
      'with a type that is not modelled',
      { 'package.xml': manifest({ ApexClass: ['Apple'] }) },
      [' package.xml (package.xml:3:8): ApexClass is not supported (not modelled by this local org)']
    ],
    [
      'for a version that does not exist yet',
      { 'package.xml': manifest({}, '99.0') },
      [' package.xml (package.xml): Invalid version specified:99.0']
    ],
    [
      'for a version that is not modelled',
      { 'package.xml': manifest({}, '49.0') },
      [' package.xml (package.xml): Invalid version specified:49.0 (not modelled by this local org)']
    ],
    [
      'with a misspelt tag in the manifest',
      { 'package.xml': metadata('Package', '<vresion>68.0</vresion>') },
      [
        ' package.xml (package.xml:3:10): Error parsing file: Element {http://soap.sforce.com/2006/04/metadata}vresion invalid at this location in type Package'
      ]
    ],
    [
      'with a member that has no file',
      { 'package.xml': manifest({ CustomLabel: ['Missing'] }) },
      [
        " package.xml (package.xml): An object 'Missing' of type CustomLabel was named in package.xml, but was not found in zipped directory"
      ]
    ],
    [
      'with files that the manifest does not name',
      { 'package.xml': manifest({}), 'labels/CustomLabels.labels': labels(), 'classes/A.cls': '' },
      [
        'CustomLabels CustomLabels (labels/CustomLabels.labels): Not in package.xml',
        ' classes/A.cls (classes/A.cls): Not in package.xml'
      ]
    ]
  ])('fails when it comes %s', async (_case, files, failures) => {
    const end = await deploy(caller, files);
    expect(end.status).toBe('Failed');
    expect(failuresOf(end)).toEqual(failures);
  });

  it('fails with a body that is not a zip', async () => {
    const form = new FormData();
    form.append('file', new Blob(['no zip']), 'package.zip');
    const { body } = await caller.call('POST', '/metadata/deployRequest', form);
    const end = await endOf(caller, (body as { id: string }).id);
    expect(end).toMatchObject({ status: 'Failed', errorMessage: 'Invalid zip file' });
  });
});

describe('a deploy without permission', () => {
  it.each(['Sales Ops', 'Without permission'])('is refused to %s', async (label) => {
    const answer = await callerOf('ready').as(label).call('GET', '/metadata/deployRequest/0Af000000000001AAA');
    expect(answer).toMatchObject({
      status: 403,
      body: [
        {
          errorCode: 'INSUFFICIENT_ACCESS',
          message: 'use of the Metadata API requires a user with the ModifyAllData or ModifyMetadata permissions'
        }
      ]
    });
  });
});
