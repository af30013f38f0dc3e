/** Stand-in for `lightning/uiObjectInfoApi`. LWC Guide: reference-lightning-ui-api-object-info. */
import type { ObjectInfoRepresentation, PicklistValues } from 'lightning/uiObjectInfoApi';
import type { FieldId, WireResult } from 'lightning/uiRecordApi';
import { listAt, numberAt, valueAt } from 'sf-cli/json';
import { deepFreeze } from '../../platform/deepFreeze.ts';
import { callLocalOrg, type ApiResult } from '../../platform/callLocalOrg.ts';
import { qualifiedName } from '../../platform/recordShape.ts';
import { wireAdapter } from '../../platform/wireAdapter.ts';

type ObjectId = string | { readonly objectApiName: string };

const NOTHING = { data: undefined, error: undefined } as const;

/** Object info and picklist values are cached until the page is loaded again. */
const answers = new Map<string, Promise<ApiResult<unknown>>>();

export const getObjectInfo = readingAdapter<{ readonly objectApiName: ObjectId | undefined }, ObjectInfoRepresentation>(
  ({ objectApiName }) => (objectApiName === undefined ? undefined : askInfo(nameOf(objectApiName)))
);

interface ObjectInfos {
  readonly results: readonly { readonly statusCode: number; readonly result: unknown }[];
}

export const getObjectInfos = wireAdapter<
  { readonly objectApiNames: readonly ObjectId[] | undefined },
  WireResult<ObjectInfos>
>(NOTHING, ({ objectApiNames }, emit) => {
  if (objectApiNames === undefined) {
    return undefined;
  }
  const requests = objectApiNames.map((name) => askInfo(nameOf(name)));
  void Promise.all(requests).then((all) => {
    const results = all.map((answer) =>
      answer.ok
        ? { statusCode: 200, result: answer.data }
        : { statusCode: answer.error.status, result: answer.error.body }
    );
    emit({ data: deepFreeze({ results }), error: undefined });
  });
  return undefined;
});

export const getPicklistValues = readingAdapter<
  { readonly recordTypeId: string | undefined; readonly fieldApiName: FieldId | string | undefined },
  PicklistValues
>(({ recordTypeId, fieldApiName }) => {
  if (recordTypeId === undefined || fieldApiName === undefined) {
    return undefined;
  }
  const [objectApiName = '', field = ''] = qualifiedName(fieldApiName).split('.');
  return ask(`/ui-api/object-info/${objectApiName}/picklist-values/${recordTypeId}/${field}`);
});

export const getPicklistValuesByRecordType = readingAdapter<
  { readonly recordTypeId: string | undefined; readonly objectApiName: ObjectId | undefined },
  unknown
>(({ recordTypeId, objectApiName }) =>
  recordTypeId === undefined || objectApiName === undefined
    ? undefined
    : ask(`/ui-api/object-info/${nameOf(objectApiName)}/picklist-values/${recordTypeId}`)
);

/** Emits the org's response. Waits while the configuration asks for nothing. */
function readingAdapter<Config extends object, Data>(
  askFor: (config: Config) => Promise<ApiResult<unknown>> | undefined
): ReturnType<typeof wireAdapter<Config, WireResult<Data>>> {
  return wireAdapter<Config, WireResult<Data>>(NOTHING, (config, emit) => {
    void askFor(config)?.then((answer) => {
      emit(
        answer.ok
          ? { data: deepFreeze(answer.data as Data), error: undefined }
          : { data: undefined, error: answer.error }
      );
    });
    return undefined;
  });
}

function ask(
  path: string,
  read = (result: ApiResult<unknown>): ApiResult<unknown> => result
): Promise<ApiResult<unknown>> {
  const known = answers.get(path);
  if (known !== undefined) {
    return known;
  }
  const answer = callLocalOrg<unknown>('GET', path).then((result) => {
    const own = read(result);
    if (!own.ok) {
      answers.delete(path);
    }
    return own;
  });
  answers.set(path, answer);
  return answer;
}

/**
 * Asks for one object as a batch, which is answered 200 also if the object is refused. So a refusal is no failed request in
 * the browser's console, as in an org, whose pages wrap these calls. UI API Guide: Get Metadata for Multiple Objects.
 */
function askInfo(objectApiName: string): Promise<ApiResult<unknown>> {
  return ask(`/ui-api/object-info/batch/${objectApiName}`, firstOfBatch);
}

function firstOfBatch(batch: ApiResult<unknown>): ApiResult<unknown> {
  const first = batch.ok ? listAt(batch.data, 'results')[0] : undefined;
  if (first === undefined) {
    return batch;
  }
  const status = numberAt(first, 'statusCode') ?? 0;
  const result = valueAt(first, 'result');
  return status === 200
    ? { ok: true, data: result }
    : { ok: false, error: deepFreeze({ ok: false, status, statusText: '', body: result, headers: {} }) };
}

function nameOf(object: ObjectId): string {
  return typeof object === 'string' ? object : object.objectApiName;
}
