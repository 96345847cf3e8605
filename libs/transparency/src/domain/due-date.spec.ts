import { addWorkingDays, ANSWER_WORKING_DAYS } from './due-date';

describe('the day an answer is due', () => {
  it('is ten working days on: two weeks, whatever the day of the week', () => {
    expect(addWorkingDays('2026-11-23', ANSWER_WORKING_DAYS)).toBe('2026-12-07');
    expect(addWorkingDays('2026-11-27', ANSWER_WORKING_DAYS)).toBe('2026-12-11');
  });

  it('never falls on a weekend', () => {
    expect(addWorkingDays('2026-11-28', 1)).toBe('2026-11-30');
    expect(addWorkingDays('2026-11-29', ANSWER_WORKING_DAYS)).toBe('2026-12-11');
  });
});
