/** Lists of at most `size` items, as they come. */
export function* chunksOf<Item>(items: Iterable<Item>, size: number): Generator<readonly Item[], void> {
  let chunk: Item[] = [];
  for (const item of items) {
    chunk.push(item);
    if (chunk.length < size) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}
