/** The input can't be read as a whole. The message says where it is wrong, and what to do. */
export class InputRefused extends Error {
  override readonly name = 'InputRefused';
}
