import type { Position } from '../../xml/xml.ts';
import type { FlowDataType, InputParameter, Named, OutputAssignment, ValueSource, ElementBase } from './values.ts';

export interface Screen extends ElementBase {
  readonly kind: 'screen';
  readonly allowBack: boolean;
  readonly allowFinish: boolean;
  readonly allowPause: boolean;
  readonly showHeader: boolean;
  readonly showFooter: boolean;
  readonly backButtonLabel: string | null;
  readonly nextOrFinishButtonLabel: string | null;
  readonly helpText: string | null;
  readonly fields: readonly ScreenField[];
}

export interface ValidationRule {
  readonly at: Position;
  readonly errorMessage: string;
  /** True where the answer is good. */
  readonly formulaExpression: string;
}

/** `fieldText` may hold merge fields; it is rich text in DisplayText. */
export type ScreenField =
  | (Named & { readonly fieldType: 'DisplayText'; readonly fieldText: string })
  | (AskedField & {
      readonly fieldType: 'InputField';
      readonly dataType: FlowDataType;
      readonly scale: number;
      readonly defaultValue: ValueSource | null;
    })
  | (AskedField & { readonly fieldType: 'LargeTextArea'; readonly defaultValue: ValueSource | null })
  | (AskedField & {
      readonly fieldType: 'RadioButtons' | 'DropdownBox';
      readonly dataType: FlowDataType;
      /** Choices and choice sets, in order. */
      readonly choiceReferences: readonly string[];
      readonly defaultSelectedChoiceReference: string | null;
    })
  | (Named & {
      readonly fieldType: 'ComponentInstance';
      /** `c:enableExternalUsers`. */
      readonly extensionName: string;
      readonly inputParameters: readonly InputParameter[];
      readonly outputParameters: readonly OutputAssignment[];
      readonly isRequired: boolean;
      /** Outputs go by the field's name: `Picker.value`. */
      readonly storeOutputAutomatically: boolean;
      /** Whether the component's inputs are set anew when the person comes back to the screen. */
      readonly inputsOnNextNavToAssocScrn: 'UseStoredValues' | 'ResetValues';
    });

/** A field by whose name the answer goes. */
interface AskedField extends Named {
  readonly fieldText: string;
  readonly helpText: string | null;
  readonly isRequired: boolean;
  readonly validationRule: ValidationRule | null;
}
