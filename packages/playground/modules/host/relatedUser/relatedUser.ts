import { LightningElement, api, wire } from 'lwc';
import { gql, graphql, type GraphQLResult } from 'lightning/graphql';
import { onRecordsChanged } from '../../platform/recordStore.ts';
import { registerRefreshHandler, unregisterRefreshHandler } from '../../lightning/refresh/refresh.ts';
import { readUsers, type ContactUser } from './contactUsers.ts';

const USERS_OF_CONTACT = gql`
  query UsersOfContact($contactId: ID) {
    uiapi {
      query {
        User(where: { ContactId: { eq: $contactId } }, first: 10) {
          edges {
            node {
              Id
              Name @optional {
                value
              }
              Username {
                value
              }
              IsActive {
                value
              }
              Profile @optional {
                Name @optional {
                  value
                }
              }
            }
          }
        }
      }
    }
  }
`;

/** The users of a contact, as a related list shows them. */
export default class RelatedUser extends LightningElement {
  @api recordId: string | undefined;

  @wire(graphql, { query: USERS_OF_CONTACT, variables: '$variables' })
  result: GraphQLResult = {};

  #refreshHandler: number | undefined;
  #stopListening: (() => void) | undefined;

  override connectedCallback(): void {
    this.#refreshHandler = registerRefreshHandler(this, () => this.refresh());
    this.#stopListening = onRecordsChanged((changed) => {
      if ([...changed].some((id) => id.startsWith('005') || id === this.recordId)) {
        void this.refresh();
      }
    });
  }

  override disconnectedCallback(): void {
    this.#stopListening?.();
    if (this.#refreshHandler !== undefined) {
      unregisterRefreshHandler(this.#refreshHandler);
    }
  }

  get variables(): Readonly<Record<string, string | undefined>> {
    return { contactId: this.recordId };
  }

  get users(): ContactUser[] {
    return readUsers(this.result.data);
  }

  get isEmpty(): boolean {
    return this.result.data !== undefined && this.users.length === 0;
  }

  get errorMessage(): string {
    return this.result.errors?.map(({ message }) => message).join(' ') ?? '';
  }

  async refresh(): Promise<boolean> {
    await this.result.refresh?.();
    return true;
  }
}
