/** How much to add to an org. */
export interface Population {
  readonly accounts: number;
  readonly contacts: number;
  /** TotalLicenses by the name of a UserLicense: a hundred thousand users need as many seats. */
  readonly seats?: Readonly<Record<string, number>>;
  /** One of so many accounts is a partner account, where the org has those; none for 0. */
  readonly partnerEvery?: number;
  /** The org's own where it says nothing. */
  readonly seed?: number;
}
