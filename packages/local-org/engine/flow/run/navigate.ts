import type { Screen, ScreenField } from '../model/screen.ts';
import type { FlowValue } from '../model/values.ts';
import { setValue } from './assign.ts';
import { assignChosen } from './choices.ts';
import { isCollection } from './interview.ts';
import { actionsOf, screenOf, type NavigationAction, type ScreenErrors } from './screens.ts';
import { evaluate, coerced, mergedText, type RunContext } from './values.ts';

/** An action on a screen, with the answers by field name and the outputs of components by `field.output`. */
export interface Navigation {
  readonly action: NavigationAction;
  readonly values: Readonly<Record<string, FlowValue>>;
}

/** Stores the answers and moves to the next screen or element. Returns the errors if the person has to stay at the screen. */
export function navigate(running: RunContext, { action, values }: Navigation): ScreenErrors {
  const screen = screenOf(running);
  const { frame, interview } = running;
  if (!actionsOf(running, screen).includes(action)) return new Map([[screen.name, `${action} is not available.`]]);
  const given = new Map(Object.entries(values).map(([name, value]) => [name.toLowerCase(), value]));
  for (const field of screen.fields) keepAnswer(running, field, given);
  if (action === 'BACK') {
    // Earlier changes are not rolled back, and variables keep their values.
    frame.next = frame.shown.pop() ?? screen.name;
    interview.state = { kind: 'running' };
    return new Map();
  }
  const errors = errorsOf(running, screen);
  if (errors.size > 0) return errors;
  frame.shown.push(screen.name);
  frame.next = screen.connector;
  interview.state = { kind: 'running' };
  return errors;
}

function keepAnswer(running: RunContext, field: ScreenField, given: ReadonlyMap<string, FlowValue>): void {
  const { values } = running.frame;
  const key = field.name.toLowerCase();
  switch (field.fieldType) {
    case 'DisplayText':
      return;
    case 'InputField':
      values.set(key, coerced(emptyAsNull(given.get(key)), field.dataType));
      return;
    case 'LargeTextArea':
      values.set(key, coerced(emptyAsNull(given.get(key)), 'String'));
      return;
    case 'RadioButtons':
    case 'DropdownBox':
      values.set(key, coerced(emptyAsNull(given.get(key)), field.dataType));
      assignChosen(running, field.choiceReferences, values.get(key) ?? null);
      return;
    case 'ComponentInstance':
      for (const [name, value] of given) if (name.startsWith(`${key}.`)) values.set(name, value);
      for (const { from, assignToReference } of field.outputParameters) {
        const output = given.get(`${key}.${from.toLowerCase()}`);
        if (output !== undefined) setValue(running, assignToReference, output);
      }
  }
}

function emptyAsNull(value: FlowValue | undefined): FlowValue {
  return value === undefined || value === '' ? null : value;
}

/** The errors of required fields and validation rules. The text for a required field is ours. */
function errorsOf(running: RunContext, { fields }: Screen): ScreenErrors {
  const errors = new Map<string, string>();
  for (const field of fields) {
    if (!('validationRule' in field)) continue;
    const value = running.frame.values.get(field.name.toLowerCase()) ?? null;
    const isMissing = value === null || (isCollection(value) && value.length === 0);
    if (field.isRequired && isMissing) errors.set(field.name, 'Complete this field.');
    else if (field.validationRule !== null) {
      const { formulaExpression, errorMessage } = field.validationRule;
      const isGood = evaluate(running, formulaExpression, { dataType: 'Boolean', scale: 0 }) === true;
      if (!isGood) errors.set(field.name, mergedText(running, errorMessage));
    }
  }
  return errors;
}
