import { toXml } from '../../shared/settings/profileRecord.ts';
import { developerNameOf, labelOf } from './recordNames.ts';

const ID = '00e000000000001AAA';

describe('the name of a record', () => {
  it.each([
    ['Acme Customer', [], 'Acme_Customer'],
    ['Acme & Söhne (DE)', [], 'Acme_Sohne_DE'],
    ['1st – Portal', [], 'st_Portal'],
    ['顧客', [], 'Profile_00e000000000001'],
    ['Acme Customer', ['acme_customer'], 'Acme_Customer_2'],
    ['Acme Customer', ['Acme_Customer', 'Acme_Customer_2'], 'Acme_Customer_3'],
    ['A'.repeat(60), [], 'A'.repeat(40)],
    ['A'.repeat(60), ['A'.repeat(40)], `${'A'.repeat(38)}_2`]
  ])('of %s, with %j taken, is %s', (profile, taken, name) => {
    expect(developerNameOf(profile, ID, taken)).toBe(name);
  });

  it('has a label of at most 40 characters', () => {
    expect(labelOf(`${'A'.repeat(39)}😀B`)).toBe(`${'A'.repeat(39)}😀`);
  });
});

describe('the file of a record', () => {
  it('escapes the signs of XML, and gives each value its type', () => {
    const xml = toXml({
      developerName: 'A',
      label: 'A & <B>',
      fields: {
        Profile__c: 'A & <B>',
        License__c: '',
        Kind__c: 'customer',
        Site__c: '',
        Login_Url__c: '',
        Sends_Welcome_Email__c: false,
        Read_On__c: '2026-11-30',
        Default__c: true,
        Order__c: 2
      }
    });
    expect(xml).toContain('<label>A &amp; &lt;B&gt;</label>');
    expect(xml).toContain('<field>Profile__c</field><value xsi:type="xsd:string">A &amp; &lt;B&gt;</value>');
    expect(xml).toContain('<field>License__c</field><value xsi:nil="true"/>');
    expect(xml).toContain('<field>Sends_Welcome_Email__c</field><value xsi:type="xsd:boolean">false</value>');
    expect(xml).toContain('<field>Read_On__c</field><value xsi:type="xsd:date">2026-11-30</value>');
    expect(xml).toContain('<field>Order__c</field><value xsi:type="xsd:double">2</value>');
  });
});
