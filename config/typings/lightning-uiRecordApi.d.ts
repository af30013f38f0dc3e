declare module 'lightning/uiRecordApi' {
  import type { WireAdapterConstructor } from 'lwc';

  export interface FieldId {
    readonly fieldApiName: string;
    readonly objectApiName: string;
  }

  export interface FieldValueRepresentation {
    readonly displayValue: string | null;
    /** A scalar, or the record behind a relationship. */
    readonly value: string | number | boolean | RecordRepresentation | null;
  }

  /** The record as UI API answers it. A field that the user may not see is absent. */
  export interface RecordRepresentation {
    readonly apiName: string;
    readonly id: string;
    readonly fields: Readonly<Record<string, FieldValueRepresentation>>;
    readonly lastModifiedById: string | null;
    readonly lastModifiedDate: string | null;
    readonly recordTypeId: string | null;
    readonly systemModstamp: string | null;
  }

  /** What a read or write is refused with; `body` is narrowed by who reads it. */
  export interface FetchResponse {
    readonly ok: boolean;
    readonly status: number;
    readonly statusText: string;
    readonly body: unknown;
  }

  /** What a wire hands out: nothing yet, or one of the two. */
  export interface WireResult<Data> {
    readonly data?: Data | undefined;
    readonly error?: FetchResponse | undefined;
  }

  export interface RecordInput {
    readonly apiName: string;
    readonly fields: Readonly<Record<string, string | number | boolean | null>>;
  }

  /** `fields` holds `Id` too. */
  export interface RecordUpdateInput {
    readonly fields: Readonly<Record<string, string | number | boolean | null>> & { readonly Id: string };
  }

  export interface GetRecordConfig {
    /** Without a value the adapter waits. */
    readonly recordId: string | undefined;
    readonly fields?: readonly (FieldId | string)[] | undefined;
    /** Left out of the answer, instead of refused, when the user may not see them or the org lacks them. */
    readonly optionalFields?: readonly (FieldId | string)[] | undefined;
  }

  export interface BatchResult {
    readonly statusCode: number;
    readonly result: RecordRepresentation;
  }

  export interface GetRecordsConfig {
    readonly records:
      | readonly {
          readonly recordIds: readonly string[];
          readonly fields?: readonly (FieldId | string)[] | undefined;
          readonly optionalFields?: readonly (FieldId | string)[] | undefined;
        }[]
      | undefined;
  }

  export const getRecord: WireAdapterConstructor<GetRecordConfig, WireResult<RecordRepresentation>>;
  export const getRecords: WireAdapterConstructor<GetRecordsConfig, WireResult<{ results: readonly BatchResult[] }>>;

  /** `undefined` where the record lacks the field; a span (`Contact.Account.OwnerId`) is followed. */
  export function getFieldValue(
    record: RecordRepresentation | undefined,
    field: FieldId | string
  ): FieldValueRepresentation['value'] | undefined;

  /** Rejects with a FetchResponse. */
  export function createRecord(recordInput: RecordInput): Promise<RecordRepresentation>;
  export function updateRecord(recordInput: RecordUpdateInput): Promise<RecordRepresentation>;
  export function deleteRecord(recordId: string): Promise<void>;
  /** Tells the cache that these records changed behind its back; wires get the new values. */
  export function notifyRecordUpdateAvailable(records: readonly { readonly recordId: string }[]): Promise<void>;
}
