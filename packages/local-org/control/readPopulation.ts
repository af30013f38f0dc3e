import { isJsonObject, type JsonObject } from '../apis/shared/jsonBody.ts';
import type { Population } from '../engine/startingOrg/population.ts';

/** From JSON; null when it is none. */
export function readPopulation({ accounts, contacts, seats, partnerEvery, seed }: JsonObject): Population | null {
  if (!isCount(accounts) || !isCount(contacts)) return null;
  if (seats !== undefined && !(isJsonObject(seats) && Object.values(seats).every(isCount))) return null;
  return {
    accounts,
    contacts,
    ...(seats === undefined
      ? {}
      : { seats: Object.fromEntries(Object.entries(seats).map(([name, n]) => [name, Number(n)])) }),
    ...(isCount(partnerEvery) ? { partnerEvery } : {}),
    ...(isCount(seed) ? { seed } : {})
  };
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}
