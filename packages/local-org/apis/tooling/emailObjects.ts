import { toId18 } from '../../engine/storage/ids.ts';
import { componentObject, type ToolingObject } from './toolingObjects.ts';

/** Source: Tooling API, AuthorizedEmailDomain [F-152]. */
export const EMAIL_OBJECTS: Readonly<Record<string, ToolingObject>> = {
  AuthorizedEmailDomain: {
    definition: componentObject('Authorized Email Domain', '1TB', {
      DomainName: { type: 'string', label: 'Domain Name', length: 255 },
      IsDomainOwnershipVerified: { type: 'boolean', label: 'Is Domain Ownership Verified' },
      IsEmailRequired: { type: 'boolean', label: 'Is Email Required' }
    }),
    rowsOf: ({ metadata }) =>
      Object.entries(metadata.settings.authorizedEmailDomains ?? {}).map(([domain, isVerified], index) => ({
        Id: toId18(`1TB${String(index + 1).padStart(12, '0')}`),
        DeveloperName: domain.replace(/[^A-Za-z0-9]/gu, '_'),
        MasterLabel: domain,
        Language: 'en_US',
        DomainName: domain,
        IsDomainOwnershipVerified: isVerified,
        IsEmailRequired: false
      }))
  }
};
