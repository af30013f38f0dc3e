import { createHmac, randomBytes } from 'node:crypto';

/** Derives a secret text from a name: 64 hexadecimal digits. The same secret and name give the same text; without the secret nobody can guess it. */
export type Secrets = (name: string) => string;

/** Derives from a random secret unless one is given. */
export function createSecrets(secret: string | Buffer = randomBytes(32)): Secrets {
  return (name) => createHmac('sha256', secret).update(name).digest('hex');
}
