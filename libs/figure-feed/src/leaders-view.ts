import { type Caller, type Grant, unitArea } from '@luutru/access';
import type { ReferenceDataService } from '@luutru/reference-data';

type Units = ReferenceDataService['adminUnits'];

/** What the leaders of the unit may see of it, by their policy: figures that may be disclosed, and no small ones. */
const leaders = ({ reach, unitId }: Grant): Grant => ({
  role: 'provincial-leader',
  permissions: new Set(['statistics.read']),
  reach,
  ...(unitId !== undefined && { unitId }),
});

/**
 * The key of an operations centre as a reader of statistics. Only the feed reads in this way: the key itself has no permission
 * for the statistics, and asks nothing that the feed does not offer.
 */
export const asLeaders = ({ principal, requestId }: Caller): Caller => ({
  requestId,
  principal: {
    ...principal,
    grants: principal.grants.filter(({ permissions }) => permissions.has('figures.feed')).map(leaders),
  },
});

/** The same for the worker, which tells what changed. */
export const leadersOf = (unitId: string, units: Units): Caller => ({
  requestId: `feed-${unitId}`,
  principal: {
    kind: 'api-key',
    id: 'figure-feed',
    ownIndexes: [],
    grants: [
      leaders({
        role: null,
        permissions: new Set(),
        unitId,
        reach: { facilityIds: [], areas: [unitArea(units, unitId, null)] },
      }),
    ],
  },
});
