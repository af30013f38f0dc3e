import type { APIRequestContext } from '@playwright/test';
import type { Server } from '../../../scripts/shared/browser/server.ts';

/** Signs a person in as the playground's bar does; the next page belongs to that person. */
export async function signIn(request: APIRequestContext, server: Server, label: string): Promise<void> {
  const username = server.people.find((person) => person.label === label)?.username ?? '';
  const answer = await request.post(`${server.url}/playground/person`, { form: { username } });
  if (!answer.ok()) {
    throw new Error(`${label} can't be signed in: ${await answer.text()}`);
  }
}
