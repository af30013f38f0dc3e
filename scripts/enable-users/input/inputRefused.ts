/** The input as a whole can't be read; the message says where and what to do. */
export class InputRefused extends Error {
  override readonly name = 'InputRefused';
}
