/**
 * Makes the rows of the report searchable and sortable. It runs in the reader's browser: planRowsHtml.ts writes its source
 * into the file, so that it uses nothing from outside.
 */
export function enhanceRows(document: Document): void {
  const table = document.querySelector<HTMLTableElement>('#rows');
  const form = document.querySelector<HTMLFormElement>('#find');
  const search = document.querySelector<HTMLInputElement>('#search');
  const outcome = document.querySelector<HTMLSelectElement>('#outcome');
  const found = document.querySelector<HTMLOutputElement>('#found');
  const body = table?.tBodies[0];
  if (!table || !form || !search || !outcome || !found || !body) return;

  /** Without case and accents, as people search for `zoe`. */
  const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const rows = [...body.rows].map((row) => ({ row, text: folded(row.textContent) }));
  const show = (): void => {
    const words = folded(search.value).split(/\s+/u);
    let shown = 0;
    for (const { row, text } of rows) {
      const isOfOutcome = outcome.value === '' || row.dataset['outcome'] === outcome.value;
      row.hidden = !isOfOutcome || !words.every((word) => text.includes(word));
      if (!row.hidden) shown += 1;
    }
    found.textContent = `${shown.toLocaleString('en-US')} of ${rows.length.toLocaleString('en-US')} shown`;
  };

  const headers = [...table.querySelectorAll<HTMLTableCellElement>('thead th')];
  const sort = (column: number, header: HTMLTableCellElement): void => {
    const direction = header.getAttribute('aria-sort') === 'ascending' ? 'descending' : 'ascending';
    for (const other of headers) other.removeAttribute('aria-sort');
    header.setAttribute('aria-sort', direction);
    const textOf = (row: HTMLTableRowElement): string => row.cells[column]?.textContent ?? '';
    const sign = direction === 'ascending' ? 1 : -1;
    const sorted = rows
      .map(({ row }) => row)
      .sort((one, other) => sign * textOf(one).localeCompare(textOf(other), undefined, { numeric: true }));
    body.append(...sorted);
  };
  for (const [column, header] of headers.entries()) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = header.textContent;
    button.addEventListener('click', () => {
      sort(column, header);
    });
    header.replaceChildren(button);
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
  });
  form.addEventListener('input', show);
  form.hidden = false;
  show();
}
