import type { ComponentProblem } from '../apis/metadata/package/sourceComponents.ts';
import { grantProblems } from '../apis/metadata/types/grant.ts';
import type { MetadataTransaction } from '../engine/org/metadataTransaction.ts';
import { isNotModelled } from '../engine/schema/notModelled.ts';
import type { SourceComponent } from '../engine/world/component.ts';
import { textOfChild, type XmlElement } from '../engine/xml/xml.ts';

/** A component that the org has not taken, with the reason. */
export type NotTaken = Pick<ComponentProblem, 'type' | 'fullName' | 'problem'>;

/** Parts about tabs, apps, pages and Apex. A page shows none of them, and `takeSource` reads no files of them. */
const PARTS_OF_PAGES: Readonly<Record<string, readonly string[]>> = {
  CustomObject: ['actionOverrides'],
  PermissionSet: ['applicationVisibilities', 'classAccesses', 'pageAccesses', 'tabSettings']
};

/** The component without the parts that only matter where its pages are drawn. */
export function withoutPages(component: SourceComponent): SourceComponent {
  const names = PARTS_OF_PAGES[component.type] ?? [];
  return withChildren(component, ({ name }) => !names.includes(name));
}

/**
 * The permission set without grants of what the local org does not model or has not taken, so that the person gets all others. A
 * grant of what nobody made remains, and the org refuses the set as in a deploy.
 */
export function withoutGaps(
  component: SourceComponent,
  transaction: MetadataTransaction,
  refused: readonly NotTaken[]
): { readonly component: SourceComponent; readonly gaps: readonly NotTaken[] } {
  const gaps: NotTaken[] = [];
  const { type, fullName, xml } = component;
  const kept = withChildren(component, (child) => {
    const [problem] = grantProblems({ ...xml, children: [child] }, transaction);
    if (problem === undefined) return true;
    // The list has its cause already.
    if (refused.some((one) => NAMES.some((name) => textOfChild(child, name) === one.fullName))) return false;
    if (!isNotModelled(problem.problem)) return true;
    gaps.push({ type, fullName, problem: problem.problem });
    return false;
  });
  return { component: kept, gaps };
}

/** The elements of a grant that name what it is for. */
const NAMES = ['field', 'object', 'flow', 'name'];

function withChildren(component: SourceComponent, isKept: (child: XmlElement) => boolean): SourceComponent {
  const { xml } = component;
  return { ...component, xml: { ...xml, children: xml.children.filter(isKept) } };
}
