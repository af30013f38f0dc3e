import { callerOf } from '../../../testing/caller.ts';
import { deploy, failuresOf, manifest, metadata } from '../../../testing/deploy.ts';

const contact = metadata(
  'CustomObject',
  '<actionOverrides><actionName>View</actionName><content>Contact_Page</content><formFactor>Large</formFactor><type>Flexipage</type></actionOverrides>'
);
const page = metadata(
  'FlexiPage',
  `<flexiPageRegions><name>main</name><type>Region</type></flexiPageRegions><masterLabel>Contact Page</masterLabel>
<sobjectType>Contact</sobjectType><template><name>flexipage:recordHomeTemplateDesktop</name></template><type>RecordPage</type>`
);

describe('the record page of an object', () => {
  it('can be deployed together with the object that names it', async () => {
    const end = await deploy(callerOf('bare'), {
      'package.xml': manifest({ CustomObject: ['Contact'], FlexiPage: ['Contact_Page'] }),
      'objects/Contact.object': contact,
      'flexipages/Contact_Page.flexipage': page
    });
    expect(failuresOf(end)).toEqual([]);
  });

  it('must exist when an object names it', async () => {
    const end = await deploy(callerOf('bare'), {
      'package.xml': manifest({ CustomObject: ['Contact'] }),
      'objects/Contact.object': contact
    });
    expect(end.details.componentFailures).toMatchObject([
      { fullName: 'Contact', problem: 'In field: content - no FlexiPage named Contact_Page found' }
    ]);
  });
});
