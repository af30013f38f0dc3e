import { join } from 'node:path';
import { parseRecordPageComponent, readRecordPageComponents } from './recordPageComponents.ts';
import { readSfdxProject } from './sfdxProject.ts';

const file = (tags: string): string =>
  `<?xml version="1.0" encoding="UTF-8" ?>\n<LightningComponentBundle xmlns="http://soap.sforce.com/2006/04/metadata">${tags}</LightningComponentBundle>`;

const exposed = '<isExposed>true</isExposed>';
const target = '<targets><target>lightning__RecordPage</target><target>lightning__HomePage</target></targets>';
const config = `<targetConfigs><targetConfig targets="lightning__RecordPage, lightning__HomePage">
  <objects><object>Contact</object></objects>
  <property name="heading" type="String" default="Portal" />
  <property name="isOpen" type="Boolean" default="true" />
  <property name="isSmall" type="Boolean" default="false" />
  <property name="rows" type="Integer" default="5" />
  <property name="note" type="String" />
</targetConfig></targetConfigs>`;

describe('a component for record pages', () => {
  it('names its objects and the defaults of its properties', () => {
    expect(parseRecordPageComponent('portalCard', file(exposed + target + config))).toEqual({
      bundle: 'portalCard',
      objects: ['Contact'],
      properties: { heading: 'Portal', isOpen: true, isSmall: false, rows: 5 }
    });
  });

  it.each([
    ['without a configuration', ''],
    ['with one for other pages', config.replace('lightning__RecordPage, ', '')]
  ])('is offered for every object %s', (_what, configs) => {
    expect(parseRecordPageComponent('portalCard', file(exposed + target + configs))).toEqual({
      bundle: 'portalCard',
      objects: [],
      properties: {}
    });
  });

  it.each([
    ['is not exposed', target],
    ['has other targets', `${exposed}<targets><target>lightning__RecordAction</target></targets>`],
    ['has no targets', exposed],
    ['has no description', '']
  ])('is left out when it %s', (_what, tags) => {
    expect(parseRecordPageComponent('portalCard', file(tags))).toBeUndefined();
  });

  it('is found in a project of any origin', () => {
    const project = readSfdxProject(join(import.meta.dirname, '../__fixtures__/foreign'));
    expect(readRecordPageComponents([project])).toEqual([
      { bundle: 'contactBadge', objects: ['Contact', 'Account'], properties: { prefix: 'Known as', isLoud: true } },
      { bundle: 'contactOwner', objects: [], properties: {} },
      { bundle: 'eventBox', objects: [], properties: {} }
    ]);
  });
});
