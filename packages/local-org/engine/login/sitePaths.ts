import { textOf, type StoredRecord } from '../storage/record.ts';

/** The path of a site's login page, below the URL of the org. */
export function loginPath(site: StoredRecord): string {
  return `/${encodeURIComponent(textOf(site, 'UrlPathPrefix'))}/login`;
}

export function homePath(site: StoredRecord): string {
  return `/${encodeURIComponent(textOf(site, 'UrlPathPrefix'))}/s/`;
}

/** The complete URL of a set-password link. */
export function setPasswordUrl(orgUrl: string, site: StoredRecord, token: string): string {
  return `${orgUrl}${setPasswordPath(site, token)}`;
}

export function setPasswordPath(site: StoredRecord, token: string): string {
  return `${loginPath(site)}/set-password?token=${encodeURIComponent(token)}`;
}

/** The page on which visitors register [F-034]. */
export function selfRegisterPath(site: StoredRecord): string {
  return `${homePath(site)}login/SelfRegister`;
}

/** The page that follows a registration without a password: the standard component's `regConfirmUrl`, `./CheckPasswordResetEmail`. */
export function checkEmailPath(site: StoredRecord): string {
  return `${homePath(site)}login/CheckPasswordResetEmail`;
}
