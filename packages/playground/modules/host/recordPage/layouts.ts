import type { FieldRepresentation } from 'lightning/uiObjectInfoApi';

/** An item of a record page: a field, or a link with the name of a related record. */
export interface LayoutItem {
  readonly field: string;
  /** The path of the name that replaces the id: `Account.Name`. */
  readonly nameField?: string;
  /** The form of the record lacks it: owners have an action of their own, and users are edited in Setup. */
  readonly isReadOnly?: boolean;
}

export interface Layout {
  readonly iconName: string;
  /** The fields in the highlights panel, under the record's name. */
  readonly highlights: readonly LayoutItem[];
  readonly details: readonly LayoutItem[];
}

/** The owner, which the action Change Owner changes. */
export const owner: LayoutItem = { field: 'OwnerId', nameField: 'Owner.Name', isReadOnly: true };

const layouts: Readonly<Record<string, Layout>> = {
  Contact: {
    iconName: 'standard:contact',
    highlights: [
      { field: 'Title' },
      { field: 'AccountId', nameField: 'Account.Name' },
      { field: 'Phone' },
      { field: 'Email' },
      owner
    ],
    details: [
      { field: 'Salutation' },
      { field: 'FirstName' },
      { field: 'LastName' },
      { field: 'AccountId', nameField: 'Account.Name' },
      { field: 'Title' },
      { field: 'Department' },
      { field: 'Email' },
      { field: 'Phone' },
      { field: 'MobilePhone' },
      { field: 'MailingStreet' },
      { field: 'MailingCity' },
      { field: 'MailingCountry' },
      { field: 'IndividualId', nameField: 'Individual.Name' },
      owner
    ]
  },
  Account: {
    iconName: 'standard:account',
    highlights: [
      { field: 'Type' },
      { field: 'Phone' },
      { field: 'Website' },
      { field: 'IsPartner' },
      { field: 'PersonEmail' },
      owner
    ],
    details: [
      { field: 'Name' },
      { field: 'PersonEmail' },
      { field: 'Type' },
      { field: 'Industry' },
      { field: 'Phone' },
      { field: 'Website' },
      { field: 'IsPartner' },
      { field: 'IsCustomerPortal' },
      { field: 'BillingCity' },
      { field: 'BillingCountry' },
      owner
    ]
  },
  User: {
    iconName: 'standard:user',
    highlights: [
      { field: 'Username' },
      { field: 'ProfileId', nameField: 'Profile.Name' },
      { field: 'IsActive' },
      { field: 'ContactId', nameField: 'Contact.Name' }
    ],
    details: [
      { field: 'FirstName' },
      { field: 'LastName' },
      { field: 'Username' },
      { field: 'Email' },
      { field: 'Alias' },
      { field: 'CommunityNickname' },
      { field: 'IsActive' },
      { field: 'UserType' },
      { field: 'ProfileId', nameField: 'Profile.Name', isReadOnly: true },
      { field: 'UserRoleId', nameField: 'UserRole.Name', isReadOnly: true },
      { field: 'ContactId', nameField: 'Contact.Name', isReadOnly: true },
      { field: 'AccountId', nameField: 'Account.Name', isReadOnly: true },
      { field: 'PortalRole' },
      { field: 'TimeZoneSidKey' },
      { field: 'LocaleSidKey' },
      { field: 'LanguageLocaleKey' }
    ]
  },
  Individual: {
    iconName: 'standard:individual',
    highlights: [{ field: 'HasOptedOutProcessing' }],
    details: [
      { field: 'FirstName' },
      { field: 'LastName' },
      { field: 'HasOptedOutProcessing' },
      { field: 'ShouldForget' }
    ]
  }
};

/** What tells the contact of a person account from other records; missing in an org without person accounts [F-082]. */
const PERSON_FIELDS: Readonly<Record<string, readonly string[]>> = {
  Contact: ['Contact.IsPersonAccount']
};

const otherLayout: Layout = {
  iconName: 'standard:record',
  highlights: [{ field: 'CreatedDate' }, { field: 'LastModifiedDate' }],
  details: [{ field: 'Name' }, { field: 'CreatedDate' }, { field: 'LastModifiedDate' }]
};

/**
 * The page layout of an object, with its custom fields at the end. No layout of a project is read, so every custom field
 * that the person may see is there.
 */
export function layoutOf(
  objectApiName: string,
  fields: Readonly<Record<string, Pick<FieldRepresentation, 'dataType'>>> = {}
): Layout {
  const layout = layouts[objectApiName] ?? otherLayout;
  const custom = Object.entries(fields)
    .filter(([field]) => field.endsWith('__c'))
    .map(([field, { dataType }]) =>
      dataType === 'Reference' ? { field, nameField: `${field.replace(/c$/u, 'r')}.Name` } : { field }
    );
  return { ...layout, details: [...layout.details, ...custom] };
}

/**
 * The qualified names of the fields in a layout. They are requested as optional fields, because a person may not see
 * all of them.
 */
export function fieldsOf(objectApiName: string, layout: Layout): string[] {
  const items = [...layout.highlights, ...layout.details];
  return [
    ...new Set([
      `${objectApiName}.Name`,
      ...(PERSON_FIELDS[objectApiName] ?? []),
      ...items.flatMap(({ field, nameField }) =>
        [field, ...(nameField === undefined ? [] : [nameField])].map((path) => `${objectApiName}.${path}`)
      )
    ])
  ];
}
