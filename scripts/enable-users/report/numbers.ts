/** `2,000`. */
export function number(value: number): string {
  return value.toLocaleString('en-US');
}

/** `1 row`, `2,000 rows`. */
export function counted(count: number, noun: string): string {
  return `${number(count)} ${noun}${count === 1 ? '' : 's'}`;
}
