import { parseXml } from '../xml/xml.ts';
import { parseFlow } from './parse/parseFlow.ts';

/**
 * The outcomes of a flow file as `Flow.Element.outcome`: `fault` for each fault connector, and the rules and `default` of
 * each decision. `automation.outcomesTaken` collects those that interviews took. Throws for a file that cannot be deployed.
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
