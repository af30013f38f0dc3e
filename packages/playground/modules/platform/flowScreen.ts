import { isJson, listAt, textAt, valueAt } from 'sf-cli/json';

/** The actions of a screen, by their names in `availableActions`. LWC Guide: use-flow-screen-navigate. */
export const FLOW_ACTIONS = ['NEXT', 'BACK', 'PAUSE', 'FINISH'] as const;
export type FlowAction = (typeof FLOW_ACTIONS)[number];

/** A screen of an interview, as the local org describes it. */
export interface FlowScreen {
  readonly flowLabel: string;
  readonly name: string;
  readonly label: string;
  readonly helpText: string;
  readonly showHeader: boolean;
  readonly showFooter: boolean;
  /** Null for the default label of the platform. */
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
  /** The label, or the rich text of a DisplayText. */
  readonly fieldText: string;
  readonly dataType: string;
  readonly helpText: string;
  readonly isRequired: boolean;
  readonly choices: readonly FlowChoice[];
  readonly value: unknown;
  /** The component of a ComponentInstance: `c:pickContact`. */
  readonly extensionName: string;
  /** The attributes of a component that the screen sets. */
  readonly inputs: Readonly<Record<string, unknown>>;
  /** The message of the validation rule that refused the value. */
  readonly errorMessage: string;
}

/** The state of an interview. */
export type FlowInterview =
  | { readonly status: 'finished' }
  | { readonly status: 'screen'; readonly interviewId: string; readonly screen: FlowScreen }
  | { readonly status: 'error'; readonly message: string; readonly element: string };

/** Reads a response of the local org. A response of unknown form becomes an error that quotes it. */
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

/** A scalar as the text of an input. */
export function toText(value: unknown): string {
  return typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : '';
}
