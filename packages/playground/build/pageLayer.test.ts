import { pageModules } from './pageLayer.ts';

const { modules, rest } = pageModules();
const namesOf = (all: typeof modules): string[] => all.map(({ specifier }) => specifier);

describe('the modules of every page', () => {
  it.each(['lwc', 'host/app', 'host/recordPage', 'platform/context', 'lightning/uiRecordApi', 'lightning/button'])(
    'contain %s',
    (name) => {
      expect(namesOf(modules)).toContain(name);
      expect(namesOf(rest)).not.toContain(name);
    }
  );

  it.each([
    'host/objectList',
    'host/flowField',
    'host/recordForm',
    'host/settings',
    'lightning/input',
    'lightning/select'
  ])('leave %s to the pages that show it', (name) => {
    expect(namesOf(modules)).not.toContain(name);
    expect(namesOf(rest)).toContain(name);
  });
});
