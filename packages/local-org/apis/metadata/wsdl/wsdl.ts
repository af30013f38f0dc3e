import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** One element of a complex type in the WSDL of the Metadata API. */
export interface TypeMember {
  readonly name: string;
  /** `string`, `number`, `boolean`, the name of another type, or a type that the WSDL does not define. */
  readonly type: string;
  /** minOccurs is 1. A repeated element is never required. */
  readonly isRequired: boolean;
  readonly isRepeated: boolean;
}

export interface WsdlTypes {
  /** The members of a complex type, including inherited ones; undefined when the WSDL has no such type. */
  membersOf(typeName: string): ReadonlyMap<string, TypeMember> | undefined;
  /** The values of an enumeration; undefined for another type. */
  valuesOf(typeName: string): ReadonlySet<string> | undefined;
  /** Whether a type extends Metadata, as every metadata type does. */
  isMetadata(typeName: string): boolean;
}

interface ComplexType {
  readonly base: string | undefined;
  readonly members: readonly TypeMember[];
}

let types: WsdlTypes | undefined;

/** The types of the newest API from `@salesforce/types`, which Salesforce generates from the WSDL; they are read once. */
export function wsdlTypes(): WsdlTypes {
  types ??= readTypes(readDeclarations('metadata'));
  return types;
}

let permissions: ReadonlySet<string> | undefined;

/** The metadata names of all user permissions: the fields `Permissions…` of PermissionSet in the Tooling API's WSDL. */
export function userPermissionNames(): ReadonlySet<string> {
  if (permissions === undefined) {
    const declared = /^export type PermissionSet = [^]*?^};/m.exec(readDeclarations('tooling'))?.[0] ?? '';
    permissions = new Set([...declared.matchAll(/^ {4}Permissions(\w+)\??:/gm)].map(([, name = '']) => name));
  }
  return permissions;
}

function readDeclarations(wsdl: 'metadata' | 'tooling'): string {
  const module = createRequire(import.meta.url).resolve(`@salesforce/types/${wsdl}`);
  return readFileSync(join(dirname(module), `${wsdl}.d.ts`), 'utf8');
}

/** Reads both forms of declaration in the generated file: object types and unions of texts. */
function readTypes(declarations: string): WsdlTypes {
  const complex = new Map<string, ComplexType>();
  for (const [, name = '', base, body = ''] of declarations.matchAll(
    /^export type (\w+) = (?:(\w+) & )?\{\n([^]*?)^};/gm
  )) {
    const members = [...body.matchAll(/^ {4}(\w+)(\??): (.+?)(\[\])?;$/gm)].map(
      ([, member = '', optional, type = '', repeated]): TypeMember => ({
        name: member,
        type,
        isRepeated: repeated !== undefined,
        isRequired: optional === '' && repeated === undefined
      })
    );
    complex.set(name, { base, members });
  }
  const values = new Map(
    [...declarations.matchAll(/^export type (\w+) = ('[^;]*);$/gm)].map(([, name = '', union = '']) => [
      name,
      new Set([...union.matchAll(/'([^']*)'/g)].map(([, value = '']) => value))
    ])
  );

  const withInherited = (typeName: string): readonly TypeMember[] => {
    const type = complex.get(typeName);
    if (type === undefined) return [];
    return [...(type.base === undefined ? [] : withInherited(type.base)), ...type.members];
  };
  return {
    membersOf: (typeName) =>
      complex.has(typeName) ? new Map(withInherited(typeName).map((member) => [member.name, member])) : undefined,
    valuesOf: (typeName) => values.get(typeName),
    isMetadata: (typeName) => {
      for (let base = complex.get(typeName)?.base; base !== undefined; base = complex.get(base)?.base) {
        if (base === 'Metadata') return true;
      }
      return false;
    }
  };
}
