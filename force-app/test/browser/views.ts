import type { Page } from '@playwright/test';

/** How a person may see a page. */
export interface View {
  readonly colorScheme: 'light' | 'dark';
  readonly forcedColors: 'active' | 'none';
  readonly width: number;
  readonly height: number;
}

/** Both themes and forced colors, 320 px (WCAG 1.4.10 Reflow) and 200 % zoom (1.4.4): each state is looked at in each view. */
export const VIEWS: Readonly<Record<string, View>> = {
  'in light': { colorScheme: 'light', forcedColors: 'none', width: 1280, height: 900 },
  'in dark, 320 px wide': { colorScheme: 'dark', forcedColors: 'none', width: 320, height: 640 },
  // Zoom halves the CSS pixels of a 1280 px window.
  'in forced colors, at 200 %': { colorScheme: 'dark', forcedColors: 'active', width: 640, height: 450 }
};

/** Shows the page in a view, in the state that it is in. */
export async function showIn(page: Page, { colorScheme, forcedColors, width, height }: View): Promise<void> {
  await page.evaluate(stopTransitions);
  await page.emulateMedia({ colorScheme, forcedColors });
  await page.setViewportSize({ width, height });
}

/** A color that is on its way has not the contrast of its end. */
function stopTransitions(): void {
  const { dataset } = document.documentElement;
  if (dataset['still'] !== undefined) return;
  dataset['still'] = '';
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { transition: none !important; }');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
