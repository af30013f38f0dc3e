import { explainFailure, type ExistingUser, type Fact, type Failure } from 'c/externalUserRules';

/**
 * `hidden`: the running user may never read the contact's user, so a look-up can't block the creation. Salesforce itself
 * then refuses a second user for the contact.
 */
export type Found =
  | { readonly kind: 'exists'; readonly user: ExistingUser }
  | { readonly kind: 'absent' | 'hidden' | 'interrupted' }
  | { readonly kind: 'failed'; readonly failure: Failure };

export async function lookUpUser(findUser: Promise<Fact<ExistingUser | null> | 'interrupted'>): Promise<Found> {
  try {
    const user = await findUser;
    if (user === 'interrupted') {
      return { kind: 'interrupted' };
    }
    if (user.kind === 'known') {
      return user.value === null ? { kind: 'absent' } : { kind: 'exists', user: user.value };
    }
    return user.reason === 'noAccess' || user.reason === 'notInOrg' ? { kind: 'hidden' } : lookUpFailed(user);
  } catch (rejection) {
    return lookUpFailed(rejection);
  }
}

/** The look-up gave no result, so the caller has to treat the user as possibly created. */
function lookUpFailed(cause: unknown): Found {
  return { kind: 'failed', failure: { ...explainFailure(cause), code: 'lookUpFailed', field: null } };
}
