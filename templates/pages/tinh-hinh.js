// Filters and sorts the table of units. The page is whole without it: it only hides and moves rows that are there.
(() => {
  const table = document.getElementById('units');
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const shown = document.getElementById('shown');
  const [wanted, type, status, faulty] = ['wanted', 'type', 'status', 'faulty'].map((id) =>
    document.getElementById(id),
  );
  const headings = [...table.tHead.rows[0].cells];

  /** Words without case and diacritics. */
  const plain = (text) =>
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[đðɖ]/gu, 'd')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();

  const names = new Map(rows.map((row) => [row, plain(`${row.cells[0].textContent} ${row.cells[1].textContent}`)]));

  const filter = () => {
    const words = plain(wanted.value).split(' ');
    for (const row of rows) {
      const { type: ownType, status: ownStatus, errors } = row.dataset;
      row.hidden =
        !words.every((word) => names.get(row).includes(word)) ||
        (type.value !== '' && type.value !== ownType) ||
        (status.value !== '' && status.value !== ownStatus) ||
        (faulty.checked && errors === '0');
    }
    const count = rows.filter((row) => !row.hidden).length;
    shown.textContent = count === 0 ? 'Không có đơn vị nào phù hợp' : `Đang hiện ${count} trong ${rows.length} đơn vị`;
  };

  const valueOf = (row, column) => row.cells[column].dataset.sort ?? row.cells[column].textContent.trim();

  const sort = (heading, column) => {
    const isDescending = heading.getAttribute('aria-sort') === 'ascending';
    for (const other of headings) other.removeAttribute('aria-sort');
    heading.setAttribute('aria-sort', isDescending ? 'descending' : 'ascending');
    const isNumber = heading.dataset.kind === 'number';
    const compare = (a, b) => {
      const [left, right] = [valueOf(a, column), valueOf(b, column)];
      return isNumber ? Number(left) - Number(right) : left.localeCompare(right, 'vi', { numeric: true });
    };
    const ordered = [...rows].sort(compare);
    body.append(...(isDescending ? ordered.reverse() : ordered));
  };

  const clear = () => {
    for (const field of [wanted, type, status]) field.value = '';
    faulty.checked = false;
    for (const heading of headings) heading.removeAttribute('aria-sort');
    body.append(...rows);
    filter();
    wanted.focus();
  };

  for (const [column, heading] of headings.entries()) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = heading.textContent;
    button.title = 'Xếp theo cột này';
    button.addEventListener('click', () => sort(heading, column));
    const words = document.createElement('span'); // for the printer
    words.className = 'words';
    words.textContent = heading.textContent;
    heading.replaceChildren(words, button);
  }
  for (const field of [wanted, type, status, faulty]) field.addEventListener('input', filter);
  document.getElementById('clear').addEventListener('click', clear);
  document.getElementById('filters').hidden = false;
  filter();
})();
