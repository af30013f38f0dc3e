import { isStandardChild, isUnmodelledObject, isUnmodelledPath } from '../../engine/schema/unmodelledNames.ts';

/**
 * Parts of Salesforce's GraphQL schema that the local org doesn't model, by their type. Sources: GraphQL API Developer Guide,
 * "Supported Features"; a schema of an org, published in forcedotcom/sf-skills [F-171].
 */
const PARTS: Readonly<Record<string, RegExp>> = {
  Query: /^(?:rateLimit|setup)$/,
  UIAPI: /^(?:objectInfos|objectInfosWith\w+|relatedListByName|relatedListInfos?|layout\w*)$/,
  SupportedScopes:
    /^(?:ASSIGNED_?TO_?ME|DELEGATED|MINE_AND_MY_GROUPS|MY_TEAM_TERRITORY|MY_TERRITORY|QUEUE_OWNED|SCOPINGRULE|TEAM|USER_OWNED)$/,
  GroupByType: /^(?:ROLLUP|CUBE)$/,
  DateOperators: /^(?:CALENDAR|DAY|FISCAL|WEEK)_\w+$/,
  DateTimeOperators: /^(?:CALENDAR|DAY|FISCAL|HOUR|WEEK)_\w+$/,
  CurrencyValue: /^(?:format|displayValue)$/,
  DateValue: /^format$/,
  DateTimeValue: /^format$/,
  DoubleValue: /^format$/,
  IntValue: /^format$/,
  PercentValue: /^format$/
};

/** What the name of a type has behind the name of its object: `Contact_Filter`, `ContactCreateRepresentation`. */
const OF_OBJECT = /(?:_Filter|_OrderBy|_GroupBy|Aggregate|(?:Create|Update)Representation)$/;

/** Whether Salesforce's schema has a field, an input field or a value of this name in the type, which the local org doesn't model. */
export function isUnmodelledPart(type: string, name: string): boolean {
  if (PARTS[type]?.test(name) === true) return true;
  switch (type) {
    case 'RecordQuery':
    case 'RecordQueryAggregate':
      return isUnmodelledObject(name, 'platform');
    case 'UIAPIMutations':
      return isUnmodelledObject(name.replace(/(?:Create|Update|Delete)$/, ''), 'platform');
    default: {
      const object = type.replace(OF_OBJECT, '');
      return (
        isUnmodelledPath(`${object}.${name}`) ||
        isUnmodelledPath(`${object}.${name}Id`) ||
        isStandardChild(object, name)
      );
    }
  }
}

/** Whether a named type such as `Case_Filter` belongs to an object that the local org doesn't model. */
export function isUnmodelledType(type: string): boolean {
  return isUnmodelledObject(type.replace(OF_OBJECT, '').replace(/(?:Create|Update)Input$/, ''), 'platform');
}
