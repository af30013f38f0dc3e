import type { Problem } from '../../xml/problem.ts';
import { textOfChild, type XmlElement } from '../../xml/xml.ts';
import type { Flow } from '../model/flow.ts';
import { readElements } from './elements.ts';
import { isOn, numberOr, oneOf, type Problems } from './xmlValues.ts';
import { readResources } from './resources.ts';
import { readStart } from './start.ts';
import { unsupportedParts } from './supportedParts.ts';

/** A flow without a trigger order runs between 1,000 and 1,001. Source: Salesforce Help, "Define the Run Order of Record-Triggered Flows for an Object". */
const WITHOUT_ORDER = 1000.5;

export type ParsedFlow =
  { readonly ok: true; readonly flow: Flow } | { readonly ok: false; readonly problems: readonly Problem[] };

/** Reads a flow file whose XML fits the metadata type. Each part that the local org cannot run is a problem. */
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
