import type { Features } from './features.ts';
import type { DataType, PicklistValue, PublishBehavior } from './objectSchema.ts';

/** A file in `objects/`: an object as the Object Reference describes it, with the labels and lengths that a describe adds. */
export interface ObjectDefinition {
  readonly label: string;
  readonly labelPlural: string;
  readonly keyPrefix: string;
  /** Of `create update delete query`: the supported calls. */
  readonly calls: string;
  readonly supportedByUiApi: boolean;
  readonly isSetup: boolean;
  readonly feature?: keyof Features;
  /** Of a platform event. */
  readonly publishBehavior?: PublishBehavior;
  /** Of the fields in `systemFields.json`. */
  readonly systemFields: string;
  readonly fields: Readonly<Record<string, FieldDefinition>>;
}

/** One field. `is` and `not` hold words: `is` adds to, `not` takes from what is usual for the type. */
export interface FieldDefinition {
  readonly type: DataType;
  readonly label: string;
  readonly length?: number;
  /** Of a number, where it is not usual for the type: all digits, and those behind the point. */
  readonly digits?: readonly [precision: number, scale: number];
  /** Of `create update nillable defaulted restricted idLookup unique nameField group`. */
  readonly is?: string;
  /** Of `filter sort group`. */
  readonly not?: string;
  /** The compound field of which this is a part. */
  readonly part?: string;
  readonly relationship?: string;
  /** Of a reference: the objects it may name, separated by commas. */
  readonly to?: string;
  /** Of a picklist that somebody made; those of standard fields are in `picklists/`. */
  readonly values?: readonly PicklistValue[];
  readonly feature?: keyof Features;
}
