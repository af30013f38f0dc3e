import { AUTOMATION, PRODUCT } from './deployment.ts';
import { flowNamesIn } from './flowFiles.ts';

describe('the flows of the product', () => {
  it('are activated with a subflow before the flow that starts it, and what a record starts last', () => {
    const names = flowNamesIn([PRODUCT, AUTOMATION]);
    expect([...names].sort()).toEqual([
      'Contact_External_Access',
      'Contact_External_Access_Requested',
      'Create_External_User',
      'Enable_External_Users',
      'External_Access_Result',
      'Review_External_Access'
    ]);
    expect(names.indexOf('Create_External_User')).toBeLessThan(names.indexOf('Contact_External_Access'));
    expect(names.slice(-2)).toEqual(['Contact_External_Access', 'Contact_External_Access_Requested']);
  });

  it('are those of the named folders only', () => {
    expect(flowNamesIn([PRODUCT])).toEqual(['Enable_External_Users']);
  });
});
