import { XMLParser } from 'fast-xml-parser';
import { callerOf } from '../../testing/caller.ts';
import { deployFlows } from '../../testing/deployedFlows.ts';
import { begins, element } from '../../testing/flowElements.ts';
import { flowFile } from '../../testing/flowFile.ts';
import { to } from '../../testing/flowValues.ts';
import { parseXml, type XmlElement } from '../xml/xml.ts';
import { activeFlow, latestFlow, readFlow } from './deployedFlows.ts';

const parser = XMLParser.prototype;
const original: PropertyDescriptor = Object.getOwnPropertyDescriptor(parser, 'parse') ?? {};
let parses = 0;

/** A flow file whose elements count how often they are read. */
function countingXml(reads: string[]): XmlElement {
  const xml = parseXml(flowFile('Counted', begins));
  if (!xml.ok) throw new Error(xml.problem);
  return new Proxy(xml.root, {
    get: (target, property) => {
      reads.push(String(property));
      return Reflect.get(target, property) as unknown;
    }
  });
}

describe('a flow', () => {
  beforeAll(() => {
    Object.defineProperty(parser, 'parse', {
      ...original,
      value: function countedParse(this: XMLParser, ...args: unknown[]): unknown {
        parses += 1;
        return Reflect.apply(original.value as (...values: unknown[]) => unknown, this, args);
      }
    });
  });

  beforeEach(() => {
    parses = 0;
  });

  afterAll(() => {
    Object.defineProperty(parser, 'parse', original);
  });

  it('has its XML parsed once from the deploy to the runs', async () => {
    const caller = callerOf();
    const { org } = caller.localOrg;
    const calls = { start: { connector: to('Call') }, subflows: element('Call', { flowName: 'Called' }) };
    await deployFlows(caller, { Calls: calls, Called: begins });
    const person = org.people[0];
    if (person === undefined) throw new Error('The org has no people');
    const request = { flow: 'Calls', person, inputs: {} };
    expect(org.automation.run([request, request])).toMatchObject([{ status: 'finished' }, { status: 'finished' }]);
    // The manifest, and one file for each flow.
    expect(parses).toBe(3);
  });

  it('is read once from its XML, for the checks of a deploy, its version and its runs', () => {
    const reads: string[] = [];
    const component = { fullName: 'Counted', xml: countingXml(reads) };
    const first = readFlow(component);
    const once = reads.length;
    expect(once).toBeGreaterThan(0);
    expect(readFlow({ ...component })).toBe(first);
    expect(reads).toHaveLength(once);
  });

  it('keeps its parsed form from the component to the version', async () => {
    const caller = callerOf();
    const { metadata } = await deployFlows(caller, { Kept: begins });
    const component = metadata.component('Flow', 'Kept');
    const read = component === undefined ? undefined : readFlow(component);
    expect(read).toMatchObject({ ok: true, flow: latestFlow(metadata.flowVersions, 'Kept') });
    expect(latestFlow(metadata.flowVersions, 'Kept')).toBe(activeFlow(metadata.flowVersions, 'Kept'));
  });

  it('is parsed again only for a deploy of a changed file', async () => {
    const caller = callerOf();
    await deployFlows(caller, { Changed: begins });
    const { org } = caller.localOrg;
    const before = activeFlow(org.metadata.flowVersions, 'Changed');
    await deployFlows(caller, { Changed: { ...begins, description: 'Other' } });
    const after = activeFlow(org.metadata.flowVersions, 'Changed');
    expect([before?.description, after?.description]).toEqual(['', 'Other']);
    expect(parses).toBe(4);
  });
});
