import numbered from '@salesforce/label/c.ExternalUser_NameNumbered';
import ofContactlessUser from '@salesforce/label/c.ExternalUser_NameOfContactlessUser';
import ofInactiveUser from '@salesforce/label/c.ExternalUser_NameOfInactiveUser';
import ofInternalUser from '@salesforce/label/c.ExternalUser_NameOfInternalUser';
import ofOtherContact from '@salesforce/label/c.ExternalUser_NameOfOtherContact';
import ofOtherRow from '@salesforce/label/c.ExternalUser_NameOfOtherRow';
import ofHiddenUser from '@salesforce/label/c.ExternalUser_NameOfHiddenUser';
import type { FoundHolder, NumberedName } from 'c/externalUserRules';
import { fill } from './fill.ts';
import { fieldLabels } from './formLabels.ts';

const HOLDERS: Readonly<Record<FoundHolder['kind'], string>> = {
  inactiveUser: ofInactiveUser,
  contactlessUser: ofContactlessUser,
  internalUser: ofInternalUser,
  externalUser: ofOtherContact,
  otherRow: ofOtherRow,
  hidden: ofHiddenUser
};

const nameLabels = { numbered } as const;

/** Who has a name, and what to look at. */
export function sentenceForHolder(name: string, holder: FoundHolder): string {
  return fill(HOLDERS[holder.kind], 'name' in holder ? [name, holder.name] : [name]);
}

/** The name that a user gets instead of another one, and who has that. */
export function sentenceForNumbered({ field, wanted, free, holder }: NumberedName): string {
  return `${fill(nameLabels.numbered, [fieldLabels[field], free, wanted])} ${sentenceForHolder(wanted, holder)}`;
}
