import type { Org } from '@salesforce/core';
import { createOrgClient, type OrgClient } from './orgClient.ts';

/** The org with the session of the sf CLI, which signs in and renews the session. */
export function connectOrg(org: Org, apiVersion?: string): OrgClient {
  const connection = org.getConnection(apiVersion);
  const session = {
    url: connection.instanceUrl.replace(/\/+$/, ''),
    accessToken: () => connection.accessToken ?? '',
    refresh: () => connection.refreshAuth()
  };
  return createOrgClient(session, connection.getApiVersion());
}
