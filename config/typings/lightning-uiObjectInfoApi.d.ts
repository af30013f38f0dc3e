declare module 'lightning/uiObjectInfoApi' {
  import type { WireAdapterConstructor } from 'lwc';
  import type { FieldId, WireResult } from 'lightning/uiRecordApi';

  export interface FieldRepresentation {
    readonly apiName: string;
    readonly label: string;
    readonly dataType: string;
    readonly length: number;
    readonly required: boolean;
    readonly createable: boolean;
    readonly updateable: boolean;
  }

  export interface ObjectInfoRepresentation {
    readonly apiName: string;
    readonly label: string;
    readonly keyPrefix: string | null;
    readonly createable: boolean;
    readonly updateable: boolean;
    readonly defaultRecordTypeId: string | null;
    readonly fields: Readonly<Record<string, FieldRepresentation>>;
  }

  export interface PicklistValue {
    readonly label: string;
    readonly value: string;
  }

  export interface PicklistValues {
    readonly defaultValue: PicklistValue | null;
    readonly values: readonly PicklistValue[];
  }

  export const getObjectInfo: WireAdapterConstructor<
    { readonly objectApiName: string | { readonly objectApiName: string } | undefined },
    WireResult<ObjectInfoRepresentation>
  >;
  /** `recordTypeId` is `012000000000000AAA`, the master record type, where the object has none. */
  export const getPicklistValues: WireAdapterConstructor<
    { readonly recordTypeId: string | undefined; readonly fieldApiName: FieldId | string },
    WireResult<PicklistValues>
  >;
}
