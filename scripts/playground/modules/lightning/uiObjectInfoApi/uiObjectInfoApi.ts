/** Stand-in for `lightning/uiObjectInfoApi`. LWC: reference-lightning-ui-api-object-info. */
import type { ObjectInfoRepresentation, PicklistValues } from 'lightning/uiObjectInfoApi';
import type { FieldId, WireResult } from 'lightning/uiRecordApi';
import { callLocalOrg, deepFreeze, type Answer } from '../../platform/localOrg/localOrg.ts';
import { qualifiedName } from '../../platform/recordStore/recordShape.ts';
import { wireAdapter } from '../../platform/wireAdapter/wireAdapter.ts';

type ObjectId = string | { readonly objectApiName: string };

const NOTHING = { data: undefined, error: undefined } as const;

/** Metadata stays as it is while the page is open. */
const answers = new Map<string, Promise<Answer<unknown>>>();

export const getObjectInfo = wireAdapter<
  { readonly objectApiName: ObjectId | undefined },
  WireResult<ObjectInfoRepresentation>
>(NOTHING, ({ objectApiName }, emit) =>
  objectApiName === undefined ? undefined : read(`/ui-api/object-info/${nameOf(objectApiName)}`, emit)
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
  const requests = objectApiNames.map((name) => ask(`/ui-api/object-info/${nameOf(name)}`));
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

export const getPicklistValues = wireAdapter<
  { readonly recordTypeId: string | undefined; readonly fieldApiName: FieldId | string | undefined },
  WireResult<PicklistValues>
>(NOTHING, ({ recordTypeId, fieldApiName }, emit) => {
  if (recordTypeId === undefined || fieldApiName === undefined) {
    return undefined;
  }
  const [objectApiName = '', field = ''] = qualifiedName(fieldApiName).split('.');
  return read(`/ui-api/object-info/${objectApiName}/picklist-values/${recordTypeId}/${field}`, emit);
});

export const getPicklistValuesByRecordType = wireAdapter<
  { readonly recordTypeId: string | undefined; readonly objectApiName: ObjectId | undefined },
  WireResult<unknown>
>(NOTHING, ({ recordTypeId, objectApiName }, emit) =>
  recordTypeId === undefined || objectApiName === undefined
    ? undefined
    : read(`/ui-api/object-info/${nameOf(objectApiName)}/picklist-values/${recordTypeId}`, emit)
);

function read<Data>(path: string, emit: (result: WireResult<Data>) => void): undefined {
  void ask(path).then((answer) => {
    emit(
      answer.ok ? { data: deepFreeze(answer.data as Data), error: undefined } : { data: undefined, error: answer.error }
    );
  });
}

function ask(path: string): Promise<Answer<unknown>> {
  const known = answers.get(path);
  if (known !== undefined) {
    return known;
  }
  const answer = callLocalOrg<unknown>('GET', path).then((result) => {
    if (!result.ok) {
      answers.delete(path);
    }
    return result;
  });
  answers.set(path, answer);
  return answer;
}

function nameOf(object: ObjectId): string {
  return typeof object === 'string' ? object : object.objectApiName;
}
