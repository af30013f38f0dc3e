import { parseXml } from '../xml/xml.ts';
import { parseFlow } from './parse/parseFlow.ts';

/**
 * `Flow.Element.outcome` of every fault connector (`fault`), and of every rule and the default of every decision in a flow
 * file: what `automation.outcomesTaken` has once it was taken. Throws for a file that can't be deployed.
 */
export function outcomesOfFlow(name: string, text: string): readonly string[] {
  const xml = parseXml(text);
  if (!xml.ok) throw new Error(`${name}: ${xml.problem}`);
  const parsed = parseFlow(name, xml.root);
  if (!parsed.ok) throw new Error(`${name}: ${parsed.problems.map(({ problem }) => problem).join(', ')}`);
  return parsed.flow.elements.flatMap((element) => {
    const outcomes = element.kind === 'decision' ? [...element.rules.map((rule) => rule.name), 'default'] : [];
    if ('faultConnector' in element && element.faultConnector !== null) outcomes.push('fault');
    return outcomes.map((outcome) => `${name}.${element.name}.${outcome}`);
  });
}
