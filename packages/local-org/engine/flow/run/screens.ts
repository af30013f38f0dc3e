import { elementOf, resourceOf } from '../model/flow.ts';
import type { Screen, ScreenField } from '../model/screen.ts';
import type { FlowValue } from '../model/values.ts';
import { choicesOf, type ShownChoice } from './choices.ts';
import { mergedText, sourceValue, type RunContext } from './values.ts';

export type NavigationAction = 'NEXT' | 'BACK' | 'FINISH';

/** One field of a screen, as a host shows it. */
export interface ShownField {
  readonly name: string;
  readonly fieldType: ScreenField['fieldType'];
  /** Of a field that is asked: `String`, `Boolean` … */
  readonly dataType: string | null;
  /** Merge fields are filled in. */
  readonly fieldText: string;
  readonly helpText: string | null;
  readonly isRequired: boolean;
  readonly choices: readonly ShownChoice[];
  /** `c:enableExternalUsers` */
  readonly extensionName: string | null;
  /** What the component gets, by its properties' names. */
  readonly inputs: Readonly<Record<string, FlowValue>>;
  readonly value: FlowValue;
  /** What is wrong with the answer that was given. */
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

/** The screen that the interview stands at. */
export function screenOf({ frame }: RunContext): Screen {
  const element = elementOf(frame.flow, frame.next ?? '');
  if (element?.kind !== 'screen') throw new Error('The interview shows no screen');
  return element;
}

/** What a person sees; `errors` by the names of fields. */
export function showScreen(running: RunContext, errors: ScreenErrors = new Map()): ShownScreen {
  const screen = screenOf(running);
  return {
    flowLabel: running.interview.frames[0]?.flow.label ?? '',
    name: screen.name,
    label: screen.label,
    helpText: screen.helpText,
    fields: screen.fields.map((field) => showField(running, field, errors.get(field.name) ?? null)),
    allowBack: screen.allowBack,
    allowFinish: screen.allowFinish,
    showHeader: screen.showHeader,
    showFooter: screen.showFooter,
    backButtonLabel: screen.backButtonLabel,
    nextOrFinishButtonLabel: screen.nextOrFinishButtonLabel,
    availableActions: actionsOf(running, screen)
  };
}

/** Source: LWC Developer Guide, "lightning/flowSupport": NEXT and FINISH exclude each other; BACK needs a screen before. */
export function actionsOf({ frame, interview }: RunContext, screen: Screen): NavigationAction[] {
  const isLast = screen.connector === null && interview.frames.length === 1;
  const onward: NavigationAction[] = isLast ? ['FINISH'] : ['NEXT'];
  return [
    ...(screen.allowBack && frame.shown.length > 0 ? (['BACK'] as const) : []),
    ...(screen.allowFinish ? onward : [])
  ];
}

function showField(running: RunContext, field: ScreenField, errorMessage: string | null): ShownField {
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
    value: valueOfField(running, field),
    errorMessage
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

/** What was answered before, else the default. */
function valueOfField(running: RunContext, field: ScreenField): FlowValue {
  const given = running.frame.values.get(field.name.toLowerCase());
  if (given !== undefined) return given;
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

/** Where the person comes back, a component may get what it had rather than its inputs anew. */
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
