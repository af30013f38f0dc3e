import type { Locator, Page } from '@playwright/test';

/** A contact on a page. */
export interface ShownContact {
  readonly id: string;
  /** First and last name, as the page has them. */
  readonly name: string;
}

/** Where the product's pages are, and how one gets to them: what differs between the playground and Lightning Experience. */
export interface PageHost {
  /** Opens the contact's record page; resolves when its actions can be pressed. */
  openContact(page: Page, contact: ShownContact): Promise<void>;
  /** Presses the quick action on the open record page. Answers the window that opens. */
  startEnabling(page: Page): Promise<Locator>;
  /** Logs the administrator in as another internal user. */
  logInAs(page: Page, user: { readonly id: string; readonly orgId: string }): Promise<void>;
  /** Selects contacts of the list and presses the list button. Answers the part of the page with the plan. */
  openPlan(page: Page, contacts: readonly Pick<ShownContact, 'name'>[]): Promise<Locator>;
  /** Opens the flow of approvers. Answers the part of the page with the requests. */
  openReview(page: Page): Promise<Locator>;
}

/** The label of the quick action, on its button and its window. */
export const ACTION = 'Enable External User';

/** The label of the list button, and the heading of its flow. */
export const LIST_BUTTON = 'Enable External Users';

/** The heading of the flow of approvers, whose page is its API name. */
export const REVIEW = 'Review External Access';
export const REVIEW_PAGE = '/flow/Review_External_Access';
