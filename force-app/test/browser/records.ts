import type { Server } from '../../../scripts/shared/browser/server.ts';

/** How many users a contact has in the local org, whatever the screen says. */
export async function countUsersOf(server: Server, contactName: string): Promise<number> {
  const soql = `SELECT COUNT() FROM User WHERE Contact.Name = '${contactName}'`;
  const response = await fetch(`${server.url}/services/data/v68.0/query?q=${encodeURIComponent(soql)}`, {
    headers: { Authorization: `Bearer ${server.accessToken}` }
  });
  const answer: unknown = await response.json();
  if (typeof answer === 'object' && answer !== null && 'totalSize' in answer && typeof answer.totalSize === 'number') {
    return answer.totalSize;
  }
  throw new Error(`Not the answer to a query: ${JSON.stringify(answer)}`);
}
