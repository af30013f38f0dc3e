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
  /** True if the answer is valid. */
  readonly formulaExpression: string;
}

/** A field of a screen. `fieldText` may have merge fields, and is rich text in DisplayText. */
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
      /** Outputs are stored under the name of the field: `Picker.value`. */
      readonly storeOutputAutomatically: boolean;
      readonly inputsOnNextNavToAssocScrn: WhenRevisited;
    });

/**
 * What a field shows when its screen is shown again in the interview: the last answer, which is the default, or its own default
 * value or inputs anew. Source: Metadata API Developer Guide, "Flow", FlowScreenField, inputsOnNextNavToAssocScrn [F-126].
 */
type WhenRevisited = 'UseStoredValues' | 'ResetValues';

/** A field that asks for an answer, which is stored under the name of the field. */
interface AskedField extends Named {
  readonly fieldText: string;
  readonly helpText: string | null;
  readonly isRequired: boolean;
  readonly validationRule: ValidationRule | null;
  readonly inputsOnNextNavToAssocScrn: WhenRevisited;
}
