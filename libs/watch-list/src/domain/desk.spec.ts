import { ROLES } from '@luutru/access';
import { deskAt, deskLevel, deskOfRole, DESKS, nextLevel } from './desk';

describe('duty desks', () => {
  it('lead from the ward to the province and no further', () => {
    expect(DESKS.map((desk) => nextLevel(deskLevel(desk)))).toEqual([1, 2, null]);
    expect(DESKS.map((desk) => deskAt(deskLevel(desk)))).toEqual([...DESKS]);
  });

  it('are known of every role that handles alerts', () => {
    const handling = Object.entries(ROLES).filter(([, { permissions }]) => permissions.includes('alert.handle'));
    expect(handling.map(([role]) => deskOfRole(role)).sort()).toEqual(['province', 'supervisor', 'ward']);
    expect(deskOfRole('facility-owner')).toBeNull();
    expect(deskOfRole(null)).toBeNull();
  });
});
