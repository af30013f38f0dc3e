import { api, LightningElement, wire } from 'lwc';
import { graphql, type GraphQLDocument, type GraphQLResult } from 'lightning/graphql';
import { forCount } from 'c/externalUserLabels';
import { massLabels } from 'c/externalUserListLabels';
import { SEAT_HOLDERS_QUERY, currentUserId, toSeatHolders } from 'c/externalUserOrg';
import { IDLE_DAYS, isIdle, profilesOfLicense, valueOr, type OrgFacts } from 'c/externalUserRules';

/** Says how many seats of a profile's license could be freed; nothing where no such seat is seen. */
export default class ExternalUserIdleSeats extends LightningElement {
  @api org: OrgFacts | undefined;
  @api profileId = '';

  @wire(graphql, { query: '$holdersQuery', variables: '$holdersVariables' })
  holdersResult: GraphQLResult = {};

  // — what the wire asks —

  get holdersQuery(): GraphQLDocument | undefined {
    return this.profileIds.length === 0 ? undefined : SEAT_HOLDERS_QUERY;
  }

  get holdersVariables() {
    return { profileIds: this.profileIds, userId: currentUserId };
  }

  // — what is on screen —

  get sentence(): string {
    const now = Date.now();
    const { length } = valueOr(toSeatHolders(this.holdersResult), []).filter((holder) => isIdle(holder, now));
    return length === 0 ? '' : forCount(massLabels.idleOne, massLabels.idleMany, length, [String(IDLE_DAYS)]);
  }

  private get profileIds(): readonly string[] {
    return this.org === undefined ? [] : profilesOfLicense(this.org, this.profileId).map(({ id }) => id);
  }
}
