const LWC = 'force-app/main/default/lwc';
const ENABLE_USERS = 'scripts/enable-users';

/** What is mutated, and the paths of the tests that have to notice, as regular expressions. */
interface Room {
  readonly mutate: readonly string[];
  readonly tests: readonly string[];
}

/** The rooms whose mistakes would hurt most. */
export const ROOMS: Readonly<Record<string, Room>> = {
  rules: {
    mutate: [`${LWC}/externalUser{,List}Rules/*.ts`, `${LWC}/externalUserCreation/*.ts`],
    // The tests of decisions by component need a page; the bulk command decides the same cases.
    tests: [
      `${LWC}/externalUser(Rules|ListRules|Creation)/__tests__/(?!decisions)`,
      `${ENABLE_USERS}/plan/(decisions|transliteration)`
    ]
  },
  journal: {
    mutate: [
      `${ENABLE_USERS}/store/*.ts`,
      `${ENABLE_USERS}/run/{recordOutcome,recordHolder,finishBatch,collectJob,sendCollections}.ts`,
      '!**/*.test.ts'
    ],
    tests: [
      `${ENABLE_USERS}/(store|results)/`,
      `${ENABLE_USERS}/run/(otherChanges|ownership|resetPasswords|executeRun|faults|collectJob|record|sendCollections|welcomeEmail)`
    ]
  }
};

/** The room that this process is about. */
export function currentRoom(): Room & { readonly name: string } {
  const name = process.env['MUTATION_ROOM'] ?? '';
  const room = ROOMS[name];
  if (room === undefined) throw new Error(`There is no room “${name}”: choose one by npm run mutation.`);
  return { name, ...room };
}
