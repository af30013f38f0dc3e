import { findReactivationFindings, known, unknown } from 'c/externalUserRules';
import { owner, partnerProfile, readyContact, readyOrg } from '../../../../../test/jest/facts.ts';

const hidden = { ...readyOrg, profiles: unknown('noAccess') } as const;
const external = { ...readyContact, owner: known({ ...owner, userType: known('PowerPartner') }) };

describe('a user who becomes active again', () => {
  it.each([
    ['PowerPartner', ['permissionCustomersOnly']],
    ['CspLitePortal', []],
    [null, []]
  ])('needs the permission for the kind that its type %j says, where profiles can’t be read', (userType, codes) => {
    const runningUser = { ...readyOrg.runningUser, managesExternalUsers: false, managesCustomerUsers: true };
    const user = { profileId: partnerProfile.id, userType };
    const { blockers } = findReactivationFindings(readyContact, user, { ...hidden, runningUser });
    expect(blockers.map(({ code }) => code)).toEqual(codes);
  });

  it.each(['PowerPartner', 'CspLitePortal'])('has a remark about an account that is hidden, as a %s', (userType) => {
    const contact = { ...readyContact, account: unknown('noAccess') } as const;
    const { remarks } = findReactivationFindings(contact, { profileId: 'unseen', userType }, hidden);
    expect(remarks.map(({ code }) => code)).toEqual(['accountHidden']);
  });

  it.each([
    ['PowerPartner', ['ownerExternal']],
    [null, []]
  ])('has a remark about an external owner where the type %j says a partner', (userType, codes) => {
    const contact = { ...external, isPartnerAccount: known(false) };
    const { remarks } = findReactivationFindings(contact, { profileId: 'unseen', userType }, hidden);
    expect(remarks.map(({ code }) => code)).toEqual(codes);
  });
});
