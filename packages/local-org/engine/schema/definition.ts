import type { Features } from './features.ts';
import type { DataType, PicklistValue, PublishBehavior } from './objectSchema.ts';

/** The content of a file in `schema/objects/`: an object as the Object Reference describes it, plus labels and lengths of a describe. */
export interface ObjectDefinition {
  readonly label: string;
  readonly labelPlural: string;
  readonly keyPrefix: string;
  /** The supported calls, out of `create update delete query`. */
  readonly calls: string;
  readonly supportedByUiApi: boolean;
  readonly isSetup: boolean;
  readonly feature?: keyof Features;
  /** Only platform events have it. */
  readonly publishBehavior?: PublishBehavior;
  /** Names of fields in `systemFields.json`. */
  readonly systemFields: string;
  readonly fields: Readonly<Record<string, FieldDefinition>>;
}

/** One field. `is` adds properties to those that are usual for the type, `not` takes properties away. */
export interface FieldDefinition {
  readonly type: DataType;
  readonly label: string;
  readonly length?: number;
  /** Precision and scale of a number, if they are not the usual ones of the type. */
  readonly digits?: readonly [precision: number, scale: number];
  /** Words out of `create update nillable defaulted restricted idLookup unique nameField group`. */
  readonly is?: string;
  /** Words out of `filter sort group`. */
  readonly not?: string;
  /** The compound field to which this field belongs. */
  readonly part?: string;
  readonly relationship?: string;
  /** The objects to which a reference may point, separated by commas. */
  readonly to?: string;
  /** Values of a custom picklist. Those of standard fields are in `schema/picklists/`. */
  readonly values?: readonly PicklistValue[];
  readonly feature?: keyof Features;
}
