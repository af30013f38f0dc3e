import { elementOf, resourceOf } from '../model/flow.ts';
import type { Screen, ScreenField } from '../model/screen.ts';
import type { FlowValue } from '../model/values.ts';
import { choicesOf, type ShownChoice } from './choices.ts';
import { mergedText, sourceValue, type RunContext } from './values.ts';

export type NavigationAction = 'NEXT' | 'BACK' | 'FINISH';

/** A field of a screen, as a host shows it. */
export interface ShownField {
  readonly name: string;
  readonly fieldType: ScreenField['fieldType'];
  /** The type of the answer: `String`, `Boolean` and so on; null for a field without an answer. */
  readonly dataType: string | null;
  /** The text with the values of its merge fields. */
  readonly fieldText: string;
  readonly helpText: string | null;
  readonly isRequired: boolean;
  readonly choices: readonly ShownChoice[];
  /** `c:enableExternalUsers` */
  readonly extensionName: string | null;
  /** The inputs of the component, by property. */
  readonly inputs: Readonly<Record<string, FlowValue>>;
  readonly value: FlowValue;
  /** The error of the last answer. */
  readonly errorMessage: string | null;
}

/** A screen of an interview, as a host shows it. */
export interface ShownScreen {
  readonly flowLabel: string;
  readonly name: string;
  readonly label: string;
  readonly helpText: string | null;
  readonly fields: readonly ShownField[];
  readonly allowBack: boolean;
  readonly allowFinish: boolean;
  readonly showHeader: boolean;
  readonly showFooter: boolean;
  readonly backButtonLabel: string | null;
  readonly nextOrFinishButtonLabel: string | null;
  readonly availableActions: readonly NavigationAction[];
}

export type ScreenErrors = ReadonlyMap<string, string>;

/** The current screen of the interview. */
export function screenOf({ frame }: RunContext): Screen {
  const element = elementOf(frame.flow, frame.next ?? '');
  if (element?.kind !== 'screen') throw new Error('The interview shows no screen');
  return element;
}

/** The current screen as a host shows it, with errors by field name. */
export function showScreen(running: RunContext, errors: ScreenErrors = new Map()): ShownScreen {
  const screen = screenOf(running);
  return {
    flowLabel: running.interview.frames[0]?.flow.label ?? '',
    name: screen.name,
    label: screen.label,
    helpText: screen.helpText,
    fields: screen.fields.map((field) => showField(running, field, errors)),
    allowBack: screen.allowBack,
    allowFinish: screen.allowFinish,
    showHeader: screen.showHeader,
    showFooter: screen.showFooter,
    backButtonLabel: screen.backButtonLabel,
    nextOrFinishButtonLabel: screen.nextOrFinishButtonLabel,
    availableActions: actionsOf(running, screen)
  };
}

/** NEXT and FINISH exclude each other, and BACK needs an earlier screen. Source: LWC Developer Guide, "lightning/flowSupport". */
export function actionsOf({ frame, interview }: RunContext, screen: Screen): NavigationAction[] {
  const isLast = screen.connector === null && interview.frames.length === 1;
  const onward: NavigationAction[] = isLast ? ['FINISH'] : ['NEXT'];
  return [
    ...(screen.allowBack && frame.shown.length > 0 ? (['BACK'] as const) : []),
    ...(screen.allowFinish ? onward : [])
  ];
}

function showField(running: RunContext, field: ScreenField, errors: ScreenErrors): ShownField {
  const base = {
    name: field.name,
    fieldType: field.fieldType,
    dataType: null,
    fieldText: 'fieldText' in field ? mergedText(running, field.fieldText) : '',
    helpText: 'helpText' in field && field.helpText !== null ? mergedText(running, field.helpText) : null,
    isRequired: 'isRequired' in field && field.isRequired,
    choices: [],
    extensionName: null,
    inputs: {},
    value: valueOfField(running, field, errors.size > 0),
    errorMessage: errors.get(field.name) ?? null
  };
  switch (field.fieldType) {
    case 'DisplayText':
    case 'LargeTextArea':
      return base;
    case 'InputField':
      return { ...base, dataType: field.dataType };
    case 'RadioButtons':
    case 'DropdownBox':
      return { ...base, dataType: field.dataType, choices: choicesOf(running, field.choiceReferences) };
    case 'ComponentInstance':
      return { ...base, extensionName: field.extensionName, inputs: inputsOf(running, field) };
  }
}

/** The earlier answer, or the default value. A refused answer stays at its field in any case. */
function valueOfField(running: RunContext, field: ScreenField, isRefused: boolean): FlowValue {
  const given = running.frame.values.get(field.name.toLowerCase());
  const isReset = 'inputsOnNextNavToAssocScrn' in field && field.inputsOnNextNavToAssocScrn === 'ResetValues';
  if (given !== undefined && (isRefused || !isReset)) return given;
  switch (field.fieldType) {
    case 'InputField':
    case 'LargeTextArea':
      return sourceValue(running, field.defaultValue);
    case 'RadioButtons':
    case 'DropdownBox': {
      const choice =
        field.defaultSelectedChoiceReference === null
          ? undefined
          : resourceOf(running.frame.flow, field.defaultSelectedChoiceReference);
      return choice?.kind === 'choice' ? sourceValue(running, choice.value) : null;
    }
    case 'DisplayText':
    case 'ComponentInstance':
      return null;
  }
}

/** If the person comes back to the screen, a component can get its stored outputs instead of its inputs. */
function inputsOf(
  running: RunContext,
  field: Extract<ScreenField, { readonly fieldType: 'ComponentInstance' }>
): Readonly<Record<string, FlowValue>> {
  const isStored = field.inputsOnNextNavToAssocScrn === 'UseStoredValues';
  return Object.fromEntries([
    ...field.inputParameters.map(({ name, value }) => [name, sourceValue(running, value)] as const),
    ...(isStored ? storedOutputs(running, field.name) : [])
  ]);
}

function storedOutputs({ frame }: RunContext, name: string): (readonly [string, FlowValue])[] {
  const prefix = `${name.toLowerCase()}.`;
  return [...frame.values].flatMap(([key, value]) =>
    key.startsWith(prefix) ? [[key.slice(prefix.length), value] as const] : []
  );
}
