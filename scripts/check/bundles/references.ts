import type { BundleReference } from 'sfdx-local-org/bundles/compileBundle';

/** What exists, for a bundle's references to be held against. */
export interface Existing {
  readonly bundles: ReadonlySet<string>;
  readonly labels: ReadonlySet<string>;
  /** Whether an object, a field or a span of fields (`Contact.Account.Name`) is in every org. */
  hasSchema(reference: string): boolean;
}

/** Says what is wrong with a reference, in one sentence, or null when what it names exists. A deploy would refuse it. */
export function findMissing(reference: BundleReference, existing: Existing): string | null {
  switch (reference.type) {
    case 'label':
      return existing.labels.has(reference.id.replace(/^c\./, '')) ? null : `There is no label ${reference.id}.`;
    case 'schema':
      return existing.hasSchema(reference.id) ? null : `Not every org has ${reference.id}.`;
    case 'module':
      return missingBundle(reference.id, /^c\/(.+)$/, existing);
    case 'component':
      return missingBundle(toCamelCase(reference.id), /^c-(.+)$/, existing);
    default:
      return null;
  }
}

function missingBundle(id: string, pattern: RegExp, { bundles }: Existing): string | null {
  const name = pattern.exec(id)?.[1];
  return name === undefined || bundles.has(name) ? null : `There is no bundle ${name}.`;
}

/** `c-external-user-form` → `c-externalUserForm`. */
function toCamelCase(tag: string): string {
  const [namespace = '', ...words] = tag.split('-');
  const [first = '', ...others] = words;
  return `${namespace}-${first}${others.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')}`;
}
