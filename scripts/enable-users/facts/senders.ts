import { valueOr, type Site } from 'c/externalUserRules';
import { known, type Answer } from 'sf-cli/answer';
import { isJson, listAt, textAt, type Json } from 'sf-cli/json';
import { AUTHORIZED_QUERY, isVerifiedSender, KEYS_QUERY, toEmailDomains } from '../../shared/sf/emailDomains.ts';
import type { OrgApi } from '../transports/orgApi.ts';

/** The addresses by site name of live sites that send welcome email, from which none arrives. */
export type UnverifiedSenders = ReadonlyMap<string, string>;

const SENDERS_QUERY = 'SELECT Name, EmailSenderAddress FROM Network';

/** Reads nothing where no site sends welcome email. What can't be read says nothing of a sender. */
export async function readUnverifiedSenders(api: OrgApi, sites: readonly Site[]): Promise<UnverifiedSenders> {
  const sending = sites.filter(({ isLive, sendsWelcomeEmail }) => isLive && valueOr(sendsWelcomeEmail, false));
  if (sending.length === 0) return new Map();
  const [[networks, keys], authorized] = await Promise.all([
    api.queries([SENDERS_QUERY, KEYS_QUERY]),
    api.read(`/tooling/query?q=${encodeURIComponent(AUTHORIZED_QUERY)}`, isJson)
  ]);
  if (networks?.kind !== 'known' || keys === undefined) return new Map();
  const domains = toEmailDomains(keys, rowsOf(authorized));
  return new Map(
    networks.value
      .filter((row) => sending.some(({ name }) => name === textAt(row, 'Name')))
      .map((row) => [textAt(row, 'Name'), textAt(row, 'EmailSenderAddress')] as const)
      .filter(([, address]) => address !== '' && isVerifiedSender(address, domains) === false)
  );
}

function rowsOf(answer: Answer<unknown>): Answer<readonly Json[]> {
  return answer.kind === 'refused' ? answer : known(listAt(answer.value, 'records').filter(isJson));
}
