import { fieldsOf, layoutOf } from './layouts.ts';

const FIELDS = {
  Name: { dataType: 'String' },
  Score__c: { dataType: 'Double' },
  Sponsor__c: { dataType: 'Reference' }
};

describe('the layout of a record page', () => {
  it.each(['Contact', 'Invoice__c'])(
    'ends with the custom fields of %s, a lookup with the name of its record',
    (object) => {
      expect(layoutOf(object, FIELDS).details.slice(-2)).toEqual([
        { field: 'Score__c' },
        { field: 'Sponsor__c', nameField: 'Sponsor__r.Name' }
      ]);
    }
  );

  it('asks for each field that it shows once, with the path of a related name', () => {
    expect(fieldsOf('Invoice__c', layoutOf('Invoice__c', FIELDS))).toEqual([
      'Invoice__c.Name',
      'Invoice__c.CreatedDate',
      'Invoice__c.LastModifiedDate',
      'Invoice__c.Score__c',
      'Invoice__c.Sponsor__c',
      'Invoice__c.Sponsor__r.Name'
    ]);
  });
});
