import {
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  type SelectionSetNode
} from 'graphql';

/** `__typename @skip(if: true)` keeps a selection valid when all its fields were optional and left out. */
const nothing: FieldNode = {
  kind: Kind.FIELD,
  name: { kind: Kind.NAME, value: '__typename' },
  directives: [
    {
      kind: Kind.DIRECTIVE,
      name: { kind: Kind.NAME, value: 'skip' },
      arguments: [
        {
          kind: Kind.ARGUMENT,
          name: { kind: Kind.NAME, value: 'if' },
          value: { kind: Kind.BOOLEAN, value: true }
        }
      ]
    }
  ]
};

/**
 * Removes the `@optional` fields that the caller's schema lacks, so that a query succeeds "even if the context user doesn't have
 * access to a field". Source: GraphQL API Developer Guide, "Query Objects".
 */
export function leaveOutOptionalFields(document: DocumentNode, schema: GraphQLSchema): DocumentNode {
  const types = new TypeInfo(schema);
  return visit(
    document,
    visitWithTypeInfo(types, {
      Field: {
        enter(node) {
          const parent = types.getParentType();
          const type = parent === undefined || parent === null ? undefined : getNamedType(parent);
          if (!isOptional(node) || !(isObjectType(type) || isInterfaceType(type))) return undefined;
          return node.name.value in type.getFields() ? undefined : null;
        }
      },
      SelectionSet: {
        leave(node): SelectionSetNode | undefined {
          return node.selections.length === 0 ? { ...node, selections: [nothing] } : undefined;
        }
      }
    })
  );
}

function isOptional(node: FieldNode): boolean {
  return node.directives?.some((directive) => directive.name.value === 'optional') ?? false;
}
