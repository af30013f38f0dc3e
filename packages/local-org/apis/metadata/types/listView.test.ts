import { callerOf } from '../../../testing/caller.ts';
import { deploy, failuresOf, manifest, metadata } from '../../../testing/deploy.ts';

const VIEW = `<listViews><fullName>Open</fullName><columns>FULL_NAME</columns><columns>Reach__c</columns><filterScope>Everything</filterScope>
<filters><field>Reach__c</field><operation>equals</operation><value>far</value></filters><label>Open</label></listViews>`;
const FIELD = '<fields><fullName>Reach__c</fullName><label>Reach</label><length>20</length><type>Text</type></fields>';

const members = { CustomField: ['Contact.Reach__c'], ListView: ['Contact.Open'] };

describe('a list view', () => {
  it('can be deployed together with the fields that it shows', async () => {
    const end = await deploy(callerOf(), {
      'package.xml': manifest(members),
      'objects/Contact.object': metadata('CustomObject', FIELD + VIEW)
    });
    expect([end.status, failuresOf(end)]).toEqual(['Succeeded', []]);
  });

  it('is refused without those fields', async () => {
    const end = await deploy(callerOf(), {
      'package.xml': manifest({ ListView: members.ListView }),
      'objects/Contact.object': metadata('CustomObject', VIEW)
    });
    expect(failuresOf(end).map((failure) => failure.replace(/^.*\): /u, ''))).toEqual([
      'In field: columns - no CustomField named Contact.Reach__c found',
      'In field: field - no CustomField named Contact.Reach__c found'
    ]);
  });
});
