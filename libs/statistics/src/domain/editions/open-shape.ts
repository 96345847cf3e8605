import { classOf } from '../accommodation-class';
import { ALL, type CellName } from '../disclosure/family';
import { FOREIGN, type Shape } from './month-cells';

export const DOMESTIC = 'domestic';

/** What is published for everybody: a province's lodging by ward and class, with domestic and foreign guests. */
export const OPEN_SHAPE: Shape = {
  areaOf: ({ ward }) => ({ leaf: ward, nodes: [`ward:${ward}`] }),
  kindOf: ({ kind, stars }) => {
    const ofForm = classOf(kind, stars);
    return { leaf: ofForm ?? kind, nodes: ofForm ? [`class:${ofForm}`] : [] };
  },
  valueOf: (breakdown, value) => {
    if (breakdown !== 'people') return null;
    const node = value.startsWith('VNM|') ? DOMESTIC : FOREIGN;
    return { leaf: node, nodes: [node] };
  },
  breakdowns: ['people'],
};

/** From how many stays on a figure is published. */
export const OPEN_THRESHOLD = 10;

/**
 * A cell of the tourism authority's figures under the name that it has among the published ones; null where these have none. What
 * is hidden there is hidden here, or everybody there could take this for it.
 */
export function openCell({ area = ALL, kind = ALL, breakdown, value }: CellName): CellName | null {
  const isNode = (area === ALL || area.startsWith('ward:')) && (kind === ALL || kind.startsWith('class:'));
  if (!isNode) return null;
  if (!breakdown) return { area, kind };
  if (breakdown !== 'people') return null;
  if (value === FOREIGN) return { area, kind, breakdown, value };
  return value === 'nationality:VNM' ? { area, kind, breakdown, value: DOMESTIC } : null;
}
