interface SpaceProps {
  /** How many are not there. */
  readonly lines: number;
  /** In pixels. */
  readonly height: number;
  readonly columns: number | undefined;
}

const BARE = { border: 0, padding: 0, margin: 0 } as const;

/** Stands for lines that are far from the window. In a table the stripes stay where they are: odd for odd, even for even. */
export function Space({ lines, height, columns }: SpaceProps) {
  if (columns === undefined) {
    return <li aria-hidden="true" data-space="" style={{ ...BARE, gridColumn: '1 / -1', height }} />;
  }
  const heights = lines % 2 === 1 ? [height] : [height, 0];
  return heights.map((high, at) => (
    <tr key={at} aria-hidden="true" data-space="" style={BARE}>
      <td colSpan={columns} data-label="" style={{ ...BARE, height: high }} />
    </tr>
  ));
}
