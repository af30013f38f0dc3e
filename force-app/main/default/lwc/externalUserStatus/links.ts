/** Pages that no page reference type leads to. Their addresses are not documented, but in use in public code. */

/** Opens the site as the user, and comes back to the contact. The org asks for the right to do so itself. */
export function logInAsUrl(orgId: string, contactId: string, siteId: string, userId: string): string {
  const query = { oid: orgId, retURL: `/${contactId}`, sunetworkid: siteId, sunetworkuserid: userId };
  return `/servlet/servlet.su?${new URLSearchParams(query).toString()}`;
}

/** The user's own page in Setup, which has Reset Password. */
export function userSetupUrl(userId: string): string {
  return `/lightning/setup/ManageUsers/page?address=${encodeURIComponent(`/${userId}?noredirect=1`)}`;
}
