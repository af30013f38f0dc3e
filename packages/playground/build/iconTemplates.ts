import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** An icon of the package: all have the same element around static shapes. */
const ICON =
  /^<template>\s*<svg class=\{computedClass\} focusable="false" data-key=\{name\} aria-hidden="true" viewBox="(?<box>[\d. -]+)" part="icon">(?<shapes>[^{}]*)<\/svg>\s*<\/template>\s*$/u;
/** Shapes that the compiler leaves as they are: no ids and references, which it scopes, and no text. */
const PLAIN_SHAPES =
  /^(?:\s*<\/?[a-zA-Z]+(?:\s+(?!id\b|href\b|xlink|style\b|class\b)[a-zA-Z-]+="[^"&`$\\#<>]*")*\s*\/?>)*\s*$/u;

const IMPORT = /^import \{ default as (?<name>\w+) \} from '(?<path>[^']+\.html)';$/gmu;

/** The parts of a compiled icon. */
const COMPILED =
  /^const \$fragment1 = (?<fragment>parseFragment`[^`]*`);\n(?<render>function tmpl\(.*?\n\})\nexport default registerTemplate\(tmpl\);\n(?<styles>tmpl\.stylesheets = \[\];\ntmpl\.stylesheetToken = "[^"]+";\ntmpl\.legacyStylesheetToken = "[^"]+";)$/msu;

/**
 * The module that imports all icons of a category, with the plain ones compiled in place: they differ only in their
 * shapes, so that the compiler has to see one of them. Null when it has made something else of this one.
 */
export async function iconModule(
  source: string,
  file: string,
  compile: (template: string, file: string) => Promise<string>
): Promise<string | null> {
  const icons = [...source.matchAll(IMPORT)].flatMap(({ groups }) => {
    const path = join(dirname(file), groups?.['path'] ?? '');
    const template = readFileSync(path, 'utf8');
    const fragment = iconFragment(template);
    return fragment === null ? [] : [{ name: groups?.['name'] ?? '', path, template, fragment }];
  });
  const [first] = icons;
  if (first === undefined) return null;
  const compiled = COMPILED.exec(await compile(first.template, first.path))?.groups;
  if (compiled?.['fragment'] !== first.fragment) return null;
  const fragments = new Map(icons.map(({ name, fragment }) => [name, fragment]));
  return `import { freezeTemplate, parseFragment, registerTemplate } from 'lwc';
function icon($fragment1) {
${compiled['render'] ?? ''}
registerTemplate(tmpl);
${compiled['styles'] ?? ''}
freezeTemplate(tmpl);
return tmpl;
}
${source.replaceAll(IMPORT, (line: string, name: string) => {
  const fragment = fragments.get(name);
  return fragment === undefined ? line : `const ${name} = icon(${fragment});`;
})}`;
}

/** What the compiler makes of an icon's markup; null for an icon that is not plain. */
export function iconFragment(template: string): string | null {
  const { box = '', shapes = '' } = ICON.exec(template)?.groups ?? {};
  if (box === '' || !PLAIN_SHAPES.test(shapes)) return null;
  const marked = [...shapes.matchAll(/<[^<>]*>/gu)].map(([tag]) => markedTag(tag)).join('');
  return `parseFragment\`<svg\${"c0"} focusable="false"\${"a0:data-key"} aria-hidden="true" viewBox="${box}" part="icon"\${2}>${marked}</svg>\``;
}

/** Opening tags get the place where the engine writes the token of the styles. */
function markedTag(tag: string): string {
  if (tag.startsWith('</')) return tag;
  const [name = ''] = /^<[a-zA-Z]+/u.exec(tag) ?? [];
  const attributes = [...tag.matchAll(/(?<=\s)[a-zA-Z-]+="[^"]*"/gu)].map(([attribute]) => ` ${attribute}`);
  return `${name}${attributes.join('')}\${3}${tag.endsWith('/>') ? '/>' : '>'}`;
}
