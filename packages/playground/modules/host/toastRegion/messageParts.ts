/** A part of a toast's message: text or a link. */
export interface MessagePart {
  readonly key: string;
  readonly text: string;
  readonly url: string | null;
}

type MessageData = readonly (string | { readonly url: string; readonly label: string })[];

/** Replaces `{0}`, `{1}` in a message by the items of `messageData`. An object becomes a link. LWC Guide: use-toast. */
export function messageParts(message: string, data: MessageData): MessagePart[] {
  return message
    .split(/(\{\d+\})/u)
    .map((piece, index): MessagePart => {
      const position = /^\{(?<position>\d+)\}$/u.exec(piece)?.groups?.['position'];
      const value = position === undefined ? undefined : data[Number(position)];
      const key = String(index);
      if (value === undefined) {
        return { key, text: piece, url: null };
      }
      return typeof value === 'string' ? { key, text: value, url: null } : { key, text: value.label, url: value.url };
    })
    .filter(({ text }) => text !== '');
}
