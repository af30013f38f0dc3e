import { createRandom, type Random } from '../storage/random.ts';
import { isTrue, textOf, type Fields, type StoredRecord } from '../storage/record.ts';
import type { Org } from './org.ts';
import type { Population } from '../startingOrg/population.ts';

/** Adds made-up accounts and contacts with names of many languages. The same seed gives the same ones. */
export function populate(org: Org, population: Population): void {
  const { accounts, contacts, seats = {}, partnerEvery = 5, seed = org.seed } = population;
  const random = createRandom(seed);
  const owners = ownersOf(org);
  const partner = hasField(org, 'IsPartner') ? partnerEvery : 0;
  const accountIds = org.load('Account', accountRows(accounts, random, owners, partner));
  org.load('Contact', contactRows(contacts, random, org, accountIds));
  const licenses = org.schema.object('UserLicense');
  for (const license of licenses === undefined ? [] : org.all(licenses)) {
    const total = seats[textOf(license, 'Name')];
    if (total !== undefined) org.amend(license.Id, { TotalLicenses: total });
  }
}

/** Active internal users with a role, because only they may own the account of an external user [F-003]. */
function ownersOf(org: Org): readonly StoredRecord[] {
  const users = org.schema.object('User');
  const all = users === undefined ? [] : org.all(users);
  return all.filter((user) => isTrue(user, 'IsActive') && textOf(user, 'UserRoleId') !== '' && !isExternal(user));
}

function isExternal(user: StoredRecord): boolean {
  return textOf(user, 'ContactId') !== '';
}

function hasField(org: Org, field: string): boolean {
  return org.schema.object('Account')?.fields.has(field) === true;
}

function* accountRows(
  count: number,
  random: Random,
  owners: readonly StoredRecord[],
  partnerEvery: number
): Generator<Fields> {
  for (let number = 1; number <= count; number++) {
    const owner = oneOf(random, owners);
    yield {
      Name: `${oneOf(random, FAMILY_NAMES) ?? ''} ${oneOf(random, TRADES) ?? ''} ${String(number)}`,
      ...(owner === undefined ? {} : { OwnerId: owner.Id }),
      ...(partnerEvery > 0 && number % partnerEvery === 0 ? { IsPartner: true } : {})
    };
  }
}

function* contactRows(count: number, random: Random, org: Org, accountIds: readonly string[]): Generator<Fields> {
  for (let number = 1; number <= count; number++) {
    const accountId = oneOf(random, accountIds) ?? null;
    const account = accountId === null ? undefined : org.find(accountId);
    yield {
      FirstName: oneOf(random, GIVEN_NAMES) ?? null,
      LastName: oneOf(random, FAMILY_NAMES) ?? null,
      Email: `contact.${String(number)}@populated.example`,
      AccountId: accountId,
      ...(account === undefined ? {} : { OwnerId: textOf(account, 'OwnerId') })
    };
  }
}

function oneOf<T>(random: Random, items: readonly T[]): T | undefined {
  return items[Math.floor(random() * items.length)];
}

const GIVEN_NAMES = [
  'Amélie José Zoë Björn Siân Łukasz Ðặng Nguyễn İpek Ångela Ōkuni Máire Žofia Søren Chloë Inés Jürgen Ștefan Ólafur',
  'Anaïs Tomáš Šárka Ewa Ngozi Kwame Aroha Teuila Siobhán Renée',
  '由紀 民准 伟 美玲 さくら 지우 Елена Дмитро Άννα Νίκος محمد ליאת प्रिया สมชาย Արամ ნინო'
].flatMap((line) => line.split(' '));

const FAMILY_NAMES = [
  "O'Sullivan D'Arcy Müller Núñez Peña Åkesson Gonçalves Dvořák Kowalczyk Şahin Nowak Faʻaleaga Okafor Mbeki Lindström",
  'Sørensen García-López Þórsdóttir Ionescu Szabó Ćosić Le-Blanc Krishnamurthy Tamahori MacAodha Østby Çelik Ruíz',
  '田中 김 王 陳 佐藤 Иванова Шевченко Παπαδόπουλος الحربي כהן शर्मा ศรีสุข Պետրոսյան ბერიძე'
].flatMap((line) => line.split(' '));

const TRADES = 'Trading Foods Textiles Logistics Instruments Energy Ceramics Shipping Optics Paper Farms Tools'.split(
  ' '
);
