import { LightningElement, api, wire } from 'lwc';
import { gql, graphql, type GraphQLResult } from 'lightning/graphql';
import { layoutOf } from '../recordPage/layouts.ts';
import { readRows, type Row } from './rows.ts';

const CONTACTS = gql`
  query Contacts {
    uiapi {
      query {
        Contact(first: 200, orderBy: { Name: { order: ASC } }) {
          edges {
            node {
              Id
              Name {
                value
              }
              Title @optional {
                value
              }
              Email @optional {
                value
              }
              Account @optional {
                Id
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

/** The list of contacts: where a demo looks for another one. */
export default class ObjectList extends LightningElement {
  @api objectApiName: string | undefined;

  @wire(graphql, { query: CONTACTS })
  result: GraphQLResult = {};

  get isSupported(): boolean {
    return this.objectApiName === 'Contact';
  }

  get iconName(): string {
    return layoutOf('Contact').iconName;
  }

  get rows(): Row[] {
    return readRows(this.result.data);
  }

  get count(): string {
    return String(this.rows.length);
  }

  get isLoading(): boolean {
    return this.result.data === undefined && this.errorMessage === '';
  }

  get errorMessage(): string {
    return this.result.errors?.map(({ message }) => message).join(' ') ?? '';
  }
}
