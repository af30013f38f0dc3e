import { RUNNING_USER, queryData, record } from './answers.ts';
import { create, refusal } from './testOrg.ts';

/** A user of the org, or somebody whose names nobody else may have. */
export interface Named {
  readonly username: string;
  readonly nickname: string;
  /** Null for a user of another org, which no query shows. */
  readonly contactId: string | null;
}

/** An org that gives each username and each nickname once, whatever their case [F-007]. */
export class UniqueNames {
  private readonly all: Named[];
  /** The users that the org created, in their order. */
  readonly made: Named[] = [];

  constructor(holders: readonly Named[] = []) {
    this.all = [...holders];
  }

  /** Lets the org answer each request to create a user. */
  answerCreations(): void {
    create.mockReset().mockImplementation(({ fields }) => {
      const user = {
        username: String(fields['Username']),
        nickname: String(fields['CommunityNickname']),
        contactId: String(fields['ContactId'])
      };
      const refused = this.refuse(user);
      if (refused !== null) {
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- UI API's rejections are no Error
        return Promise.reject(refused);
      }
      this.all.push(user);
      this.made.push(user);
      return Promise.resolve(record('User', userIdOf(user), { Username: user.username }));
    });
  }

  /** The users of a contact, as GraphQL answers them. */
  usersOfContacts(): readonly Readonly<Record<string, unknown>>[] {
    return this.made.map((user) => ({
      Id: userIdOf(user),
      ContactId: { value: user.contactId },
      Name: { value: user.nickname },
      Username: { value: user.username },
      IsActive: { value: true },
      CreatedById: { value: RUNNING_USER },
      CreatedDate: { value: new Date().toISOString() }
    }));
  }

  /** Who has which name, as GraphQL answers it for the users of this org. */
  namesInOrg(): unknown {
    const nodes = this.all
      .filter(({ contactId }) => contactId !== null)
      .map(({ username, nickname, contactId }) => ({
        Username: { value: username },
        CommunityNickname: { value: nickname },
        Name: { value: nickname },
        IsActive: { value: true },
        ContactId: { value: contactId },
        UserType: { value: 'CspLitePortal' }
      }));
    return queryData({ usernames: nodes, nicknames: nodes });
  }

  private refuse({ username, nickname }: Named): ReturnType<typeof refusal> | null {
    const has = (name: string) => (value: string) => value.toLowerCase() === name.toLowerCase();
    if (this.all.map((user) => user.username).some(has(username))) {
      return refusal('DUPLICATE_USERNAME', 'Duplicate Username.', 'Username');
    }
    // Nicknames are unique within the org only.
    return this.all.filter(({ contactId }) => contactId !== null).some((user) => has(nickname)(user.nickname))
      ? refusal('DUPLICATE_COMM_NICKNAME', 'Duplicate Nickname.', 'CommunityNickname')
      : null;
  }
}

function userIdOf({ contactId }: Named): string {
  return `005${contactId?.slice(3) ?? ''}`;
}
