import { textOf, type StoredRecord } from '../storage/record.ts';

/** Where a site's pages are, below the org's URL. */
export function loginPath(site: StoredRecord): string {
  return `/${encodeURIComponent(textOf(site, 'UrlPathPrefix'))}/login`;
}

export function homePath(site: StoredRecord): string {
  return `/${encodeURIComponent(textOf(site, 'UrlPathPrefix'))}/s/`;
}

/** The whole URL of a set-password link. */
export function setPasswordUrl(orgUrl: string, site: StoredRecord, token: string): string {
  return `${orgUrl}${setPasswordPath(site, token)}`;
}

export function setPasswordPath(site: StoredRecord, token: string): string {
  return `${loginPath(site)}/set-password?token=${encodeURIComponent(token)}`;
}

/** Where visitors register. */
export function selfRegisterPath(site: StoredRecord): string {
  return `${homePath(site)}login/SelfRegister`;
}

/** Where the standard component leads whoever registers without a password: its `regConfirmUrl`, `./CheckPasswordResetEmail`. */
export function checkEmailPath(site: StoredRecord): string {
  return `${homePath(site)}login/CheckPasswordResetEmail`;
}
