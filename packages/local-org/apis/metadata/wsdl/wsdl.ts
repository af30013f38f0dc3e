import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** One element of a complex type, as the WSDL of the Metadata API declares it. */
export interface TypeMember {
  readonly name: string;
  /** `string`, `number`, `boolean`, the name of another type, or one the WSDL leaves open. */
  readonly type: string;
  /** minOccurs 1; a repeated element may always be missing. */
  readonly isRequired: boolean;
  readonly isRepeated: boolean;
}

export interface WsdlTypes {
  /** The members of a complex type, those that it inherits among them; undefined when the WSDL has no such type. */
  membersOf(typeName: string): ReadonlyMap<string, TypeMember> | undefined;
  /** The values of an enumeration; undefined when the type is none. */
  valuesOf(typeName: string): ReadonlySet<string> | undefined;
  /** Whether it extends Metadata, as everything that can be deployed does. */
  isMetadata(typeName: string): boolean;
}

interface ComplexType {
  readonly base: string | undefined;
  readonly members: readonly TypeMember[];
}

let types: WsdlTypes | undefined;

/** The metadata types of the newest API, from `@salesforce/types`, which Salesforce generates from the WSDL; read once. */
export function wsdlTypes(): WsdlTypes {
  types ??= readTypes(readDeclarations('metadata'));
  return types;
}

let permissions: ReadonlySet<string> | undefined;

/** Every user permission, by metadata name: the fields `Permissions…` of PermissionSet in the Tooling API's WSDL. */
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

/** Reads the two forms of declaration that the generated file holds: object types and unions of texts. */
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
