/** Links to pages without a page reference type. Their addresses are undocumented but used in public code. */

/** Opens the site as the user and returns to the contact. The org itself checks the permission. */
export function logInAsUrl(orgId: string, contactId: string, siteId: string, userId: string): string {
  const query = { oid: orgId, retURL: `/${contactId}`, sunetworkid: siteId, sunetworkuserid: userId };
  return `/servlet/servlet.su?${new URLSearchParams(query).toString()}`;
}

/** The user's page in Setup, which has the Reset Password button. */
export function userSetupUrl(userId: string): string {
  return `/lightning/setup/ManageUsers/page?address=${encodeURIComponent(`/${userId}?noredirect=1`)}`;
}
