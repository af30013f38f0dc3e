import type { SourceComponent } from '../../../engine/world/component.ts';
import { notModelledIf } from '../../../engine/schema/notModelled.ts';
import type { Problem } from '../../../engine/xml/problem.ts';
import { childOf, childrenOf, textOfChild, type XmlElement } from '../../../engine/xml/xml.ts';
import { isServedVersion, isUnmodelledVersion } from '../../shared/apiVersions.ts';

/**
 * Checks what the WSDL does not say about a bundle's configuration file: its targets, and the configuration of each target.
 * Source: LWC Guide, "XML Configuration File Elements" and the page of each target. The texts are ours.
 */
export function checkBundleConfiguration({ xml, fileName }: SourceComponent): Problem[] {
  const version = textOfChild(xml, 'apiVersion');
  const targets = (childOf(xml, 'targets')?.children ?? []).map(({ text }) => text.trim());
  const problems: Problem[] = [];
  const segment = `v${Number(version).toFixed(1)}`;
  if (version === '') problems.push({ problem: 'Required field is missing: apiVersion', ...xml.start });
  else if (!isServedVersion(segment)) {
    const problem = notModelledIf(isUnmodelledVersion(segment), `Invalid apiVersion ${version}`);
    problems.push({ problem, ...xml.start });
  }
  for (const target of childOf(xml, 'targets')?.children ?? []) {
    if (!TARGETS.has(target.text.trim())) {
      problems.push({ problem: `'${target.text.trim()}' is not a valid target`, ...target.start });
    }
  }
  for (const config of childOf(xml, 'targetConfigs')?.children ?? []) problems.push(...checkConfig(config, targets));
  return problems.map((problem) => ({ fileName, ...problem }));
}

function checkConfig(config: XmlElement, targets: readonly string[]): Problem[] {
  const named = (config.attributes['targets'] ?? '').split(',').map((name) => name.trim());
  const strange = named.find((name) => !targets.includes(name));
  if (config.name !== 'targetConfig') return [invalidElement(config, 'targetConfigs')];
  if (strange !== undefined) {
    return [{ problem: `The targetConfig names '${strange}', which is not among the targets`, ...config.start }];
  }
  return config.children.flatMap((child): Problem[] => {
    if (!CONFIG_TAGS.has(child.name)) return [invalidElement(child, 'targetConfig')];
    const isAction = named.includes('lightning__RecordAction');
    if (child.name === 'property' && isAction)
      return [invalidElement(child, 'targetConfig of lightning__RecordAction')];
    if (child.name === 'property' && ['name', 'type'].some((name) => (child.attributes[name] ?? '') === '')) {
      return [{ problem: 'A property needs a name and a type', ...child.start }];
    }
    if (child.name === 'property' && named.includes('lightning__FlowScreen')) return flowPropertyProblems(child);
    if (child.name === 'actionType' && !['Action', 'ScreenAction'].includes(child.text.trim())) {
      return [{ problem: `'${child.text.trim()}' is not a valid actionType`, ...child.start }];
    }
    if (child.name === 'objects')
      return childrenOf(child, 'object').length > 0 ? [] : [invalidElement(child, 'objects')];
    return [];
  });
}

/** Checks a property that a flow sets or reads. Source: LWC Guide, "lightning__FlowScreen Target". */
function flowPropertyProblems({ attributes: { type = '', role = 'inputAndOutput' }, start }: XmlElement): Problem[] {
  return [
    ...(FLOW_TYPES.test(type)
      ? []
      : [{ problem: `'${type}' is not a valid type of a property for flow screens`, ...start }]),
    ...(FLOW_ROLES.has(role) ? [] : [{ problem: `'${role}' is not a valid role of a property`, ...start }])
  ];
}

const FLOW_TYPES =
  /^(?:\{\w+(?:\[\])?\}|(?:apex:\/\/[\w.]+|@salesforce\/schema\/\w+|Boolean|Date|DateTime|Integer|String)(?:\[\])?)$/;

const FLOW_ROLES: ReadonlySet<string> = new Set(['inputAndOutput', 'inputOnly', 'outputOnly']);

function invalidElement({ name, start }: XmlElement, type: string): Problem {
  return { problem: `Element ${name} invalid at this location in type ${type}`, ...start };
}

const CONFIG_TAGS: ReadonlySet<string> = new Set(
  'property objects supportedFormFactors actionType event configurationEditor hasStep propertyType dynamicProperty'.split(
    ' '
  )
);

const TARGETS: ReadonlySet<string> = new Set(
  [
    'analytics__Dashboard',
    'lightning__AgentforceInput lightning__AgentforceOutput lightning__AppPage lightning__Dialog lightning__EnablementProgram',
    'lightning__FlowAction lightning__FlowScreen lightning__GlobalAction lightning__HomePage lightning__Inbox',
    'lightning__Pop_Up lightning__PropertyEditor lightning__RecordAction lightning__RecordPage lightning__ServiceCloudVoiceToolkit lightning__Tab',
    'lightning__UrlAddressable lightning__UtilityBar lightning__VoiceExtension',
    'lightningCommunity__Default lightningCommunity__Page lightningCommunity__Page_Layout lightningCommunity__Theme_Layout',
    'lightningSnapin__ChatHeader lightningSnapin__ChatMessage lightningSnapin__Minimized lightningSnapin__PreChat',
    'lightningStatic__Email'
  ].flatMap((line) => line.split(' '))
);
