import type { Transaction } from '@luutru/platform';
import { add, COUNTED_COLUMNS, longerOf, PLACE_COLUMNS } from './cell.statements';

const AREAS_AT_ONCE = 50;

const UNLINKED = `(SELECT * FROM statistic_place WHERE level = 'area' AND ward_place_id IS NULL ORDER BY place_id LIMIT ${AREAS_AT_ONCE})`;
const WARDS_SQL = `
  INSERT INTO statistic_place (level, province_id, ward_id, dekads_due) SELECT DISTINCT 'ward', a.province_id, a.ward_id, true FROM ${UNLINKED} AS a
  WHERE NOT EXISTS (SELECT FROM statistic_place p WHERE p.level = 'ward' AND p.ward_id = a.ward_id)`;
const LINK_SQL = `
  UPDATE statistic_place p SET ward_place_id = w.place_id
  FROM ${UNLINKED} AS a JOIN statistic_place w ON w.level = 'ward' AND w.ward_id = a.ward_id
  WHERE p.place_id = a.place_id RETURNING p.place_id AS id`;

/** Of the areas $1. */
const cells = (grain: 'day' | 'month'): string =>
  `(SELECT * FROM statistic_${grain} JOIN statistic_place USING (place_id) WHERE place_id = ANY($1::integer[])) AS cells`;
const sumsOfWards = (grain: 'day' | 'month'): string => {
  const columns = grain === 'day' ? COUNTED_COLUMNS : [...COUNTED_COLUMNS, 'present_nights'];
  return `
    SELECT dimension, stay_kind, value, ward_place_id, ${grain}, ${columns.map((column) => `sum(${column})::integer AS ${column}`).join(', ')}
    FROM ${cells(grain)} GROUP BY 1, 2, 3, 4, 5`;
};
const LONGER = PLACE_COLUMNS.flatMap((place) => longerOf(place, cells('month')));

/**
 * Some areas of before wards had cells of their own, and years and quarters were added up. False when there were none left; nothing may be
 * counted before.
 */
export async function linkWards(tx: Transaction): Promise<boolean> {
  await tx.query(WARDS_SQL);
  const [linked] = await tx.query<[{ id: number }[], number]>(LINK_SQL);
  if (linked.length === 0) return false;
  const ids = linked.map(({ id }) => id);
  await tx.query(add('day', [sumsOfWards('day')]), [ids]);
  await tx.query(add('month', [sumsOfWards('month'), ...LONGER]), [ids]);
  return true;
}
