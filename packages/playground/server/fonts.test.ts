import { existsSync } from 'node:fs';
import { readFonts } from './fonts.ts';

describe('the fonts of a page', () => {
  it('are files of the packages, each named by its stylesheet', async () => {
    const { css, files } = await readFonts();
    const named = [...css.matchAll(/url\(\/playground\/fonts\/(?<file>[^)]+)\)/gu)].map(
      ({ groups }) => groups?.['file']
    );
    expect(named).toEqual([...files.keys()]);
    expect([...files.values()].filter((file) => !existsSync(file))).toEqual([]);
  });

  it('have one font for Latin and one for each other script', async () => {
    const { css } = await readFonts();
    expect(css.match(/U\+0000-00FF/gu)).toHaveLength(1);
    expect(css).toMatch(
      /--playground-fonts: 'Inter Variable', 'Noto Sans JP Variable', .*'Noto Sans Georgian Variable';/u
    );
  });
});
