import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from '@lwc/compiler';
import { BASE_PACKAGE } from './baseModules.ts';
import { iconFragment, iconModule } from './iconTemplates.ts';
import { packageDirectory } from './npmPackages.ts';

const ICONS = join(packageDirectory(BASE_PACKAGE), 'src', 'lightning');
const UTILITY = join(ICONS, 'iconSvgTemplatesUtility', 'buildTemplates', 'templates.js');

function compile(template: string, file: string): string {
  return transformSync(template, file, { namespace: 'buildTemplates', name: 'templates', enableLwcOn: true }).code;
}

describe('the icons', () => {
  it('have the markup that the compiler makes of each', () => {
    const files = globSync('iconSvgTemplates{Utility,Standard}/**/*.html', { cwd: ICONS }).map((path) =>
      join(ICONS, path)
    );
    const plain = files.filter((file) => iconFragment(readFileSync(file, 'utf8')) !== null);
    expect(plain.length).toBeGreaterThan(1000);
    // The compiler takes a millisecond for each, so every twentieth stands for all.
    for (const file of plain.filter((_, index) => index % 20 === 0)) {
      const template = readFileSync(file, 'utf8');
      expect(compile(template, file)).toContain(iconFragment(template));
    }
  });

  it.each([
    ['an id', '<path id="a"/>'],
    ['a reference', '<use href="#a"/>'],
    ['a text', '<title>Add</title>'],
    ['an expression', '<path d={path}/>']
  ])('are left to the compiler with %s', (_title, shapes) => {
    const template = `<template><svg class={computedClass} focusable="false" data-key={name} aria-hidden="true" viewBox="0 0 1 1" part="icon">${shapes}</svg></template>`;
    expect(iconFragment(template)).toBeNull();
  });

  it('are one module, but for those that are not plain', async () => {
    const source = readFileSync(UTILITY, 'utf8');
    const code = await iconModule(source, UTILITY, async (template, file) => Promise.resolve(compile(template, file)));
    expect(code).toMatch(/^const utility_add = icon\(parseFragment`<svg/mu);
    expect(code).toMatch(/^import \{ default as utility_macros \} from/mu);
    expect(code).toMatch(/^tmpl\.stylesheetToken = "lwc-/mu);
  });

  it('are left to the compiler when it writes templates in another form', async () => {
    const source = readFileSync(UTILITY, 'utf8');
    expect(await iconModule(source, UTILITY, async () => Promise.resolve('export default null;'))).toBeNull();
  });
});
