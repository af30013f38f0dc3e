import { isJson, listAt, textAt, valueAt } from 'sf-cli/json';

/** What a person can do on a screen, as `availableActions` names it. LWC: use-flow-screen-navigate. */
export const FLOW_ACTIONS = ['NEXT', 'BACK', 'PAUSE', 'FINISH'] as const;
export type FlowAction = (typeof FLOW_ACTIONS)[number];

/** A screen of an interview as the local org hands it out. */
export interface FlowScreen {
  readonly flowLabel: string;
  readonly name: string;
  readonly label: string;
  readonly helpText: string;
  readonly showHeader: boolean;
  readonly showFooter: boolean;
  /** Null for the platform's own label. */
  readonly backButtonLabel: string | null;
  readonly nextOrFinishButtonLabel: string | null;
  readonly availableActions: readonly FlowAction[];
  readonly fields: readonly FlowField[];
}

export interface FlowChoice {
  readonly label: string;
  readonly value: string;
}

export interface FlowField {
  readonly name: string;
  /** `DisplayText`, `InputField`, `LargeTextArea`, `RadioButtons`, `DropdownBox`, `ComponentInstance`. */
  readonly fieldType: string;
  /** Its label; rich text of a DisplayText. */
  readonly fieldText: string;
  readonly dataType: string;
  readonly helpText: string;
  readonly isRequired: boolean;
  readonly choices: readonly FlowChoice[];
  readonly value: unknown;
  /** `c:pickContact`, of a ComponentInstance. */
  readonly extensionName: string;
  /** The attributes that the screen sets. */
  readonly inputs: Readonly<Record<string, unknown>>;
  /** Why the flow refused the answer, after a validation rule. */
  readonly errorMessage: string;
}

/** Where an interview is. */
export type FlowInterview =
  | { readonly status: 'finished' }
  | { readonly status: 'screen'; readonly interviewId: string; readonly screen: FlowScreen }
  | { readonly status: 'error'; readonly message: string; readonly element: string };

/** Narrows an answer of the local org. What is none of the three is an error with what was answered. */
export function readInterview(answer: unknown): FlowInterview {
  switch (textAt(answer, 'status')) {
    case 'finished':
      return { status: 'finished' };
    case 'screen':
      return {
        status: 'screen',
        interviewId: textAt(answer, 'interviewId'),
        screen: readScreen(valueAt(answer, 'screen'))
      };
    case 'error':
      return { status: 'error', message: textAt(answer, 'message'), element: textAt(answer, 'element') };
    default:
      return { status: 'error', message: JSON.stringify(answer), element: '' };
  }
}

function readScreen(screen: unknown): FlowScreen {
  const actions = listAt(screen, 'availableActions');
  return {
    flowLabel: textAt(screen, 'flowLabel'),
    name: textAt(screen, 'name'),
    label: textAt(screen, 'label'),
    helpText: textAt(screen, 'helpText'),
    showHeader: valueAt(screen, 'showHeader') !== false,
    showFooter: valueAt(screen, 'showFooter') !== false,
    backButtonLabel: textAt(screen, 'backButtonLabel') || null,
    nextOrFinishButtonLabel: textAt(screen, 'nextOrFinishButtonLabel') || null,
    availableActions: FLOW_ACTIONS.filter((action) => actions.includes(action)),
    fields: listAt(screen, 'fields').map(readField)
  };
}

function readField(field: unknown): FlowField {
  const inputs = valueAt(field, 'inputs');
  return {
    name: textAt(field, 'name'),
    fieldType: textAt(field, 'fieldType'),
    fieldText: textAt(field, 'fieldText'),
    dataType: textAt(field, 'dataType'),
    helpText: textAt(field, 'helpText'),
    isRequired: valueAt(field, 'isRequired') === true,
    choices: listAt(field, 'choices').map((choice) => ({
      label: textAt(choice, 'label'),
      value: toText(valueAt(choice, 'value'))
    })),
    value: valueAt(field, 'value'),
    extensionName: textAt(field, 'extensionName'),
    inputs: isJson(inputs) ? inputs : {},
    errorMessage: textAt(field, 'errorMessage')
  };
}

/** A scalar as an attribute of an input carries it. */
export function toText(value: unknown): string {
  return typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : '';
}
