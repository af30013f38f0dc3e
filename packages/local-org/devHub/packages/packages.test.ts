import { setImmediate } from 'node:timers/promises';
import JSZip from 'jszip';
import { createLocalOrg } from '../../main.ts';
import type { LocalOrg } from '../../localOrg.ts';
import { createCaller, type Answer, type Caller } from '../../testing/caller.ts';
import { manifest, zipOf, type PackageFiles } from '../../testing/deploy.ts';
import { card, labels } from '../../testing/greeting.ts';

/** A hub and a scratch org of it. */
async function orgs(org = 'ready', instance = 1): Promise<{ readonly hub: Caller; readonly scratchOrg: Caller }> {
  const made: LocalOrg[] = [];
  const hub = createCaller(
    createLocalOrg({
      org,
      seed: 1,
      instance,
      hasControlRoutes: false,
      url: () => 'http://localhost:4280',
      hostScratchOrg: (localOrg) => {
        made.push(localOrg);
        return Promise.resolve({ url: 'http://localhost:5001', close: () => Promise.resolve() });
      }
    }),
    'System Administrator'
  );
  await hub.call('POST', '/sobjects/ScratchOrgInfo', { Edition: 'Developer', ConnectedAppConsumerKey: 'PlatformCLI' });
  await setImmediate();
  const [localOrg] = made;
  if (localOrg === undefined) throw new Error('The hub has made no scratch org');
  return { hub, scratchOrg: createCaller(localOrg, 'System Administrator') };
}

const LABELS: PackageFiles = {
  'package.xml': manifest({ CustomLabels: ['CustomLabels'] }),
  'labels/CustomLabels.labels': labels()
};
const CARD: PackageFiles = {
  'package.xml': manifest({ LightningComponentBundle: ['card'] }),
  ...card("import hello from '@salesforce/label/c.Greeting';")
};

const createPackage = (hub: Caller, fields: object): Promise<Answer> =>
  hub.call('POST', '/tooling/sobjects/Package2', { ContainerOptions: 'Unlocked', NamespacePrefix: '', ...fields });

const tooling = async (caller: Caller, soql: string): Promise<Answer> =>
  caller.call('GET', `/tooling/query?q=${encodeURIComponent(soql)}`);

async function rows(caller: Caller, soql: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const { body } = await tooling(caller, soql);
  return (body as { records: readonly Readonly<Record<string, unknown>>[] }).records;
}

const idOf = ({ body }: Answer): string => (body as { id: string }).id;

async function packageOf(hub: Caller, name: string): Promise<string> {
  return idOf(await createPackage(hub, { Name: name }));
}

interface VersionParts {
  readonly files: PackageFiles;
  readonly descriptor?: object;
  readonly fields?: object;
}

/** Requests a version as the CLI does, and returns its id or the errors. */
async function requestVersion(
  hub: Caller,
  packageId: string,
  { files, descriptor, fields }: VersionParts
): Promise<{ readonly id: string; readonly errors: readonly unknown[] }> {
  const zip = new JSZip();
  const json = { versionName: 'First', versionNumber: '0.1.0.NEXT', ancestorId: '', ...descriptor };
  zip.file('package2-descriptor.json', JSON.stringify(json));
  zip.file('package.zip', await zipOf(files));
  const form = new FormData();
  form.append('VersionInfo', new Blob([await zip.generateAsync({ type: 'arraybuffer' })]), 'info.zip');
  const entity = JSON.stringify({ Package2Id: packageId, SkipValidation: false, ...fields });
  form.append('Package2VersionCreateRequest', new Blob([entity], { type: 'application/json' }));
  const created = await hub.call('POST', '/tooling/sobjects/Package2VersionCreateRequest', form);
  if (created.status !== 201) return { id: '', errors: created.body as readonly unknown[] };
  for (;;) {
    await setImmediate();
    const [request] = await rows(
      hub,
      `SELECT Status, Package2Version.SubscriberPackageVersionId FROM Package2VersionCreateRequest WHERE Id = '${idOf(created)}'`
    );
    if (request?.['Status'] === 'Queued' || request?.['Status'] === 'InProgress') continue;
    const version = request?.['Package2Version'] as { SubscriberPackageVersionId: string } | null;
    const errors = await rows(
      hub,
      `SELECT Message FROM Package2VersionCreateRequestError WHERE ParentRequest.Id = '${idOf(created)}'`
    );
    return { id: version?.SubscriberPackageVersionId ?? '', errors: errors.map(({ Message }) => Message) };
  }
}

/** Installs a version, and returns the status and the errors of the request. */
async function install(caller: Caller, versionId: string, fields: object = {}): Promise<unknown> {
  const created = await caller.call('POST', '/tooling/sobjects/PackageInstallRequest', {
    SubscriberPackageVersionKey: versionId,
    SecurityType: 'none',
    ...fields
  });
  if (created.status !== 201) return (created.body as [{ errorCode: string }])[0].errorCode;
  for (;;) {
    await setImmediate();
    const { body } = await caller.call('GET', `/tooling/sobjects/PackageInstallRequest/${idOf(created)}`);
    const { Status, Errors } = body as { Status: string; Errors: { errors: { message: string }[] } | null };
    if (Status !== 'IN_PROGRESS') return Errors === null ? Status : Errors.errors.map(({ message }) => message);
  }
}

describe('the packages of a Dev Hub', () => {
  it('has ids that no package of another hub has', async () => {
    const ids = await Promise.all(
      [1, 2].map(async (instance) => packageOf((await orgs('ready', instance)).hub, 'Card'))
    );
    expect(new Set(ids).size).toBe(2);
  });

  it('exist in no other org', async () => {
    const { hub, scratchOrg } = await orgs();
    expect((await createPackage(scratchOrg, { Name: 'Labels' })).body).toMatchObject([{ errorCode: 'NOT_FOUND' }]);
    expect((await tooling(scratchOrg, 'SELECT Id FROM Package2')).body).toMatchObject([{ errorCode: 'INVALID_TYPE' }]);
    await packageOf(hub, 'Labels');
    expect(await rows(hub, 'SELECT Name, ContainerOptions FROM Package2')).toMatchObject([
      { Name: 'Labels', ContainerOptions: 'Unlocked' }
    ]);
  });

  it('are made by administrators only', async () => {
    const { hub } = await orgs();
    const { status } = await createPackage(hub.as('Sales Ops'), { Name: 'Labels' });
    expect([403, 404]).toContain(status);
    expect(await rows(hub, 'SELECT Id FROM Package2')).toEqual([]);
  });

  it.each([
    ['a managed package', { ContainerOptions: 'Managed' }],
    ['an org-dependent package', { IsOrgDependent: true }],
    ['a namespace', { NamespacePrefix: 'acme' }]
  ])('refuse %s by its name', async (_title, fields) => {
    const { hub } = await orgs();
    const { body } = await createPackage(hub, { Name: 'Labels', ...fields });
    const [name = ''] = Object.keys(fields);
    expect(body).toMatchObject([{ message: expect.stringMatching(new RegExp(`^${name} .*not modelled`, 'u')) }]);
  });

  it('number their versions one after the other', async () => {
    const { hub } = await orgs();
    const id = await packageOf(hub, 'Labels');
    const descriptor = { versionNumber: '0.2.0.NEXT' };
    for (const more of [{}, {}, { descriptor }]) await requestVersion(hub, id, { files: LABELS, ...more });
    const order = 'ORDER BY MinorVersion, BuildNumber';
    expect(await rows(hub, `SELECT MinorVersion, BuildNumber FROM Package2Version ${order}`)).toMatchObject([
      { MinorVersion: 1, BuildNumber: 1 },
      { MinorVersion: 1, BuildNumber: 2 },
      { MinorVersion: 2, BuildNumber: 1 }
    ]);
    expect(await rows(hub, 'SELECT MAX(BuildNumber) FROM Package2Version WHERE MinorVersion = 1')).toMatchObject([
      { expr0: 2 }
    ]);
  });

  it('have no version whose metadata can’t be deployed, and say why', async () => {
    const { hub } = await orgs();
    const { id, errors } = await requestVersion(hub, await packageOf(hub, 'Card'), { files: CARD });
    expect(id).toBe('');
    expect(errors).toEqual([
      expect.stringMatching(/^LightningComponentBundle\(card\) (.*Greeting.*), Details: card: \1$/su)
    ]);
    expect(await rows(hub, 'SELECT Id FROM Package2Version')).toEqual([]);
  });

  it.each([
    ['validation left out', { fields: { SkipValidation: true } }, 'SkipValidation true'],
    ['a zip of the package', { fields: { IsDevUsePkgZipRequested: true } }, 'IsDevUsePkgZipRequested true'],
    ['an ancestor', { descriptor: { ancestorId: '05i000000000001' } }, 'ancestorId'],
    ['a snapshot', { descriptor: { snapshot: 'base' } }, 'snapshot'],
    ['a version number without a keyword', { descriptor: { versionNumber: '0.1.0.LATEST' } }, '0.1.0.LATEST'],
    [
      'a profile',
      { files: { 'package.xml': manifest({ Profile: ['Admin'] }), 'profiles/Admin.profile': '<Profile/>' } },
      'Profile components'
    ]
  ])('refuse a version with %s by its name', async (_title, parts, name) => {
    const { hub } = await orgs();
    const { errors } = await requestVersion(hub, await packageOf(hub, 'Labels'), { files: LABELS, ...parts });
    expect(JSON.stringify(errors)).toContain(name);
    expect(JSON.stringify(errors)).toContain('not modelled by this local org');
  });
});

describe('the installation of a package', () => {
  it('asks for the packages on which it depends, and saves its components', async () => {
    const { hub, scratchOrg } = await orgs();
    const labelsId = (await requestVersion(hub, await packageOf(hub, 'Labels'), { files: LABELS })).id;
    const dependencies = [{ subscriberPackageVersionId: labelsId }];
    const cards = await requestVersion(hub, await packageOf(hub, 'Cards'), {
      files: CARD,
      descriptor: { dependencies }
    });
    expect(cards.errors).toEqual([]);
    expect(await install(scratchOrg, cards.id)).toEqual([
      "The package you're installing depends on package 'Labels', version '0.1'. Install package 'Labels' in the target org before you install package 'Cards'."
    ]);
    expect([await install(scratchOrg, labelsId), await install(scratchOrg, cards.id)]).toEqual(['SUCCESS', 'SUCCESS']);
    expect([...scratchOrg.localOrg.deployedBundles().keys()]).toEqual(['card']);
    const installed =
      'SELECT SubscriberPackage.Name, SubscriberPackageVersion.BuildNumber FROM InstalledSubscriberPackage';
    expect(await rows(scratchOrg, installed)).toMatchObject([
      { SubscriberPackage: { Name: 'Labels' }, SubscriberPackageVersion: { BuildNumber: 1 } },
      { SubscriberPackage: { Name: 'Cards' } }
    ]);
    const versions = `SELECT Dependencies FROM SubscriberPackageVersion WHERE Id ='${cards.id}'`;
    expect(await rows(scratchOrg, versions)).toMatchObject([{ Dependencies: { ids: dependencies } }]);
  });

  it('replaces an earlier version, and refuses by its name one that lacks a component of it', async () => {
    const { hub, scratchOrg } = await orgs();
    const id = await packageOf(hub, 'Labels');
    const first = (await requestVersion(hub, id, { files: LABELS })).id;
    const second = (await requestVersion(hub, id, { files: { ...LABELS, ...CARD, ...bothIn() } })).id;
    await install(scratchOrg, first);
    expect(await install(scratchOrg, second)).toBe('SUCCESS');
    expect(await rows(scratchOrg, 'SELECT SubscriberPackageVersionId FROM InstalledSubscriberPackage')).toMatchObject([
      { SubscriberPackageVersionId: second }
    ]);
    expect(await install(scratchOrg, first)).toEqual([
      'An upgrade that removes LightningComponentBundle:card (not modelled by this local org)'
    ]);
  });

  it('needs the installation key', async () => {
    const { hub, scratchOrg } = await orgs();
    const id = await packageOf(hub, 'Labels');
    const version = await requestVersion(hub, id, { files: LABELS, fields: { InstallKey: "o'key" } });
    const query = (condition: string) =>
      tooling(scratchOrg, `SELECT Id FROM SubscriberPackageVersion WHERE Id ='${version.id}'${condition}`);
    expect((await query('')).body).toMatchObject([{ errorCode: 'INSTALL_KEY_REQUIRED' }]);
    expect((await query(" AND InstallationKey ='no'")).body).toMatchObject([{ errorCode: 'INSTALL_KEY_INVALID' }]);
    expect((await query(" AND InstallationKey ='o\\'key'")).body).toMatchObject({ totalSize: 1 });
    expect(await install(scratchOrg, version.id)).toBe('INSTALL_KEY_REQUIRED');
    expect(await install(scratchOrg, version.id, { Password: "o\\'key" })).toBe('SUCCESS');
    expect(await rows(hub, 'SELECT InstallKey FROM Package2Version')).toMatchObject([{ InstallKey: null }]);
  });

  it('of a beta version is refused in production', async () => {
    const { hub } = await orgs('production');
    const version = await requestVersion(hub, await packageOf(hub, 'Labels'), { files: LABELS });
    const [problem] = (await install(hub, version.id)) as [string];
    expect(problem).toMatch(/^Package\(033\w{12}\) Unable to install beta package/u);
  });

  it('knows the packages of its own hub only', async () => {
    const [one, other] = [await orgs(), await orgs()];
    const version = await requestVersion(one.hub, await packageOf(one.hub, 'Labels'), { files: LABELS });
    expect(await install(other.scratchOrg, version.id)).toBe('PACKAGE_UNAVAILABLE');
    expect((await tooling(one.scratchOrg, 'SELECT Id FROM SubscriberPackageVersion')).body).toMatchObject([
      { errorCode: 'MALFORMED_QUERY' }
    ]);
  });
});

function bothIn(): PackageFiles {
  return { 'package.xml': manifest({ CustomLabels: ['CustomLabels'], LightningComponentBundle: ['card'] }) };
}
