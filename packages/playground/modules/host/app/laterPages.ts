import type { LightningElement } from 'lwc';
import type { Page } from './page.ts';

export type LaterPage = new () => LightningElement;

/** Loads the component of a page when it is shown, so that a first start need not build it; null if the app has it already. */
export async function loadLaterPage(kind: Page['kind']): Promise<LaterPage | null> {
  switch (kind) {
    case 'list':
      return (await import('../objectList/objectList.ts')).default;
    case 'flow':
      return (await import('../flowPage/flowPage.ts')).default;
    case 'component':
      return (await import('../singleComponent/singleComponent.ts')).default;
    case 'outbox':
      return (await import('../outboxPage/outboxPage.ts')).default;
    case 'users':
      return (await import('../usersPage/usersPage.ts')).default;
    case 'record':
    case 'unknown':
      return null;
  }
}

/** What the component of a page gets. */
export function propertiesOf(page: Page): Readonly<Record<string, unknown>> {
  switch (page.kind) {
    case 'list':
      return { objectApiName: page.objectApiName, accountId: page.accountId };
    case 'flow':
      return { page };
    case 'component':
      return { bundle: page.bundle };
    default:
      return {};
  }
}
