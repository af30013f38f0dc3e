import type { Probe } from './probe.ts';
import { change, createUser, needAccount, needContact, needUser, ownerWithoutRole } from './records.ts';
import { observedOutcome } from './reply.ts';

/** Creating a user: what Salesforce asks for, and how it refuses. */
export const CREATING: readonly Probe[] = [
  {
    fact: 'F-002',
    question: 'What does the org answer to a user for a contact without an account?',
    expected: 'UNKNOWN_EXCEPTION, “portal account owner must have a role”',
    ask: async (org) => {
      const ContactId = await needContact(org, { AccountId: null });
      const reply = await createUser(org, 'Customer Community', { ContactId });
      return observedOutcome(reply, 'portal account owner must have a role');
    }
  },
  {
    fact: 'F-003',
    question: 'What does the org answer to a user for an account whose owner has no role?',
    expected: 'UNKNOWN_EXCEPTION, “portal account owner must have a role”',
    ask: async (org) => {
      const OwnerId = await ownerWithoutRole(org);
      const ContactId = await needContact(org, { AccountId: await needAccount(org, { OwnerId }) });
      const reply = await createUser(org, 'Customer Community', { ContactId });
      return observedOutcome(reply, 'portal account owner must have a role');
    }
  },
  {
    fact: 'F-004',
    question: 'What does the org answer to a second user of a contact whose first one is inactive?',
    expected: 'PORTAL_USER_ALREADY_EXISTS_FOR_CONTACT, “portal user already exists for contact”',
    ask: async (org) => {
      const { user, contact } = await needUser(org);
      await change(org, 'User', user, { IsActive: false });
      const reply = await createUser(org, 'Customer Community', { ContactId: contact });
      return observedOutcome(reply, 'portal user already exists for contact');
    }
  }
];
