import type { Flow } from '../model/flow.ts';
import type { Interview } from './interview.ts';
import type { ObjectSchema } from '../../schema/objectSchema.ts';
import type { Access } from '../../access/access.ts';

/**
 * The access of a flow that is started with `access`: that of its caller, or of the system. Source: Salesforce Help, "Flow
 * Run Context": by default a person's own; record-triggered and event-triggered flows run in system context without sharing.
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

/** A screen begins a transaction, in which a person has the rights that they have then: inferred, no page says it. */
export function renewAccess({ frames }: Interview, access: Access): void {
  let ofCaller = access;
  for (const frame of frames) {
    frame.access = accessOfFlow(frame.flow, ofCaller);
    ofCaller = frame.access;
  }
}

/** Objects and fields without regard to permissions, and with sharing the records that the person sees. */
export function systemAccess(access: Access, isSharing: boolean): Access {
  const supports = (call: 'createable' | 'updateable' | 'deletable') => (object: ObjectSchema) => object[call];
  return {
    has: () => true,
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
