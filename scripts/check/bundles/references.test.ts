import { findMissing } from './references.ts';

const existing = {
  bundles: new Set(['externalUserForm', 'externalUserRules']),
  labels: new Set(['Enable_External_User']),
  hasSchema: (reference: string) => reference === 'Contact.Account.Name'
};

describe('references of a bundle', () => {
  it.each([
    ['label', 'c.Enable_External_User'],
    ['schema', 'Contact.Account.Name'],
    ['module', 'c/externalUserRules'],
    ['module', 'lightning/uiRecordApi'],
    ['component', 'c-external-user-form'],
    ['component', 'lightning-button'],
    ['userPermission', 'ManagePartners']
  ])('a %s that exists: %s', (type, id) => {
    expect(findMissing({ type, id }, existing)).toBeNull();
  });

  it.each([
    ['label', 'c.Enable', 'There is no label c.Enable.'],
    ['schema', 'Account.IsPartner', 'Not every org has Account.IsPartner.'],
    ['module', 'c/externalUserRule', 'There is no bundle externalUserRule.'],
    ['component', 'c-external-user-forms', 'There is no bundle externalUserForms.']
  ])('a %s that is missing: %s', (type, id, sentence) => {
    expect(findMissing({ type, id }, existing)).toBe(sentence);
  });
});
