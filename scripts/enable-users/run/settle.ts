import type { Failure } from 'c/externalUserRules';
import type { Journal } from '../store/pendingRows.ts';
import { nextName } from './nextName.ts';
import type { Store } from '../store/store.ts';
import type { SendRow } from '../store/outcomeRows.ts';

type Known = Pick<SendRow, 'row' | 'attempt' | 'username' | 'nickname'>;

export interface Holder {
  readonly id: string;
  readonly username: string;
}

/** Writes down what became of rows. */
export interface Settle {
  created(row: number, userId: string): void;
  /** A result, or a further try. Who holds a contact that somebody holds is asked when the send ends. */
  failed(sent: Known, failure: Failure): void;
  /** Somebody holds the contact: made by this run, or there before. */
  held(row: number, holder: Holder): void;
}

export function createSettle(store: Store, journal: Journal): Settle {
  const again = (sent: Known, names: Partial<Known>, { code, message }: Failure): void => {
    journal.saveRetry({ ...sent, ...names, code, message });
  };

  return {
    created: (row, userId) => {
      store.saveResult({ row, outcome: 'created', userId, code: '', message: '' });
    },
    failed: (sent, failure) => {
      const { row } = sent;
      const { code, message, details } = failure;
      switch (code) {
        case 'duplicateUsername':
          again(sent, { username: nextName(store, 'username', sent.username, row) }, failure);
          return;
        case 'duplicateNickname':
          again(sent, { nickname: nextName(store, 'nickname', sent.nickname, row) }, failure);
          return;
        case 'locked':
        case 'busy':
        case 'serverDown':
          again(sent, {}, failure);
          return;
        default:
          store.saveResult({
            row,
            outcome: code === 'userExists' ? 'already' : 'failed',
            userId: null,
            code,
            message: message || details
          });
      }
    },
    held: (row, { id, username }) => {
      const isOurs = journal.wasSentAs(row, username);
      store.saveResult({
        row,
        outcome: isOurs ? 'created' : 'already',
        userId: id,
        code: isOurs ? '' : 'userExists',
        message: isOurs ? '' : `${username} holds the contact.`
      });
    }
  };
}
