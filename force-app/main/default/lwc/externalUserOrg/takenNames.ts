import type { GraphQLResult } from 'lightning/graphql';
import { toFoundHolder, type Fact, type FoundHolder, type TakenNames } from 'c/externalUserRules';
import { readNodes, textAt, valueAt } from './answers.ts';

/** The names that the users of an answer have, and who these users are. */
export function takenNamesOf(result: GraphQLResult, rows: string, field: string): Fact<TakenNames> {
  return readNodes(result, rows, (nodes) => {
    return new Map(nodes.flatMap((node) => entryOf(textAt(node, field), node)));
  });
}

function entryOf(taken: string | null, node: unknown): readonly (readonly [string, FoundHolder])[] {
  const name = textAt(node, 'Name');
  const isActive = valueAt(node, 'IsActive', 'value');
  const holder: FoundHolder =
    name === null || typeof isActive !== 'boolean'
      ? { kind: 'hidden' }
      : toFoundHolder({ name, isActive, contactId: textAt(node, 'ContactId'), userType: textAt(node, 'UserType') });
  return taken === null ? [] : [[taken.toLowerCase(), holder]];
}
