import { scopedModule } from './scopedModules.ts';

describe('an @salesforce module that deployed code imports', () => {
  it.each([
    ['schema/Contact', 'export default {"objectApiName":"Contact"};'],
    ['schema/Contact.Account.Name', 'export default {"fieldApiName":"Account.Name","objectApiName":"Contact"};'],
    [
      'resourceUrl/logo',
      `import { noteRefusal } from 'host/refusals';\nnoteRefusal("@salesforce/resourceUrl/logo");\nexport default "/resource/logo";`
    ]
  ])('has the same value as on the platform: %s', (name, code) => {
    expect(scopedModule(`@salesforce/${name}`)).toBe(code);
  });

  it.each(['label/c.Missing', 'userPermission/ViewSetup', 'nowhere/x', ''])(
    'is not supplied when it depends on the person or does not exist: %s',
    (name) => {
      expect(scopedModule(`@salesforce/${name}`)).toBeUndefined();
    }
  );
});
