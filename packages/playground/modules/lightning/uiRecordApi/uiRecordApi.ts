/**
 * Stand-in for `lightning/uiRecordApi`: records by UI API through one cache. LWC Guide:
 * reference-lightning-ui-api-record.
 */
import type {
  BatchResult,
  FetchResponse,
  FieldId,
  FieldValueRepresentation,
  GetRecordConfig,
  GetRecordsConfig,
  RecordInput,
  RecordRepresentation,
  RecordUpdateInput,
  WireResult
} from 'lightning/uiRecordApi';
import { deepFreeze } from '../../platform/deepFreeze.ts';
import { callLocalOrg, type ApiResult } from '../../platform/callLocalOrg.ts';
import { note } from '../../platform/notedRefusals.ts';
import { NOT_MODELLED } from '../../platform/refusals.ts';
import { loadRecords, reloadRecords, watchRecord } from '../../platform/recordLoader.ts';
import { isRecord, pathOf, qualifiedName, type FieldValue } from '../../platform/recordShape.ts';
import { evict, ingest } from '../../platform/recordStore.ts';
import { wireAdapter } from '../../platform/wireAdapter.ts';

type Scalar = string | number | boolean | null;
/** Plain JavaScript may also pass a single field. */
type Fields = readonly (FieldId | string)[] | FieldId | string | undefined;

const NOTHING = { data: undefined, error: undefined } as const;

/** Waits while `recordId` has no value. */
export const getRecord = wireAdapter<GetRecordConfig, WireResult<RecordRepresentation>>(
  NOTHING,
  (config, emit, component) => {
    if ('layoutTypes' in config && config.layoutTypes !== undefined) {
      emit({ data: undefined, error: refusedLayout(component) });
      return undefined;
    }
    const fields = names(config.fields);
    const optionalFields = names(config.optionalFields);
    return config.recordId === undefined || config.recordId === '' || fields.length + optionalFields.length === 0
      ? undefined
      : watchRecord({ recordId: config.recordId, fields, optionalFields }, emit);
  }
);

/** A wire that asks for a layout would else wait in silence. */
function refusedLayout(component: string): FetchResponse {
  const message = note(`${component}: getRecord with layoutTypes needs page layouts ${NOT_MODELLED}`);
  return deepFreeze({ ok: false, status: 400, statusText: 'Bad Request', body: { message }, headers: {} });
}

/** Emits when every record is loaded. One error is the error of the whole wire. */
export const getRecords = wireAdapter<GetRecordsConfig, WireResult<{ readonly results: readonly BatchResult[] }>>(
  NOTHING,
  ({ records }, emit) => {
    const requests = (records ?? []).flatMap((group) =>
      group.recordIds.map((recordId) => ({
        recordId,
        fields: names(group.fields),
        optionalFields: names(group.optionalFields)
      }))
    );
    loadRecords(requests);
    const results: (BatchResult | undefined)[] = requests.map(() => undefined);
    const stops = requests.map((request, index) =>
      watchRecord(request, ({ data, error }) => {
        if (data === undefined) {
          emit({ data: undefined, error });
          return;
        }
        results[index] = { statusCode: 200, result: data };
        const complete = results.filter((result) => result !== undefined);
        if (complete.length === results.length) {
          emit({ data: deepFreeze({ results: complete }), error: undefined });
        }
      })
    );
    return () => {
      stops.forEach((stop) => {
        stop();
      });
    };
  }
);

/** The raw value of a field, also across relationships. `undefined` when the record lacks the field. */
export function getFieldValue(
  record: RecordRepresentation | undefined,
  field: FieldId | string
): FieldValue | undefined {
  return findField(record, field)?.value;
}

/** The value in the format of the user's locale; `null` when the type has no such format. */
export function getFieldDisplayValue(
  record: RecordRepresentation | undefined,
  field: FieldId | string
): string | null | undefined {
  return findField(record, field)?.displayValue;
}

/** Resolves with the new record, rejects with a FetchResponse. */
export async function createRecord({ apiName, fields }: RecordInput): Promise<RecordRepresentation> {
  const record = unwrap(await callLocalOrg<RecordRepresentation>('POST', '/ui-api/records', { apiName, fields }));
  ingest(record, []);
  return deepFreeze(record);
}

/** `fields` contains the Id. Every wire with the record gets the new values. */
export async function updateRecord(input: RecordUpdateInput): Promise<RecordRepresentation> {
  const { Id: recordId, ...fields } = input.fields;
  const record = unwrap(await callLocalOrg<RecordRepresentation>('PATCH', `/ui-api/records/${recordId}`, { fields }));
  ingest(record, []);
  await reloadRecords([recordId]);
  return deepFreeze(record);
}

export async function deleteRecord(recordId: string): Promise<void> {
  unwrap(await callLocalOrg<null>('DELETE', `/ui-api/records/${recordId}`));
  evict(recordId);
}

/** Tells LDS that records changed elsewhere, so that it loads again what the page shows of them. */
export async function notifyRecordUpdateAvailable(records: readonly { readonly recordId: string }[]): Promise<void> {
  await reloadRecords(records.map(({ recordId }) => recordId));
}

/** The older name of `notifyRecordUpdateAvailable`, which returns nothing. */
export function getRecordNotifyChange(records: readonly { readonly recordId: string }[]): void {
  void notifyRecordUpdateAvailable(records);
}

/** The fields of a record that a create may send. LWC Guide: reference-generate-record-input-create. */
export function generateRecordInputForCreate(record: RecordRepresentation): {
  readonly apiName: string;
  readonly fields: Record<string, Scalar>;
} {
  return { apiName: record.apiName, fields: scalars(record) };
}

/** The fields of a record that an update may send, with its Id. LWC Guide: reference-generate-record-input-update. */
export function generateRecordInputForUpdate(record: RecordRepresentation): {
  readonly fields: Record<string, Scalar>;
} {
  return { fields: { Id: record.id, ...scalars(record) } };
}

function scalars(record: RecordRepresentation): Record<string, Scalar> {
  return Object.fromEntries(
    Object.entries(record.fields).flatMap(([name, { value }]) =>
      isRecord(value) || name === 'Id' ? [] : [[name, value]]
    )
  );
}

function unwrap<Data>(answer: ApiResult<Data>): Data {
  if (!answer.ok) {
    // LDS rejects with the FetchResponse itself, which is not an Error. LWC Guide: data-error.
    // eslint-disable-next-line @typescript-eslint/only-throw-error
    throw answer.error;
  }
  return answer.data;
}

function names(fields: Fields): string[] {
  if (fields === undefined) {
    return [];
  }
  return isList(fields) ? fields.map(qualifiedName) : [qualifiedName(fields)];
}

function isList(fields: Exclude<Fields, undefined>): fields is readonly (FieldId | string)[] {
  return Array.isArray(fields);
}

function findField(
  record: RecordRepresentation | undefined,
  field: FieldId | string
): FieldValueRepresentation | undefined {
  return pathOf(field).reduce<FieldValueRepresentation | undefined>(
    (found, name) => {
      const value = found?.value;
      if (value === null || found === undefined) {
        return found;
      }
      return value !== undefined && isRecord(value) ? value.fields[name] : undefined;
    },
    record === undefined ? undefined : { displayValue: null, value: record }
  );
}
