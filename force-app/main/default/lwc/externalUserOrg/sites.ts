import { gql, type GraphQLResult } from 'lightning/graphql';
import { known, unknown, type Fact, type Site } from 'c/externalUserRules';
import { idOf, readNodes, textAt, valueAt } from './answers.ts';

/** A separate query, since Network exists only where Digital Experiences are enabled. */
export const SITES_QUERY = gql`
  query ExternalUserSites {
    uiapi {
      query {
        Network(orderBy: { Name: { order: ASC } }, first: 100) {
          edges {
            node {
              Id
              Name {
                value
              }
              Status {
                value
              }
              UrlPathPrefix @optional {
                value
              }
              OptionsSendWelcomeEmail @optional {
                value
              }
              SelfRegProfileId @optional {
                value
              }
              OptionsSelfRegistrationEnabled @optional {
                value
              }
            }
          }
        }
      }
    }
  }
`;

export function toSites(result: GraphQLResult | undefined): Fact<readonly Site[]> {
  return readNodes(result, 'Network', (nodes) =>
    nodes.map((node) => {
      const sends = valueAt(node, 'OptionsSendWelcomeEmail', 'value');
      return {
        id: idOf(node),
        name: textAt(node, 'Name') ?? '',
        isLive: textAt(node, 'Status') === 'Live',
        urlPathPrefix: textAt(node, 'UrlPathPrefix'),
        sendsWelcomeEmail: typeof sends === 'boolean' ? known(sends) : unknown('noAccess'),
        selfRegistrationProfileId: textAt(node, 'SelfRegProfileId'),
        hasSelfRegistration: valueAt(node, 'OptionsSelfRegistrationEnabled', 'value') === true
      };
    })
  );
}

/**
 * Where the site's users log in. Lightning is served from `<domain>.lightning.force.com`, its sites from `<domain>.my.site.com`
 * (Help, My Domain URL Formats); any other origin serves both.
 */
export function siteLoginUrl({ urlPathPrefix }: Site, origin: string): string {
  const siteOrigin = origin.replace(/\.lightning\.force\.com$/, '.my.site.com');
  return [siteOrigin, ...(urlPathPrefix === null ? [] : [urlPathPrefix]), 'login'].join('/');
}
