import { isRefusal, refusalOf } from './refusals.ts';

describe('what the local org does not have', () => {
  it.each([
    ['lightning/recordForm', 'Record forms need page layouts'],
    ['lightning/outputField', 'Record forms need page layouts'],
    ['lightning/recordPicker', 'The record picker needs a search of records'],
    ['lightning/platformWorkspaceApi', 'There are no console apps'],
    ['lightning/uiListsApi', 'The wires of list views need list views'],
    ['lightning/uiRelatedListApi', 'The wires of related lists need page layouts'],
    ['@salesforce/resourceUrl/logo', 'Static resources and asset files are not served'],
    ['@salesforce/apex/Orders.find', 'The local org runs no Apex'],
    ['lightning/empApi', 'The playground lacks this module of the platform'],
    ['@lwc/state', 'The playground lacks this module of the platform'],
    ['omnistudio/card', 'Packages of others are not installed']
  ])('is refused by name: %s', (specifier, sentence) => {
    expect(refusalOf(specifier)).toBe(`${sentence}: ${specifier} (not modelled by this local org)`);
    expect(isRefusal(refusalOf(specifier) ?? '')).toBe(true);
  });

  it.each(['c/card', './text', 'lodash'])('is not that which an org would refuse too: %s', (specifier) => {
    expect(refusalOf(specifier)).toBeNull();
  });
});
