import { relative, sep } from 'node:path';
import type { Rule } from 'eslint';
import { findBreach } from './rooms.ts';

/** ESLint rule `house/walls`: no import, re-export or import type through the wall between two rooms. */
export const wallRule: Rule.RuleModule = {
  meta: { type: 'problem', schema: [], docs: { description: 'keep the rooms of this repository apart' } },
  create(context) {
    const from = relative(context.cwd, context.filename).split(sep).join('/');

    function check(source: unknown, node: Rule.Node): void {
      const specifier = literalOf(source);
      const message = specifier === null ? null : findBreach(from, specifier);
      if (message !== null) {
        context.report({ node, message });
      }
    }

    return {
      ImportDeclaration: (node) => {
        check(node.source, node);
      },
      ExportNamedDeclaration: (node) => {
        check(node.source, node);
      },
      ExportAllDeclaration: (node) => {
        check(node.source, node);
      },
      ImportExpression: (node) => {
        check(node.source, node);
      },
      // `import('./x').Y` as a type, a node of typescript-eslint's.
      TSImportType: (node: Rule.Node) => {
        check('source' in node ? node.source : undefined, node);
      }
    };
  }
};

function literalOf(source: unknown): string | null {
  const isLiteral = typeof source === 'object' && source !== null && 'value' in source;
  return isLiteral && typeof source.value === 'string' ? source.value : null;
}
