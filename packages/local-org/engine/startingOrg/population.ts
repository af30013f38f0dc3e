/** How many made-up accounts and contacts to add to an org. */
export interface Population {
  readonly accounts: number;
  readonly contacts: number;
  /** TotalLicenses by the name of a UserLicense, because a hundred thousand users need as many seats. */
  readonly seats?: Readonly<Record<string, number>>;
  /** Every n-th account is a partner account, if the org has partner accounts. With 0 there are no partner accounts. */
  readonly partnerEvery?: number;
  /** The seed of the org by default. */
  readonly seed?: number;
}
