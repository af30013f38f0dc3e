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

/** An element that can have a fault path. */
export interface FaultyElement extends ElementBase {
  readonly faultConnector: string | null;
}

/** Get Records. It stores what it finds under its own name, or in variables. */
export interface RecordLookup extends FaultyElement {
  readonly kind: 'recordLookup';
  readonly object: string;
  readonly filters: RecordFilters;
  readonly getFirstRecordOnly: boolean;
  /** If empty, all fields with automatic storing, and only `Id` without. */
  readonly queriedFields: readonly string[];
  readonly storeOutputAutomatically: boolean;
  /** The variable that gets the record or records. */
  readonly outputReference: string | null;
  readonly outputAssignments: readonly OutputAssignment[];
  readonly assignNullValuesIfNoRecordsFound: boolean;
  readonly sort: Sort | null;
  readonly limit: ValueSource | null;
}

export interface RecordCreate extends FaultyElement {
  readonly kind: 'recordCreate';
  readonly storeOutputAutomatically: boolean;
  /** The variable that gets the id of the new record. */
  readonly assignRecordIdToReference: string | null;
  readonly source:
    | { readonly kind: 'reference'; readonly inputReference: string }
    | { readonly kind: 'fields'; readonly object: string; readonly inputAssignments: readonly FieldAssignment[] };
}

export interface RecordUpdate extends FaultyElement {
  readonly kind: 'recordUpdate';
  /** With `inputReference`, the assignments are added to the record to which it refers, such as `$Record`. */
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
  /** Whether the outcome needs conditions that the record did not meet before the change. */
  readonly doesRequireRecordChangedToMeetCriteria: boolean;
}

/** A decision takes the first rule whose conditions are met. Otherwise it takes the default outcome, the element's own connector. */
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

/** A loop stores the current item under its own name, or in the variable `assignNextValueToReference`. */
export interface Loop extends ElementBase {
  readonly kind: 'loop';
  readonly collectionReference: string;
  readonly iterationOrder: 'Asc' | 'Desc';
  readonly assignNextValueToReference: string | null;
  readonly nextValueConnector: string | null;
  /** The next element after the last item: `<noMoreValuesConnector>`. */
  readonly connector: string | null;
}

/** A subflow element has no fault path: a failed subflow uses its own. */
export interface Subflow extends ElementBase {
  readonly kind: 'subflow';
  readonly flowName: string;
  readonly inputAssignments: readonly InputParameter[];
  readonly outputAssignments: readonly OutputAssignment[];
  /** Outputs are stored under the name of the element: `Create_User.userId`. */
  readonly storeOutputAutomatically: boolean;
}

export type FlowElement =
  RecordLookup | RecordCreate | RecordUpdate | RecordDelete | Decision | Assignment | Loop | Subflow | Screen;
