/** Removes the `?specifier=c/name` that an id has when its module was found by name. */
export function fileOf(id: string): string {
  return id.split('?', 1)[0] ?? id;
}
