// The same table as a team would build it today: React, TanStack Table and TanStack Virtual.

import { StrictMode, useEffect, useRef, useState } from "react";
import { createRoot } from "react-dom/client";
import {
  columnFilteringFeature,
  createFilteredRowModel,
  createSortedRowModel,
  globalFilteringFeature,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { useVirtualizer } from "@tanstack/react-virtual";

import { BEYOND, COMPARE, ROW_HEIGHT, counted, day, distance, readContracts, shows } from "../shared/contracts.js";

const features = tableFeatures({
  columnFilteringFeature,
  globalFilteringFeature,
  rowSortingFeature,
  filteredRowModel: createFilteredRowModel(),
  sortedRowModel: createSortedRowModel(),
});

const sortFn = (key) => (left, right) => COMPARE[key](left.original, right.original);

const columns = [
  {
    id: "contract",
    accessorKey: "name",
    header: "Contract",
    sortFn: sortFn("contract"),
    cell: ({ row }) => <a href={`contracts/${encodeURIComponent(row.original.name)}`}>{row.original.name}</a>,
  },
  { id: "id", accessorKey: "id", header: "ID", sortFn: sortFn("id"), cell: ({ row }) => row.original.id },
  { id: "expires", accessorKey: "end", header: "Expires", sortFn: sortFn("expires"), cell: ({ row }) => <End contract={row.original} /> },
  { id: "status", accessorKey: "status", header: "Status", sortFn: sortFn("status"), cell: ({ row }) => <span>{row.original.status}</span> },
];

// Every column is looked through at once: it is enough to ask for one of them.
const globalFilterFn = (row, column, needle) => shows(row.original, needle);
const getColumnCanGlobalFilter = (column) => column.id === "contract";
const NONE = [];

function Contracts() {
  const [data, setData] = useState(NONE);
  const [sorting, setSorting] = useState([{ id: "expires", desc: false }]);
  const [filter, setFilter] = useState("");
  useEffect(() => {
    let isLeft = false;
    readContracts().then((contracts) => isLeft || setData(contracts));
    return () => {
      isLeft = true;
    };
  }, []);
  const model = useTable({
    features,
    columns,
    data,
    state: { sorting, globalFilter: filter.trim().toLowerCase() },
    onSortingChange: setSorting,
    globalFilterFn,
    getColumnCanGlobalFilter,
    enableSortingRemoval: false,
    sortDescFirst: false,
  });
  const rows = model.getRowModel().rows;
  return (
    <>
      <h1>Contracts</h1>
      <input type="search" aria-label="Filter contracts" value={filter} onChange={(event) => setFilter(event.target.value)} />
      <p className="table-count__text">{data === NONE ? "" : counted(rows.length, data.length)}</p>
      <Rows model={model} rows={rows} sorting={sorting[0]} />
    </>
  );
}

function Rows({ model, rows, sorting }) {
  const viewport = useRef(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => viewport.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: BEYOND,
  });
  const items = virtualizer.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0);
  const direction = sorting.desc ? "descending" : "ascending";
  return (
    <div className="viewport" ref={viewport}>
      <table>
        <thead>
          {model.getHeaderGroups().map((group) => (
            <tr key={group.id}>
              {group.headers.map((header) => (
                <th key={header.id} scope="col" aria-sort={header.column.id === sorting.id ? direction : undefined}>
                  <button type="button" onClick={header.column.getToggleSortingHandler()}>
                    <model.FlexRender header={header} />
                  </button>
                </th>
              ))}
              <th scope="col">Computers</th>
            </tr>
          ))}
        </thead>
        <tbody>
          <Space height={before} />
          {items.map((item) => (
            <Row key={rows[item.index].id} model={model} row={rows[item.index]} />
          ))}
          <Space height={after} />
        </tbody>
      </table>
    </div>
  );
}

function Row({ model, row }) {
  const [name, ...others] = row.getAllCells();
  return (
    <tr>
      <th scope="row">
        <model.FlexRender cell={name} />
      </th>
      {others.map((cell) => (
        <td key={cell.id}>
          <model.FlexRender cell={cell} />
        </td>
      ))}
      <td>
        <span>…</span>
      </td>
    </tr>
  );
}

function End({ contract }) {
  const far = distance(contract);
  return (
    <>
      <time dateTime={contract.date} title={`${contract.date} UTC`}>
        {day(contract)}
      </time>
      {far && ", "}
      {far && <span>{far}</span>}
    </>
  );
}

function Space({ height }) {
  return (
    <tr className="space">
      <td colSpan={5} style={{ "--height": `${height}px` }} />
    </tr>
  );
}

createRoot(document.getElementById("root")).render(
  <StrictMode>
    <Contracts />
  </StrictMode>,
);
