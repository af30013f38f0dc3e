import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageDirectory } from '../build/npmPackages.ts';

/** The font of Latin, Cyrillic and Greek texts. The other packages repeat these subsets. */
const MAIN = 'inter';

/** The fonts of a page by their names in `@fontsource-variable`, in the order in which a page looks for a character. */
const FONTS = [
  MAIN,
  'noto-sans-jp',
  'noto-sans-sc',
  'noto-sans-kr',
  'noto-sans-arabic',
  'noto-sans-hebrew',
  'noto-sans-devanagari',
  'noto-sans-thai',
  'noto-sans-armenian',
  'noto-sans-georgian'
];

const FACE = /\/\* (?<id>[\w[\]-]+) \*\/\s*(?<face>@font-face\s*\{[^}]*\})/gu;
const FAMILY = /font-family: (?<family>'[^']+')/u;
const FILE = /url\(\.\/files\/(?<file>[\w-]+\.woff2)\)/u;
const MAIN_SUBSET = /-(?:latin|cyrillic|greek|vietnamese)(?:-ext)?-wght-normal$/u;

/** Fonts come with a page, so that the page and a picture of it look the same on each machine. */
export interface Fonts {
  /** The stylesheet. A browser loads the file of a subset when a character of it is on the page. */
  readonly css: string;
  /** Where each file is, by its name in the stylesheet. */
  readonly files: ReadonlyMap<string, string>;
}

export async function readFonts(): Promise<Fonts> {
  const faces: string[] = [];
  const families: string[] = [];
  const files = new Map<string, string>();
  for (const font of FONTS) {
    const folder = packageDirectory(`@fontsource-variable/${font}`);
    const css = await readFile(join(folder, 'index.css'), 'utf8');
    families.push(FAMILY.exec(css)?.groups?.['family'] ?? '');
    for (const { groups } of css.matchAll(FACE)) {
      const { id = '', face = '' } = groups ?? {};
      const file = FILE.exec(face)?.groups?.['file'];
      if (file !== undefined && (font === MAIN || !MAIN_SUBSET.test(id))) {
        files.set(file, join(folder, 'files', file));
        faces.push(face.replace(FILE, `url(/playground/fonts/${file})`).replace(/\s+/gu, ' '));
      }
    }
  }
  return { css: `${faces.join('\n')}\n:root { --playground-fonts: ${families.join(', ')}; }\n`, files };
}
