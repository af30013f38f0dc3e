import type { Org } from '@salesforce/core';
import { sessionOf } from '../../shared/sf/exchange.ts';
import { useProxyOf } from '../../shared/sf/proxy.ts';
import { createOrgClient, type OrgClient } from './orgClient.ts';

/** The org with the session of the sf CLI, which signs in and renews the session. */
export function connectOrg(org: Org, apiVersion?: string): OrgClient {
  useProxyOf(process.env);
  const connection = org.getConnection(apiVersion);
  return createOrgClient(sessionOf(connection), connection.getApiVersion());
}
