import type { Problem } from '../../xml/problem.ts';
import type { ScreenField } from '../model/screen.ts';
import { componentProperties } from '../paths/screenComponents.ts';
import type { FlowInOrg } from './flowChecks.ts';
import { notModelled } from '../../schema/notModelled.ts';

/**
 * The problems of screen components that do not exist, are not exposed to `lightning__FlowScreen`, or lack an attribute.
 * Public code that reads deploy results quotes the text about the extension, and
 * github.com/UnofficialSF/LightningFlowComponents/issues/289 the one about an input; the one about an output is ours.
 */
export function screenProblems({ flow, org }: FlowInOrg): readonly Problem[] {
  const fields = flow.elements.flatMap((element) => (element.kind === 'screen' ? element.fields : []));
  return fields.flatMap((field) => {
    if (field.fieldType !== 'ComponentInstance') return [];
    const { extensionName } = field;
    if (!extensionName.startsWith('c:')) {
      return [{ problem: notModelled(`The component ${extensionName} is not supported`), ...field.at }];
    }
    const properties = componentProperties(org, extensionName);
    if (properties === null) return [problemOf(field, `We can't find an extension called "${extensionName}".`)];
    const has = (name: string, way: 'isInput' | 'isOutput'): boolean =>
      properties.some((property) => property.name === name && property[way]);
    return [
      ...field.inputParameters
        .filter(({ name }) => !has(name, 'isInput'))
        .map(({ name }) => problemOf(field, `We can't find this input attribute: "${name}".`)),
      ...field.outputParameters
        .filter(({ from }) => !has(from, 'isOutput'))
        .map(({ from }) => problemOf(field, `We can't find this output attribute: "${from}".`))
    ];
  });
}

function problemOf({ name, at }: ScreenField, cause: string): Problem {
  return { problem: `${name} (Screen Component) - ${cause}`, ...at };
}
