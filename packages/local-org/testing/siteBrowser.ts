import { siteRoutes } from '../apis/site/routes.ts';
import type { Mail } from '../engine/mail/mail.ts';
import type { Org } from '../engine/org/org.ts';

/** A browser that keeps cookies and does not follow redirects. */
export interface SiteBrowser {
  get(path: string): Promise<Response>;
  post(path: string, form: Readonly<Record<string, string>>): Promise<Response>;
}

/** Opens browsers for the sites of an org, which know its sessions together. */
export function browsersAt(org: Org): () => SiteBrowser {
  const app = siteRoutes(() => org);
  return () => browserOf(app);
}

/** A browser for the sites of an org. */
export function browserAt(org: Org): SiteBrowser {
  return browsersAt(org)();
}

function browserOf(app: ReturnType<typeof siteRoutes>): SiteBrowser {
  const cookies = new Map<string, string>();
  async function request(path: string, init: RequestInit): Promise<Response> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await app.request(path, { ...init, headers: { cookie } });
    for (const header of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (header.split(';')[0] ?? '').split('=');
      cookies.set(name, value);
    }
    return response;
  }
  return {
    get: async (path) => request(path, {}),
    post: async (path, form) => request(path, { method: 'POST', body: new URLSearchParams(form) })
  };
}

/** The path and the token of the link in a mail. */
export function linkOf(mail: Mail | undefined): { readonly path: string; readonly token: string } {
  const url = new URL(mail?.link ?? 'missing:');
  return { path: url.pathname + url.search, token: url.searchParams.get('token') ?? '' };
}
