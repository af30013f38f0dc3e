/** The first word of a name, and the others. */
export function nameParts(name) {
  const [first, ...others] = name.split(' ');
  return { first, others };
}
