import { callerOf, type Caller } from '../../../testing/caller.ts';
import { deploy, endOf, manifest, metadata, startDeploy, type PackageFiles } from '../../../testing/deploy.ts';
import { action, card, LABEL, labels } from '../../../testing/greeting.ts';

describe('a deploy', () => {
  let caller: Caller;
  beforeEach(() => {
    caller = callerOf('bare');
  });

  const GOOD: PackageFiles = {
    'package.xml': manifest({
      CustomLabels: ['CustomLabels'],
      LightningComponentBundle: ['card'],
      QuickAction: ['Contact.Greet']
    }),
    'labels/CustomLabels.labels': labels(),
    ...card("import hello from '@salesforce/label/c.Greeting';"),
    'quickActions/Contact.Greet.quickAction': action()
  };
  const names = (type: string): string[] =>
    caller.localOrg.org.metadata.components(type).map(({ fullName }) => fullName);

  it('saves all components, and the compiled bundles', async () => {
    expect(await deploy(caller, GOOD)).toMatchObject({
      status: 'Succeeded',
      numberComponentsDeployed: 4,
      numberComponentErrors: 0
    });
    expect([names('CustomLabel'), names('LightningComponentBundle'), names('QuickAction')]).toEqual([
      ['Greeting'],
      ['card'],
      ['Contact.Greet']
    ]);
    expect(caller.localOrg.deployedBundles().get('card')?.code).toContain('@salesforce/label/c.Greeting');
  });

  it('fails without a stack when the local org itself fails, which its terminal shows', async () => {
    const transact = () => {
      throw new Error('a bug');
    };
    Object.assign(caller.localOrg.org.metadata, { transact });
    const written: unknown[] = [];
    const { write } = process.stderr;
    process.stderr.write = (text) => written.push(text) > 0;
    const end = await deploy(caller, GOOD).finally(() => {
      process.stderr.write = write;
    });
    expect([end.status, end.errorMessage]).toEqual([
      'Failed',
      'UNKNOWN_EXCEPTION: The local org failed at this deploy; its terminal shows why (not modelled by this local org)'
    ]);
    expect(written.join('')).toMatch(/Error: a bug\n\s+at /u);
  });

  it('reports which components were created, changed and unchanged', async () => {
    const statesOf = async (files: PackageFiles): Promise<string[]> =>
      (await deploy(caller, files)).details.componentSuccesses.map(
        ({ fullName, created, changed }) => `${fullName} ${String(created)} ${String(changed)}`
      );
    expect(await statesOf(GOOD)).toContain('card true true');
    const changed = { ...GOOD, 'lwc/card/card.html': '<template>Hi</template>' };
    expect(await statesOf(changed)).toEqual(
      expect.arrayContaining(['card false true', 'Contact.Greet false false', 'Greeting false false'])
    );
  });

  it('saves nothing when one component fails', async () => {
    const end = await deploy(caller, { ...GOOD, 'quickActions/Contact.Greet.quickAction': action('') });
    expect(end).toMatchObject({ status: 'Failed', numberComponentsDeployed: 3, numberComponentErrors: 1 });
    expect([names('CustomLabel'), names('LightningComponentBundle')]).toEqual([[], []]);
  });

  it('saves the valid components without rollbackOnError', async () => {
    const files = { ...GOOD, 'quickActions/Contact.Greet.quickAction': action('') };
    const end = await deploy(caller, files, { rollbackOnError: false });
    expect(end.status).toBe('SucceededPartial');
    expect([names('CustomLabel'), names('LightningComponentBundle'), names('QuickAction')]).toEqual([
      ['Greeting'],
      ['card'],
      []
    ]);
  });

  it('rolls back a component that is refused after it was saved, and keeps the others', async () => {
    const subflows = '<flowName>Nope</flowName><label>Call</label><name>Call</name>';
    const files = {
      ...GOOD,
      'package.xml': manifest({ CustomLabel: ['Greeting'], Flow: ['Calls'] }),
      'flows/Calls.flow': metadata(
        'Flow',
        `<label>Calls</label><processType>AutoLaunchedFlow</processType><start><connector><targetReference>Call</targetReference></connector></start><status>Active</status><subflows>${subflows}</subflows>`
      )
    };
    const given = Object.fromEntries(Object.entries(files).filter(([path]) => !/^(?:lwc|quickActions)/.test(path)));
    const end = await deploy(caller, given, { rollbackOnError: false });
    expect(end).toMatchObject({ status: 'SucceededPartial', numberComponentsDeployed: 1, numberComponentErrors: 1 });
    expect([names('CustomLabel'), names('Flow')]).toEqual([['Greeting'], []]);
    expect((await caller.query('SELECT Id FROM FlowDefinitionView')).body).toMatchObject({ totalSize: 0 });
  });

  it('saves nothing as a validation, until a quick deploy follows', async () => {
    const validation = await deploy(caller, GOOD, { checkOnly: true, testLevel: 'RunLocalTests' });
    expect(validation.status).toBe('Succeeded');
    expect(names('QuickAction')).toEqual([]);
    const { status, body } = await caller.call('POST', '/metadata/deployRequest', {
      validatedDeployRequestId: validation.id
    });
    expect({ status, body }).toMatchObject({ status: 201, body: { validatedDeployRequestId: validation.id } });
    expect((await endOf(caller, (body as { id: string }).id)).status).toBe('Succeeded');
    expect(names('QuickAction')).toEqual(['Contact.Greet']);
  });

  it('saves nothing when it was canceled in the queue', async () => {
    const unlike = (text: string): PackageFiles => ({ ...GOOD, 'lwc/card/card.html': `<template>${text}</template>` });
    const [first = '', , last = ''] = await Promise.all(
      ['one', 'two', 'three'].map((text) => startDeploy(caller, unlike(text)))
    );
    const canceled = await caller.call('PATCH', `/metadata/deployRequest/${last}`, {
      deployResult: { status: 'Canceling' }
    });
    expect(canceled).toMatchObject({ status: 202, body: { deployResult: { status: 'Canceled', done: true } } });
    expect((await endOf(caller, first)).status).toBe('Succeeded');
    expect(await endOf(caller, last)).toMatchObject({
      status: 'Canceled',
      canceledByName: 'Ingrid Solberg',
      details: { componentSuccesses: [] }
    });
  });

  it('removes components by a destructive manifest, and warns about missing ones', async () => {
    await deploy(caller, GOOD);
    const end = await deploy(caller, {
      'package.xml': manifest({}),
      'destructiveChanges.xml': manifest({ QuickAction: ['Contact.Greet', 'Contact.Other'] })
    });
    expect(end.status).toBe('Succeeded');
    expect(end.details.componentSuccesses).toMatchObject([
      { fullName: 'Contact.Greet', deleted: true },
      { problem: 'No QuickAction named: Contact.Other found', problemType: 'Warning' }
    ]);
    expect(names('QuickAction')).toEqual([]);
  });

  it('is executed one at a time, so that twenty at once leave one consistent state', async () => {
    const withValue = (value: string): PackageFiles => ({
      'package.xml': manifest({ CustomLabels: ['CustomLabels'] }),
      'labels/CustomLabels.labels': labels(
        ['A', 'B', 'C'].map((name) => LABEL.replace('Greeting', name).replace('Hello', value)).join('')
      )
    });
    const ids = await Promise.all(
      Array.from({ length: 20 }, (_, index) => startDeploy(caller, withValue(`value ${String(index)}`)))
    );
    const ends = await Promise.all(ids.map((id) => endOf(caller, id)));
    expect(new Set(ends.map(({ status }) => status))).toEqual(new Set(['Succeeded']));
    const values = caller.localOrg.org.metadata
      .components('CustomLabel')
      .map(({ xml }) => xml.children.find(({ name }) => name === 'value')?.text);
    expect([values.length, new Set(values).size]).toEqual([3, 1]);
  });
});
