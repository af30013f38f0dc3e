import type { ObjectSchema } from '../../engine/schema/objectSchema.ts';
import { textOf, type Fields } from '../../engine/storage/record.ts';
import { ok, refused, type Outcome } from '../shared/errors.ts';
import { shownJson, type JsonObject } from '../shared/jsonBody.ts';
import type { View } from '../shared/view.ts';
import { invalidSite, mayNotManageSites } from './errors.ts';

/** The names of site templates. Source: Help, "Which Experience Cloud Template Should I Use?". */
export const TEMPLATES: readonly string[] = [
  'Aloha',
  'Build Your Own',
  'Build Your Own (LWR)',
  'Customer Account Portal',
  'Customer Service',
  'Help Center',
  'Microsite (LWR)',
  'Partner Central',
  'Salesforce Tabs + Visualforce'
];

/** A site that a request creates. */
export interface NewSite {
  readonly name: string;
  readonly object: ObjectSchema;
  readonly fields: Fields;
}

/** Reads the body of a create. Source: Connect REST API, "Experience Cloud Site Input". */
export function readNewSite({ org, access }: View, body: JsonObject): Outcome<NewSite> {
  const object = org.schema.object('Network');
  if (object === undefined) return refused(invalidSite('Digital Experiences is not enabled in this org'));
  if (!access.has('ManageNetworks')) return refused(mayNotManageSites);
  const { name, templateName, urlPathPrefix = '', description = null } = body;
  if (typeof name !== 'string' || name.trim() === '') return refused(invalidSite('The site needs a name'));
  if (typeof templateName !== 'string' || !TEMPLATES.includes(templateName)) {
    return refused(invalidSite(`There is no template ${shownJson(templateName)}`));
  }
  if (typeof urlPathPrefix !== 'string' || !/^[A-Za-z0-9]*$/.test(urlPathPrefix)) {
    return refused(invalidSite('A URL path prefix holds letters and digits'));
  }
  const isTaken = (field: string, value: string): boolean =>
    org.all(object).some((site) => textOf(site, field).toLowerCase() === value.toLowerCase());
  if (isTaken('Name', name)) return refused(invalidSite(`The name ${name} is already taken by another site`));
  if (isTaken('UrlPathPrefix', urlPathPrefix)) {
    return refused(invalidSite(`The URL path prefix ${urlPathPrefix} is already taken by another site`));
  }
  const author = org.people[0];
  const email = author === undefined ? '' : textOf(org.find(author.userId) ?? {}, 'Email');
  return ok({
    name,
    object,
    fields: {
      Name: name,
      Description: typeof description === 'string' ? description : null,
      UrlPathPrefix: urlPathPrefix,
      Status: 'UnderConstruction',
      OptionsSendWelcomeEmail: true,
      OptionsAllowInternalUserLogin: false,
      EmailSenderName: name,
      EmailSenderAddress: email
    }
  });
}
