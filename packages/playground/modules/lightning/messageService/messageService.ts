/** Stand-in for `lightning/messageService`, within one page. LWC Guide: use-message-channel. */
import { wireAdapter } from '../../platform/wireAdapter.ts';

interface MessageChannel {
  readonly name: string;
}

interface Subscription {
  readonly channel: string;
  readonly listener: (message: unknown) => void;
}

const subscriptions = new Set<Subscription>();
const CONTEXT = Object.freeze({});

export const APPLICATION_SCOPE = Symbol('APPLICATION_SCOPE');

export const MessageContext = wireAdapter<object, object | undefined>(undefined, (_config, emit) => {
  emit(CONTEXT);
  return undefined;
});

export function createMessageContext(): object {
  return CONTEXT;
}

export function releaseMessageContext(): void {
  // A page has one message context, which is never released.
}

export function publish(_context: object, channel: MessageChannel, message: unknown): void {
  for (const subscription of [...subscriptions]) {
    if (subscription.channel === channel.name) {
      subscription.listener(message);
    }
  }
}

export function subscribe(
  _context: object,
  channel: MessageChannel,
  listener: (message: unknown) => void
): Subscription {
  const subscription: Subscription = { channel: channel.name, listener };
  subscriptions.add(subscription);
  return subscription;
}

export function unsubscribe(subscription: Subscription | null): void {
  if (subscription !== null) {
    subscriptions.delete(subscription);
  }
}
