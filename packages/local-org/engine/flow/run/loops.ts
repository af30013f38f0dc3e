import type { Loop } from '../model/elements.ts';
import { setValue } from './assign.ts';
import { isCollection } from './interview.ts';
import { valueAt, type RunContext } from './values.ts';

/** Takes the next item of the collection as it was when the loop started. After the last item it ends the loop. */
export function iterate(running: RunContext, loop: Loop): void {
  const { frame } = running;
  const key = loop.name.toLowerCase();
  const state = frame.loops.get(key) ?? { items: itemsOf(running, loop), position: 0 };
  const item = state.items[state.position];
  if (item === undefined) {
    frame.loops.delete(key);
    frame.next = loop.connector;
    return;
  }
  frame.loops.set(key, { ...state, position: state.position + 1 });
  if (loop.assignNextValueToReference === null) frame.values.set(key, item);
  else setValue(running, loop.assignNextValueToReference, item);
  frame.next = loop.nextValueConnector ?? loop.name;
}

function itemsOf(running: RunContext, { collectionReference, iterationOrder }: Loop): ReturnType<typeof valueAt>[] {
  const value = valueAt(running, collectionReference);
  const items = isCollection(value) ? [...value] : [];
  return iterationOrder === 'Desc' ? items.reverse() : items;
}
