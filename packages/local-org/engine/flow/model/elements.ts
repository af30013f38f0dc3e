import type { Position } from '../../xml/xml.ts';
import type { Screen } from './screen.ts';
import type {
  Condition,
  FieldAssignment,
  InputParameter,
  Logic,
  Named,
  OutputAssignment,
  RecordFilters,
  Sort,
  ValueSource,
  ElementBase
} from './values.ts';

/** An element whose failure may go on elsewhere. */
export interface FaultyElement extends ElementBase {
  readonly faultConnector: string | null;
}

/** What is found goes by the element’s own name, or to variables. */
export interface RecordLookup extends FaultyElement {
  readonly kind: 'recordLookup';
  readonly object: string;
  readonly filters: RecordFilters;
  readonly getFirstRecordOnly: boolean;
  /** Empty: with automatic storing all fields, else only `Id`. */
  readonly queriedFields: readonly string[];
  readonly storeOutputAutomatically: boolean;
  /** The variable that takes the record or records. */
  readonly outputReference: string | null;
  readonly outputAssignments: readonly OutputAssignment[];
  readonly assignNullValuesIfNoRecordsFound: boolean;
  readonly sort: Sort | null;
  readonly limit: ValueSource | null;
}

export interface RecordCreate extends FaultyElement {
  readonly kind: 'recordCreate';
  readonly storeOutputAutomatically: boolean;
  /** The variable that takes the new record's id. */
  readonly assignRecordIdToReference: string | null;
  readonly source:
    | { readonly kind: 'reference'; readonly inputReference: string }
    | { readonly kind: 'fields'; readonly object: string; readonly inputAssignments: readonly FieldAssignment[] };
}

export interface RecordUpdate extends FaultyElement {
  readonly kind: 'recordUpdate';
  /** With `inputReference`, the assignments are added to the record it names: `$Record` and a field, say. */
  readonly target:
    | { readonly kind: 'reference'; readonly inputReference: string }
    | { readonly kind: 'filters'; readonly object: string; readonly filters: RecordFilters };
  readonly inputAssignments: readonly FieldAssignment[];
}

export interface RecordDelete extends FaultyElement {
  readonly kind: 'recordDelete';
  readonly target:
    | { readonly kind: 'reference'; readonly inputReference: string }
    | { readonly kind: 'filters'; readonly object: string; readonly filters: RecordFilters };
}

interface DecisionRule extends Named {
  readonly label: string;
  readonly logic: Logic;
  readonly conditions: readonly Condition[];
  readonly connector: string | null;
  /** The outcome holds only where it did not before the change that started the flow. */
  readonly doesRequireRecordChangedToMeetCriteria: boolean;
}

/** The first rule that holds; else the default outcome, whose connector is the element's. */
export interface Decision extends ElementBase {
  readonly kind: 'decision';
  readonly defaultConnectorLabel: string;
  readonly rules: readonly DecisionRule[];
}

type AssignmentOperator = 'Assign' | 'Add' | 'AddAtStart' | 'AssignCount' | 'Subtract' | 'RemoveAll' | 'RemoveFirst';

export interface AssignmentItem {
  readonly at: Position;
  readonly assignToReference: string;
  readonly operator: AssignmentOperator;
  readonly value: ValueSource | null;
}

export interface Assignment extends ElementBase {
  readonly kind: 'assignment';
  readonly items: readonly AssignmentItem[];
}

/** The item at hand goes by the loop's own name, or by that of the variable `assignNextValueToReference`. */
export interface Loop extends ElementBase {
  readonly kind: 'loop';
  readonly collectionReference: string;
  readonly iterationOrder: 'Asc' | 'Desc';
  readonly assignNextValueToReference: string | null;
  readonly nextValueConnector: string | null;
  /** Where it goes on after the last item: `<noMoreValuesConnector>`. */
  readonly connector: string | null;
}

/** A failed subflow goes to its own fault paths; the element has none. */
export interface Subflow extends ElementBase {
  readonly kind: 'subflow';
  readonly flowName: string;
  readonly inputAssignments: readonly InputParameter[];
  readonly outputAssignments: readonly OutputAssignment[];
  /** Outputs go by the element's name: `Create_User.userId`. */
  readonly storeOutputAutomatically: boolean;
}

export type FlowElement =
  RecordLookup | RecordCreate | RecordUpdate | RecordDelete | Decision | Assignment | Loop | Subflow | Screen;
