import type { Locator } from '@playwright/test';
import { press } from './enabling.ts';

export type Verdict = 'Approve' | 'Reject';

/** Presses Approve or Reject of a contact, which opens its question. */
export async function askVerdict(place: Locator, verdict: Verdict, contact: string): Promise<void> {
  await press(place, `${verdict} ${contact}`);
}

/** Answers the question that is open. */
export async function confirmVerdict(place: Locator, verdict: Verdict): Promise<void> {
  await press(place, verdict);
}
