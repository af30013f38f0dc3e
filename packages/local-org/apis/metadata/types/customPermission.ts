import { notModelled } from '../../../engine/schema/notModelled.ts';
import { childrenOf } from '../../../engine/xml/xml.ts';
import { keptOnly } from './typeRules.ts';

/** A permission of the customer's own, which profiles and permission sets grant. Source: Metadata API, CustomPermission. */
export const customPermission = keptOnly('0CP', ({ xml }) =>
  ['connectedApp', 'requiredPermission'].flatMap((name) =>
    childrenOf(xml, name).map(({ start }) => ({
      problem: notModelled(`<${name}> of a CustomPermission is not supported`),
      ...start
    }))
  )
);
