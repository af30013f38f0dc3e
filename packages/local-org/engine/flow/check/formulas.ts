import type { Problem } from '../../xml/problem.ts';
import type { Position } from '../../xml/xml.ts';
import { checkFormula } from '../formula/checkFormula.ts';
import type { Expression, FormulaType } from '../formula/expression.ts';
import { parseFormula } from '../formula/parseFormula.ts';
import type { Flow } from '../model/flow.ts';
import { ofDataType } from '../paths/pathType.ts';
import { formulaTypes } from '../paths/typeOfPath.ts';
import { cannotSave, type FlowInOrg } from './flowChecks.ts';
import { isRecordTriggered } from '../model/start.ts';

/** A formula of the flow and the type that its result needs. */
interface FormulaUse {
  readonly formula: string;
  readonly wanted: FormulaType;
  readonly at: Position;
}

/** Source: Salesforce Help, "Considerations for Flow Formulas" [F-114]. The text is that for formula fields. */
const LONGEST = 3900;

/** The problems of formulas. Public deploy logs show the text `The formula expression is invalid: …`. */
export function formulaProblems({ flow, org }: FlowInOrg): readonly Problem[] {
  return usesOf(flow).flatMap(({ formula, wanted, at }) => {
    const cause = causeOf(flow, formula, wanted, formulaTypes(flow, org));
    return cause === null ? [] : [cannotSave(`The formula expression is invalid: ${cause}`, at)];
  });
}

function usesOf({ start, resources, elements }: Flow): FormulaUse[] {
  const filterFormula = isRecordTriggered(start) ? start.filterFormula : null;
  return [
    ...(filterFormula === null ? [] : [{ formula: filterFormula, wanted: 'Boolean' as const, at: start.at }]),
    ...resources.flatMap((resource) =>
      resource.kind === 'formula'
        ? [{ formula: resource.expression, wanted: ofDataType(resource.dataType), at: resource.at }]
        : []
    ),
    ...elements.flatMap((element) =>
      (element.kind === 'screen' ? element.fields : []).flatMap((field) => {
        const rule = 'validationRule' in field ? field.validationRule : null;
        return rule === null ? [] : [{ formula: rule.formulaExpression, wanted: 'Boolean' as const, at: rule.at }];
      })
    )
  ];
}

function causeOf(
  flow: Flow,
  formula: string,
  wanted: FormulaType,
  typesOf: ReturnType<typeof formulaTypes>
): string | null {
  if (formula.length > LONGEST) {
    return `Formula is too long (${formula.length.toLocaleString('en-US')} characters). Maximum length is 3,900 characters.`;
  }
  const parsed = parseFormula(formula);
  if (!parsed.ok) return parsed.problem;
  const type = checkFormula(parsed.expression, typesOf);
  if (typeof type !== 'string') return type.problem;
  const misplaced = misplacedFunction(flow, parsed.expression);
  if (misplaced !== null) return `Function ${misplaced} may not be used in this type of formula`;
  return type === wanted || type === 'Null'
    ? null
    : `Formula result is data type (${type}), incompatible with expected data type (${wanted}).`;
}

/**
 * ISNEW needs a record-triggered flow; ISCHANGED and PRIORVALUE need one that runs for updates.
 * Source: Salesforce Help, "Use ISCHANGED, ISNEW, and PRIORVALUE in Record-Triggered Flow Formulas".
 */
function misplacedFunction(flow: Flow, expression: Expression): string | null {
  if (expression.kind !== 'call') return null;
  const { name, args } = expression;
  const { start } = flow;
  const isTriggered = isRecordTriggered(start);
  const isUpdated = isRecordTriggered(start) && start.recordTriggerType !== 'Create';
  if ((name === 'ISNEW' && !isTriggered) || (['ISCHANGED', 'PRIORVALUE'].includes(name) && !isUpdated)) return name;
  return args.map((arg) => misplacedFunction(flow, arg)).find((found) => found !== null) ?? null;
}
