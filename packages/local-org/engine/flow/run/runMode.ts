import type { Flow } from '../model/flow.ts';
import type { Interview } from './interview.ts';
import type { ObjectSchema } from '../../schema/objectSchema.ts';
import type { Access } from '../../access/access.ts';

/**
 * The access with which a flow runs: that of its caller, or system context. Record-triggered and event-triggered flows run in
 * system context without sharing. Source: Salesforce Help, "Flow Run Context" [F-036] [F-037].
 */
export function accessOfFlow({ runInMode, start }: Flow, access: Access): Access {
  if (start.triggerType !== 'None') return systemAccess(access, false);
  switch (runInMode) {
    case 'DefaultMode':
      return access;
    case 'SystemModeWithSharing':
      return systemAccess(access, true);
    case 'SystemModeWithoutSharing':
      return systemAccess(access, false);
  }
}

/** A screen starts a new transaction, which uses the rights of that moment (inferred, no page says so). */
export function renewAccess({ frames }: Interview, access: Access): void {
  let ofCaller = access;
  for (const frame of frames) {
    frame.access = accessOfFlow(frame.flow, ofCaller);
    ofCaller = frame.access;
  }
}

/** System context ignores the permissions of the person. With sharing it is limited to records that the person can see [F-038]. */
export function systemAccess(access: Access, isSharing: boolean): Access {
  const supports = (call: 'createable' | 'updateable' | 'deletable') => (object: ObjectSchema) => object[call];
  return {
    has: () => true,
    hasCustomPermission: (apiName) => access.hasCustomPermission(apiName),
    hasFlow: () => true,
    canRead: () => true,
    canCreate: supports('createable'),
    canEdit: supports('updateable'),
    canDelete: supports('deletable'),
    canReadField: () => true,
    canEditField: (_, field) => field.createable || field.updateable,
    canSee: isSharing ? (record) => access.canSee(record) : () => true
  };
}
