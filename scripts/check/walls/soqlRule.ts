import type { Rule } from 'eslint';
import type { Expression, Identifier, TemplateLiteral } from 'estree';

/** The functions of scripts/shared/soql.ts that put a text into SOQL. */
const QUOTING = ['quoted', 'quotedList', 'quotedStart'];

const IS_SOQL = /\bSELECT\s|\bFROM \w|\bWHERE \w/u;
const AFTER_OPERATOR = /(?:[=<>]|\bLIKE|\bIN\s*\()\s*'?%?$/u;

/** ESLint rule `house/soql`: what is compared in SOQL goes through a quoting function, so that no text can end its quotes. */
export const soqlRule: Rule.RuleModule = {
  meta: { type: 'problem', schema: [], docs: { description: 'put texts into SOQL by the quoting functions' } },
  create(context) {
    const isQuoted = (expression: Expression): boolean => {
      if (expression.type === 'Identifier')
        return isQuotedConstant(context.sourceCode.getScope(expression), expression);
      return expression.type === 'CallExpression' && isQuoting(expression.callee);
    };
    return {
      TemplateLiteral: (node) => {
        if (!IS_SOQL.test(node.quasis.map(({ value }) => value.raw).join('…'))) return;
        for (const expression of comparedIn(node)) {
          if (!isQuoted(expression)) context.report({ node: expression, message: MESSAGE });
        }
      }
    };
  }
};

const MESSAGE = 'Put a text into SOQL by quoted(), quotedList() or quotedStart() of scripts/shared/soql.ts.';

function comparedIn({ quasis, expressions }: TemplateLiteral): readonly Expression[] {
  return expressions.filter((_expression, index) => AFTER_OPERATOR.test(quasis[index]?.value.raw ?? ''));
}

/** Whether a name is that of a constant which was quoted where it was declared. */
function isQuotedConstant(
  scope: ReturnType<Rule.RuleContext['sourceCode']['getScope']> | null,
  { name }: Identifier
): boolean {
  for (let at = scope; at !== null; at = at.upper) {
    const definition = at.set.get(name)?.defs[0];
    if (definition === undefined) continue;
    if (definition.type !== 'Variable' || definition.parent.kind !== 'const') return false;
    const { init } = definition.node;
    return init?.type === 'CallExpression' && isQuoting(init.callee);
  }
  return false;
}

function isQuoting(callee: { readonly type: string; readonly name?: unknown }): boolean {
  return callee.type === 'Identifier' && QUOTING.includes(String(callee.name));
}
