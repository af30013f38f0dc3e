import { parseFlowScreenComponent } from './flowScreenComponents.ts';

const file = (isExposed: boolean, target: string): string => `<?xml version="1.0" encoding="UTF-8" ?>
<LightningComponentBundle xmlns="http://soap.sforce.com/2006/04/metadata">
  <isExposed>${String(isExposed)}</isExposed>
  <targets><target>lightning__RecordPage</target><target>${target}</target></targets>
  <targetConfigs>
    <targetConfig targets="lightning__FlowScreen">
      <property name="subject" type="String" role="inputOnly" />
      <property name="rating" type="Integer" />
      <property name="verdict" type="String" role="outputOnly" />
    </targetConfig>
    <targetConfig targets="lightning__RecordPage"><property name="title" type="String" /></targetConfig>
  </targetConfigs>
</LightningComponentBundle>`;

describe('a component for flow screens', () => {
  it('has the attributes of this target, each for input, output or both', () => {
    expect(parseFlowScreenComponent('rateContact', file(true, 'lightning__FlowScreen'))).toEqual({
      bundle: 'rateContact',
      attributes: [
        { name: 'subject', isInput: true, isOutput: false },
        { name: 'rating', isInput: true, isOutput: true },
        { name: 'verdict', isInput: false, isOutput: true }
      ]
    });
  });

  it.each([
    ['is not exposed', file(false, 'lightning__FlowScreen')],
    ['is exposed to other targets only', file(true, 'lightning__AppPage')]
  ])('is left out when it %s', (_title, xml) => {
    expect(parseFlowScreenComponent('rateContact', xml)).toBeUndefined();
  });
});
