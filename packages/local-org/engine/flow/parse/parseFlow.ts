import type { Problem } from '../../xml/problem.ts';
import { textOfChild, type XmlElement } from '../../xml/xml.ts';
import type { Flow } from '../model/flow.ts';
import { readElements } from './elements.ts';
import { isOn, numberOr, oneOf, type Problems } from './xmlValues.ts';
import { readResources } from './resources.ts';
import { readStart } from './start.ts';
import { unsupportedParts } from './supportedParts.ts';

/** Source: Salesforce Help, “Define the Run Order of Record-Triggered Flows”: flows without one run after 1,000 and before 1,001. */
const WITHOUT_ORDER = 1000.5;

export type ParsedFlow =
  { readonly ok: true; readonly flow: Flow } | { readonly ok: false; readonly problems: readonly Problem[] };

/** Reads a flow file whose XML is that of its type; what the interpreter does not run is refused by name. */
export function parseFlow(name: string, xml: XmlElement): ParsedFlow {
  const problems: Problems = unsupportedParts(xml);
  const flow: Flow = {
    name,
    label: textOfChild(xml, 'label'),
    description: textOfChild(xml, 'description'),
    interviewLabel: textOfChild(xml, 'interviewLabel'),
    processType: oneOf(xml, 'processType', ['AutoLaunchedFlow', 'Flow'], problems),
    status: oneOf(xml, 'status', ['Draft', 'Active', 'Obsolete', 'InvalidDraft'], problems),
    apiVersion: numberOr(xml, 'apiVersion', 0),
    runInMode: oneOf(xml, 'runInMode', ['DefaultMode', 'SystemModeWithSharing', 'SystemModeWithoutSharing'], problems),
    isAdditionalPermissionRequiredToRun: isOn(xml, 'isAdditionalPermissionRequiredToRun'),
    triggerOrder: numberOr(xml, 'triggerOrder', WITHOUT_ORDER),
    start: readStart(xml, problems),
    resources: readResources(xml, problems),
    elements: readElements(xml, problems)
  };
  return problems.length === 0 ? { ok: true, flow } : { ok: false, problems };
}
