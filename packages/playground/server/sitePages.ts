const END_OF_HEAD = '</head>';
const FONTS = `<link rel="stylesheet" href="/playground/fonts.css" />
<style>body { font-family: var(--playground-fonts), system-ui, sans-serif; }</style>
`;

/** Gives a page of the local org, such as the log-in page of a site, the fonts of the playground. The org has none of its own. */
export async function withFonts(response: Response): Promise<Response> {
  if (response.headers.get('Content-Type')?.startsWith('text/html') !== true) return response;
  const page = await response.text();
  return new Response(page.replace(END_OF_HEAD, `${FONTS}${END_OF_HEAD}`), response);
}
