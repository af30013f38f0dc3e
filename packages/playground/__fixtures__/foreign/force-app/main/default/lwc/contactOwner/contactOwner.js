import { LightningElement, api, wire } from 'lwc';
import { gql, graphql } from 'lightning/graphql';

const PERSON = gql`
  fragment person on User {
    Name {
      value
    }
    Title {
      value
    }
  }
`;

const CONTACT = gql`
  fragment contact on Contact {
    Name {
      value
    }
    Owner {
      ...person
    }
  }
  ${PERSON}
`;

/** A document that has another one in it, which has a third one. */
export default class ContactOwner extends LightningElement {
  @api recordId;

  @wire(graphql, {
    query: gql`
      query owner($id: ID) {
        uiapi {
          query {
            Contact(where: { Id: { eq: $id } }) {
              edges {
                node {
                  ...contact
                }
              }
            }
          }
        }
      }
      ${CONTACT}
    `,
    variables: '$variables'
  })
  result;

  get variables() {
    return { id: this.recordId };
  }

  get sentence() {
    const { data, errors } = this.result;
    if (errors) return errors.map(({ message }) => message).join(' ');
    const contact = data?.uiapi.query.Contact.edges[0]?.node;
    return contact ? `${contact.Name.value} is looked after by ${contact.Owner.Name.value}` : '';
  }
}
