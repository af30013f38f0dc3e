import { scopedModule } from './scopedModules.ts';

describe('a module of @salesforce that deployed code asks for', () => {
  it.each([
    ['schema/Contact', 'export default {"objectApiName":"Contact"};'],
    ['schema/Contact.Account.Name', 'export default {"fieldApiName":"Account.Name","objectApiName":"Contact"};'],
    ['resourceUrl/logo', 'export default "/resource/logo";']
  ])('is answered as the platform does: %s', (name, code) => {
    expect(scopedModule(`@salesforce/${name}`)).toBe(code);
  });

  it.each(['label/c.Missing', 'userPermission/ViewSetup', 'nowhere/x', ''])(
    'is none when it depends on the person, or nobody has it: %s',
    (name) => {
      expect(scopedModule(`@salesforce/${name}`)).toBeUndefined();
    }
  );
});
