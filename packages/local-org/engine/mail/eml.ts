import type { Mail } from './mail.ts';

/** So many bytes, encoded, fit after `Subject: ` on a line of 76 characters. */
const ENCODED_WORD_BYTES = 39;

/** Writes a mail as RFC 5322 text: CRLF, ASCII headers with encoded words (RFC 2047), and a UTF-8 body in base64. */
export function toEml({ id, from, to, subject, text, sentAt }: Omit<Mail, 'eml'>, hostname: string): string {
  const headers = [
    `Date: ${new Date(sentAt).toUTCString().replace('GMT', '+0000')}`,
    `From: ${encodeAddress(from)}`,
    `To: ${encodeAddress(to)}`,
    `Message-ID: <${id}@${hostname}>`,
    `Subject: ${encodeWords(subject)}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=UTF-8',
    'Content-Transfer-Encoding: base64'
  ];
  const body = Buffer.from(text.replace(/\r?\n/g, '\r\n'), 'utf8').toString('base64');
  return [...headers, '', ...(body.match(/.{1,76}/g) ?? []), ''].join('\r\n');
}

/** Encodes `Name <address>`. Only the name may need encoding. */
function encodeAddress(mailbox: string): string {
  const parts = /^(.*) <([^<>]+)>$/s.exec(mailbox);
  if (parts === null) return oneLine(mailbox);
  const name = parts[1] ?? '';
  const isPlain = /^[\w !#$%&'*+/=?^`{|}~-]*$/.test(name);
  return `${isPlain ? name : encodeWords(name, true)}\r\n <${oneLine(parts[2] ?? '')}>`;
}

/** Source: RFC 2047, sections 2 and 5: an encoded word has at most 75 characters and must not split a character. */
function encodeWords(text: string, always = false): string {
  const line = oneLine(text);
  if (!always && /^[\x20-\x7e]{0,60}$/.test(line)) return line;
  const words: string[] = [];
  let word = '';
  for (const character of line) {
    if (Buffer.byteLength(word + character) > ENCODED_WORD_BYTES) {
      words.push(word);
      word = '';
    }
    word += character;
  }
  return [...words, word].map((part) => `=?UTF-8?B?${Buffer.from(part, 'utf8').toString('base64')}?=`).join('\r\n ');
}

/** Removes line breaks, because a name with a line break could forge a header. */
function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, ' ');
}
