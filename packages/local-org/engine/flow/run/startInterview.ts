import type { World } from '../../world/world.ts';
import type { Flow } from '../model/flow.ts';
import type { FlowValue } from '../model/values.ts';
import { setValue } from './assign.ts';
import { fromStore, type Frame, type Interview, type Trigger } from './interview.ts';
import { accessOfFlow } from './runMode.ts';
import { sourceValue } from './values.ts';
import type { Access } from '../../access/access.ts';
import type { Person } from '../../access/person.ts';

export type Inputs = Readonly<Record<string, FlowValue>>;

/** A new interview before its first element. `access` is that of the person who starts it. */
export function startInterview(
  world: World,
  flow: Flow,
  start: {
    readonly person: Person;
    readonly access: Access;
    readonly inputs?: Inputs;
    readonly trigger?: Trigger | null;
    /** The first element, for a path of a record-triggered flow; by default the connector of the start. */
    readonly next?: string | null;
  }
): Interview {
  const { person, access, inputs = {}, trigger = null, next = flow.start.connector } = start;
  const interview: Interview = {
    guid: guidOf(world),
    person,
    startedAt: world.clock.now(),
    trigger,
    frames: [],
    faultMessage: null,
    state: { kind: 'running' },
    steps: 0
  };
  const frame = enterFlow(world, interview, flow, accessOfFlow(flow, access), inputs);
  if (trigger !== null) frame.values.set('$record', fromStore({ object: trigger.object, fields: trigger.record }));
  frame.next = next;
  return interview;
}

/** Starts a flow within the interview. Variables get their default values, input variables the given inputs. */
export function enterFlow(world: World, interview: Interview, flow: Flow, access: Access, inputs: Inputs): Frame {
  const frame: Frame = {
    flow,
    access,
    values: new Map(),
    loops: new Map(),
    visited: new Set(),
    shown: [],
    next: flow.start.connector
  };
  interview.frames.push(frame);
  const running = { world, interview, frame };
  const given = new Map(Object.entries(inputs).map(([name, value]) => [name.toLowerCase(), value]));
  for (const resource of flow.resources) {
    if (resource.kind !== 'variable') continue;
    const { name, isInput, value } = resource;
    const input = isInput ? given.get(name.toLowerCase()) : undefined;
    setValue(running, name, input === undefined ? sourceValue(running, value) : input);
  }
  return frame;
}

/** The values of the output variables. */
export function outputsOf({ flow, values }: Frame): Inputs {
  return Object.fromEntries(
    flow.resources.flatMap((resource) =>
      resource.kind === 'variable' && resource.isOutput
        ? [[resource.name, values.get(resource.name.toLowerCase()) ?? null] as const]
        : []
    )
  );
}

/** Builds a GUID from an id of the org, so that the same seed gives the same GUIDs. */
function guidOf(world: World): string {
  const id = world.newId({ keyPrefix: '0Fo' });
  return `${Buffer.from(id).toString('hex')}-${id.slice(-7, -3).toLowerCase()}`;
}
