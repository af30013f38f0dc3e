import type { Page } from '@playwright/test';

/** Keeps what a browser reports as an error: of a script, of the console, or a file that is missing. */
export function collectErrors(page: Page): readonly string[] {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`${message.text()} ${message.location().url}`);
  });
  page.on('response', (response) => {
    if (response.status() === 404) errors.push(response.url());
  });
  return errors;
}
