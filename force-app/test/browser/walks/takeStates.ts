import { mkdir } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { LocalOrgControl } from '../localOrgControl.ts';
import { showIn, type View } from '../views.ts';
import type { Walk } from './walk.ts';

/** Both themes in the widths of a phone, a tablet and a desktop. */
const PICTURES: readonly View[] = [320, 768, 1280].flatMap((width) =>
  (['light', 'dark'] as const).map((colorScheme): View => ({ colorScheme, forcedColors: 'none', width, height: 960 }))
);

/** Takes pictures of each state that a walk passes, in the order of the walk. */
export async function takeStates(
  page: Page,
  localOrg: LocalOrgControl,
  [name, walk]: readonly [name: string, walk: Walk],
  folder: string
): Promise<void> {
  await mkdir(folder, { recursive: true });
  let states = 0;
  await walk.run(page, localOrg, async (state) => {
    states += 1;
    for (const view of PICTURES) {
      await showIn(page, view);
      const picture = [name, String(states).padStart(2, '0'), state, view.width, view.colorScheme].join(' ');
      await page.screenshot({ path: `${folder}/${picture}.png`, animations: 'disabled', caret: 'hide' });
    }
    process.stdout.write(`${name}: ${state}\n`);
  });
}
