/** Rules that only surfaces with many contacts need: list screen and bulk command. The quick action loads none of them. */
export {
  codeOf,
  decideContact,
  findRemarks,
  needsDecision,
  type Blocker,
  type Chosen,
  type Decision,
  type DecisionRequest
} from './decision.ts';
export { codeOfHeldName, type NameCode } from './heldName.ts';
export { escapeFormula, unescapeFormula } from './escapeFormula.ts';
