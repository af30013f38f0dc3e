import type { Problem } from '../../../engine/xml/problem.ts';
import type { XmlElement } from '../../../engine/xml/xml.ts';
import { METADATA_NAMESPACE } from '../metadataTypes.ts';
import { wsdlTypes, type TypeMember } from './wsdl.ts';

/**
 * Finds the first problem of a metadata file against its WSDL type, because an org stops at the first. Texts as public issues
 * quote them; the one for a value of the wrong type is that of the SOAP API.
 */
export function checkXml(element: XmlElement, typeName: string): Problem | null {
  const members = wsdlTypes().membersOf(typeName);
  if (members === undefined) return null;
  let before = '';
  const seen = new Set<string>();
  for (const child of element.children) {
    const member = isOfMetadata(child) ? members.get(child.name) : undefined;
    if (member === undefined) return parseProblem(child, invalidElement(child, typeName));
    // Repeated elements must follow each other, because Salesforce's parser reads them as one list.
    if (seen.has(child.name) && !(member.isRepeated && before === child.name)) {
      return parseProblem(child, `Element ${child.name} is duplicated at this location in type ${typeName}`);
    }
    seen.add(child.name);
    before = child.name;
    const problem = checkValue(child, member);
    if (problem !== null) return problem;
  }
  const missing = [...members.values()].find(
    ({ name, isRequired }) => isRequired && !seen.has(name) && !READ_ONLY.has(`${typeName}.${name}`)
  );
  return missing === undefined ? null : { problem: `Required field is missing: ${missing.name}`, ...element.start };
}

function checkValue(element: XmlElement, { type }: TypeMember): Problem | null {
  const types = wsdlTypes();
  const text = element.text.trim();
  if (type === 'boolean') return BOOLEAN.has(text) ? null : wrongType(element, text, 'boolean');
  if (type === 'number')
    return text !== '' && Number.isFinite(Number(text)) ? null : wrongType(element, text, 'double');
  const values = types.valuesOf(type);
  if (values !== undefined) {
    return values.has(text) ? null : parseProblem(element, `'${text}' is not a valid value for the enum '${type}'`);
  }
  if (types.membersOf(type) !== undefined) return checkXml(element, type);
  const child = element.children[0];
  return type === 'string' && child !== undefined && !OPEN_CONTENT.has(element.name)
    ? parseProblem(child, invalidElement(child, 'string'))
    : null;
}

/**
 * Members that the WSDL requires, although an org only answers them. Source: Metadata API, CustomPermission: isLicensed is
 * read-only, and the sample definition has none.
 */
const READ_ONLY: ReadonlySet<string> = new Set(['CustomPermission.isLicensed']);

const BOOLEAN: ReadonlySet<string> = new Set(['true', 'false', '1', '0']);

/** Elements that the WSDL declares as a string, although files have elements there. */
const OPEN_CONTENT: ReadonlySet<string> = new Set(['targetConfigs']);

function wrongType(element: XmlElement, text: string, type: string): Problem {
  return parseProblem(element, `'${text}' is not a valid value for the type xsd:${type}`);
}

/** An element without namespace is allowed, because the sf CLI writes the settings of a scratch org so. */
function isOfMetadata({ namespace }: XmlElement): boolean {
  return namespace === METADATA_NAMESPACE || namespace === '';
}

function invalidElement({ name, namespace }: XmlElement, typeName: string): string {
  return `Element {${namespace || METADATA_NAMESPACE}}${name} invalid at this location in type ${typeName}`;
}

function parseProblem({ start }: XmlElement, problem: string): Problem {
  return { problem: `Error parsing file: ${problem}`, ...start };
}
