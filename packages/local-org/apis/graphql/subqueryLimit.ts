import { GraphQLError, type ASTVisitor, type ValidationContext } from 'graphql';

/** Source: GraphQL API Developer Guide, "Query Limits". */
const MAX_SUBQUERIES = 10;

/** A validation rule that allows ten subqueries in a request; each connection is one. */
export function subqueryLimit(context: ValidationContext): ASTVisitor {
  let count = 0;
  return {
    Field(node) {
      const type = context.getType();
      if (type === null || type === undefined || !String(type).endsWith('Connection')) return;
      count += 1;
      if (count === MAX_SUBQUERIES + 1) {
        context.reportError(
          new GraphQLError(`A query can contain at most ${String(MAX_SUBQUERIES)} subqueries`, {
            nodes: node,
            extensions: { ErrorType: 'ExceededQueryLimit' }
          })
        );
      }
    }
  };
}
