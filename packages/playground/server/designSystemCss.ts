import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const FILE = join('styles', 'salesforce-lightning-design-system.css');

/**
 * The styling hooks whose values the design system also writes as plain colors, such as `rgb(11, 92, 171)` for a link.
 */
const RAMPS = /--slds-g-color-(?:neutral|brand|error|warning|success)-base-\d+/u;

/**
 * The stylesheet of the design system, with styling hooks in the place of plain colors of the same value. Otherwise
 * links and buttons would be as dark on a dark page as on a white one.
 */
export async function readDesignSystemCss(assets: string): Promise<string> {
  const css = await readFile(join(assets, FILE), 'utf8');
  const hooks = readHooks(css);
  return css.replace(/rgb\((\d+), (\d+), (\d+)\)/gu, (color, red: string, green: string, blue: string) => {
    const hook = hooks.get(toHex(red, green, blue));
    return hook === undefined ? color : `var(${hook})`;
  });
}

/** The hook of each color, from the declarations at the top of the file. */
function readHooks(css: string): Map<string, string> {
  const hooks = new Map<string, string>();
  for (const [, hook, color] of css.matchAll(/(--slds-g-color-[\w-]+):\s*(#[0-9a-fA-F]{6})\b/gu)) {
    if (hook !== undefined && color !== undefined && RAMPS.test(hook) && !hooks.has(color.toLowerCase())) {
      hooks.set(color.toLowerCase(), hook);
    }
  }
  return hooks;
}

function toHex(...channels: readonly string[]): string {
  return `#${channels.map((channel) => Number(channel).toString(16).padStart(2, '0')).join('')}`;
}
