import { childOf, childrenOf, textOfChild, type XmlElement } from '../../xml/xml.ts';
import type { ElementBase } from '../model/values.ts';
import type { Screen, ScreenField, ValidationRule } from '../model/screen.ts';
import {
  DATA_TYPES,
  inputsOf,
  isOn,
  named,
  numberOr,
  oneOf,
  outputsOf,
  required,
  textOrNull,
  valueOf,
  type Problems
} from './xmlValues.ts';

/** Buttons, header and footer are shown by default. Source: Metadata API Developer Guide, "Flow", FlowScreen. */
export function readScreen(element: XmlElement, base: ElementBase, problems: Problems): Screen {
  const isShown = (name: string): boolean => childOf(element, name) === undefined || isOn(element, name);
  return {
    ...base,
    kind: 'screen',
    allowBack: isShown('allowBack'),
    allowFinish: isShown('allowFinish'),
    allowPause: isShown('allowPause'),
    showHeader: isShown('showHeader'),
    showFooter: isShown('showFooter'),
    backButtonLabel: textOrNull(element, 'backButtonLabel'),
    nextOrFinishButtonLabel: textOrNull(element, 'nextOrFinishButtonLabel'),
    helpText: textOrNull(element, 'helpText'),
    fields: childrenOf(element, 'fields').map((field) => readField(field, problems))
  };
}

function readField(element: XmlElement, problems: Problems): ScreenField {
  const name = named(element, problems);
  const fieldText = textOfChild(element, 'fieldText');
  const isRequired = isOn(element, 'isRequired');
  const inputsOnNextNavToAssocScrn = oneOf(
    element,
    'inputsOnNextNavToAssocScrn',
    ['UseStoredValues', 'ResetValues'],
    problems
  );
  const asked = {
    ...name,
    fieldText,
    isRequired,
    helpText: textOrNull(element, 'helpText'),
    validationRule: ruleOf(element, problems),
    inputsOnNextNavToAssocScrn
  };
  const dataType = oneOf(element, 'dataType', DATA_TYPES, problems);
  const defaultValue = valueOf(element, 'defaultValue');
  const fieldType = oneOf(
    element,
    'fieldType',
    ['DisplayText', 'InputField', 'LargeTextArea', 'RadioButtons', 'DropdownBox', 'ComponentInstance'],
    problems
  );
  switch (fieldType) {
    case 'DisplayText':
      return { ...name, fieldType, fieldText };
    case 'InputField':
      return { ...asked, fieldType, dataType, scale: numberOr(element, 'scale', 0), defaultValue };
    case 'LargeTextArea':
      return { ...asked, fieldType, defaultValue };
    case 'RadioButtons':
    case 'DropdownBox':
      return {
        ...asked,
        fieldType,
        dataType,
        choiceReferences: childrenOf(element, 'choiceReferences').map(({ text }) => text.trim()),
        defaultSelectedChoiceReference: textOrNull(element, 'defaultSelectedChoiceReference')
      };
    case 'ComponentInstance':
      return {
        ...name,
        fieldType,
        extensionName: required(element, 'extensionName', problems),
        inputParameters: inputsOf(element, 'inputParameters', problems),
        outputParameters: outputsOf(element, 'outputParameters', 'name', problems),
        isRequired,
        storeOutputAutomatically: isOn(element, 'storeOutputAutomatically'),
        inputsOnNextNavToAssocScrn
      };
  }
}

function ruleOf(element: XmlElement, problems: Problems): ValidationRule | null {
  const rule = childOf(element, 'validationRule');
  return rule === undefined
    ? null
    : {
        at: rule.start,
        errorMessage: textOfChild(rule, 'errorMessage'),
        formulaExpression: required(rule, 'formulaExpression', problems)
      };
}
