import { createSchema } from 'sfdx-local-org';
import { hasReference } from './schemaReference.ts';

const schema = createSchema({ digitalExperiences: false, partnerAccounts: false, personAccounts: false });

describe('a reference to the schema', () => {
  it.each(['Contact', 'Contact.Email', 'Contact.Account.Name', 'Contact.Account.Owner.UserRole.Name'])(
    'is in every org: %s',
    (reference) => {
      expect(hasReference(schema, reference)).toBe(true);
    }
  );

  it.each(['Contract', 'Contact.Emial', 'Contact.Acount.Name', 'Account.IsPartner', 'Contact.IsPersonAccount'])(
    'is not in every org: %s',
    (reference) => {
      expect(hasReference(schema, reference)).toBe(false);
    }
  );
});
