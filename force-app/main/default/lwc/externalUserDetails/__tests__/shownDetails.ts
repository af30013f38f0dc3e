import { createElement } from 'lwc';
import Details from 'c/externalUserDetails';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { known, type Failure, type UserDraft } from 'c/externalUserRules';
import { ofQuery, queryData, userObjectInfo } from '../../../../../test/jest/answers.ts';
import {
  customerProfile,
  fullLicense,
  partnerProfile,
  readyContact,
  readyDraft,
  readyOrg
} from '../../../../../test/jest/facts.ts';
import { graphql } from '../../../../../test/jest/lightning/graphql.ts';
import { screenOf, settled, unfold } from '../../../../../test/jest/screen.ts';
import { testWire } from '../../../../../test/jest/wires.ts';

export const partnerDraft: UserDraft = { ...readyDraft, kind: 'partner', profileId: partnerProfile.id };
export const notAPartner = { ...readyContact, isPartnerAccount: known(false) };
export const fullOrg = { ...readyOrg, profiles: known([{ ...customerProfile, license: known(fullLicense) }]) };
export const usernameTaken: Failure = {
  code: 'duplicateUsername',
  field: 'username',
  message: 'Duplicate Username.',
  details: '',
  status: 400
};

interface Named {
  readonly usernames?: readonly string[];
  readonly nicknames?: readonly string[];
}

/** Shows the step in a parent that stores the draft as the action does. */
export async function show(changes: object = {}) {
  const element = createElement('c-external-user-details', { is: Details });
  Object.assign(element, { contact: readyContact, org: readyOrg, draft: readyDraft, failure: undefined, ...changes });
  const events: { readonly type: string; readonly detail: unknown }[] = [];
  for (const type of ['draftchange', 'fix']) {
    element.addEventListener(type, (event) => events.push({ type, detail: (event as CustomEvent).detail }));
  }
  element.addEventListener('draftchange', (event) => {
    element.draft = (event as CustomEvent<UserDraft>).detail;
  });
  document.body.appendChild(element);
  // What the wires ask hangs on the draft, so it is known a moment later.
  await settled();
  testWire(getObjectInfo).emit(userObjectInfo, ({ objectApiName }) => objectApiName === 'User');
  await settled();
  await unfold(screenOf(element));
  return { element, screen: screenOf(element), events };
}

export async function answerNames({ usernames = [], nicknames = [] }: Named): Promise<void> {
  graphql.emit(
    queryData({
      usernames: usernames.map((value) => ({ Username: { value } })),
      nicknames: nicknames.map((value) => ({ CommunityNickname: { value } }))
    }),
    ofQuery('ExternalUserNamesInUse')
  );
  await settled();
}

export function namesAsked() {
  return graphql.requests().find(ofQuery('ExternalUserNamesInUse'))?.variables;
}
