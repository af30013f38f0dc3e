import type { AmountOption } from '../shared/options.ts';

const MOST = 1_000_000;

/** `--rows 1000,10000`: the sizes to measure, read in ascending order. */
export const rowsOption: AmountOption<readonly number[]> = {
  name: 'rows',
  usual: '1000,10000,100000',
  takes: `whole numbers from 1 to ${MOST} with commas between them`,
  read: (text) => {
    const sizes = text.split(',').map((size) => (/^[1-9]\d*$/u.test(size) ? Number(size) : NaN));
    return sizes.every((size) => size <= MOST) ? [...new Set(sizes)].sort((one, other) => one - other) : null;
  }
};
