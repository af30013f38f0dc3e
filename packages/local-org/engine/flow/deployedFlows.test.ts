import { callerOf } from '../../testing/caller.ts';
import { deployFlows } from '../../testing/deployedFlows.ts';
import { begins, element } from '../../testing/flowElements.ts';
import { to } from '../../testing/flowValues.ts';
import { parseXml } from '../xml/xml.ts';
import { activeFlow, latestFlow } from './deployedFlows.ts';
import { parseFlow } from './parse/parseFlow.ts';

jest.mock('../xml/xml.ts', () => {
  const actual = jest.requireActual<{ readonly parseXml: typeof parseXml }>('../xml/xml.ts');
  return { ...actual, parseXml: jest.fn(actual.parseXml) };
});
jest.mock('./parse/parseFlow.ts', () => {
  const actual = jest.requireActual<{ readonly parseFlow: typeof parseFlow }>('./parse/parseFlow.ts');
  return { parseFlow: jest.fn(actual.parseFlow) };
});

const parsesXml = jest.mocked(parseXml);
const parsesFlow = jest.mocked(parseFlow);

describe('a flow', () => {
  beforeEach(() => {
    parsesXml.mockClear();
    parsesFlow.mockClear();
  });

  it('is parsed once from its deploy to its runs', async () => {
    const caller = callerOf();
    const { org } = caller.localOrg;
    const calls = { start: { connector: to('Call') }, subflows: element('Call', { flowName: 'Called' }) };
    await deployFlows(caller, { Calls: calls, Called: begins });
    const person = org.people[0];
    if (person === undefined) throw new Error('The org has no people');
    const request = { flow: 'Calls', person, inputs: {} };
    expect(org.automation.run([request, request])).toMatchObject([{ status: 'finished' }, { status: 'finished' }]);
    const { flowVersions } = org.metadata;
    expect(latestFlow(flowVersions, 'Calls')).toBe(activeFlow(flowVersions, 'Calls'));
    expect(parsesFlow.mock.calls.map(([name]) => name).sort()).toEqual(['Called', 'Calls']);
    // The manifest, and one file for each flow.
    expect(parsesXml).toHaveBeenCalledTimes(3);
  });

  it('is parsed again only for a deploy of a changed file', async () => {
    const caller = callerOf();
    await deployFlows(caller, { Changed: begins });
    const { org } = caller.localOrg;
    const before = activeFlow(org.metadata.flowVersions, 'Changed');
    await deployFlows(caller, { Changed: { ...begins, description: 'Other' } });
    const after = activeFlow(org.metadata.flowVersions, 'Changed');
    expect([before?.description, after?.description]).toEqual(['', 'Other']);
    expect(parsesFlow).toHaveBeenCalledTimes(2);
    expect(parsesXml).toHaveBeenCalledTimes(4);
  });
});
