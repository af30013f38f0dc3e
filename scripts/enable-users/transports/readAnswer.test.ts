import { readJson } from './readAnswer.ts';

/** An answer whose bytes come in pieces of so many. */
function inPieces(text: string, size: number): Response {
  const bytes = new TextEncoder().encode(text);
  let sent = 0;
  const pieces = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      controller.enqueue(bytes.slice(sent, sent + size));
      sent += size;
      if (sent >= bytes.length) controller.close();
    }
  });
  return new Response(pieces);
}

it.each([1, 2, 3, 5, 1000])(
  'An answer in pieces of %d bytes is read as a whole, letters that are cut as well.',
  async (size) => {
    const value = { name: 'Zoë Łukasz 山田 😀', empty: '' };
    await expect(readJson(inPieces(JSON.stringify(value), size))).resolves.toEqual({ kind: 'known', value });
  }
);

it('An answer without a body is no JSON, and says its status.', async () => {
  await expect(readJson(new Response(null, { status: 200 }))).resolves.toMatchObject({
    kind: 'refused',
    message: expect.stringContaining('HTTP 200') as unknown
  });
});
