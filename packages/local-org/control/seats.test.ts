import { callerOf, found } from '../testing/caller.ts';

describe('the seats of a license', () => {
  const caller = callerOf('no-seats');
  const license = caller.named('UserLicense', 'Customer Community').Id;
  const seats = async (): Promise<unknown> =>
    (await found(caller, `SELECT TotalLicenses FROM UserLicense WHERE Id = '${license}'`))[0]?.['TotalLicenses'];

  it.each([
    ['a negative number', license, -1],
    ['a part of a seat', license, 1.5],
    ['no number', license, Number.NaN],
    ['more than the API can say', license, 2 ** 31],
    ['another record', caller.named('Profile', 'Acme Customer').Id, 5],
    ['an unknown record', '100000000000000AAA', 5]
  ])('stay for %s', async (_title, id, total) => {
    expect(caller.localOrg.setSeats(id, total)).toBe(false);
    expect(await seats()).toBe(3);
  });

  it('are set, and read by the APIs', async () => {
    expect(caller.localOrg.setSeats(license, 4)).toBe(true);
    expect(await seats()).toBe(4);
  });
});
