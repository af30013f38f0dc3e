import type { Org } from '../engine/org/org.ts';

/**
 * Sets how many seats a license has, as when a company buys licenses. No page of Setup and no API of Salesforce does so. Returns
 * false for an unknown license, and for a number of seats that no org has.
 */
export function setSeats(org: Org, licenseId: string, seats: number): boolean {
  const isLicense = org.find(licenseId) !== undefined && org.schema.objectOfId(licenseId)?.apiName === 'UserLicense';
  if (!isLicense || !Number.isInteger(seats) || seats < 0 || seats > MOST_SEATS) return false;
  org.amend(licenseId, { TotalLicenses: seats });
  return true;
}

/** TotalLicenses is an int of the API, which has 32 bits. */
const MOST_SEATS = 2 ** 31 - 1;
