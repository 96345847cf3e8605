import { addDays, holidayTimeOf } from '@luutru/calendar';
import { judge } from './judge';
import { arrivalsOf, FIRST_DAY, randomOf } from './testing/seasonal-ward';

const WARDS = 3;
const DAYS = 1096;

interface Rates {
  readonly alarms: number;
  readonly ordinary: number;
  readonly holidayAlarms: number;
  readonly holidays: number;
  readonly jumps: number;
  readonly drops: number;
  readonly planted: number;
}

/** What the rule says of wards in which nothing unusual happens, and of days that were made unusual. */
function measure(level: number, unrest: number): Rates {
  const rates = { alarms: 0, ordinary: 0, holidayAlarms: 0, holidays: 0, jumps: 0, drops: 0, planted: 0 };
  for (let seed = 1; seed <= WARDS; seed += 1) {
    const habits = { level, unrest, weekend: 0.3, summer: 0.4, growth: 0.1 };
    const series = arrivalsOf(habits, DAYS, randomOf(seed * 7919 + level));
    for (let at = 480; at < DAYS; at += 1) {
      const day = addDays(FIRST_DAY, at);
      const said = judge((one) => series.get(one), day)?.direction;
      const isHoliday = holidayTimeOf(day) !== null;
      rates[isHoliday ? 'holidays' : 'ordinary'] += 1;
      if (said) rates[isHoliday ? 'holidayAlarms' : 'alarms'] += 1;
      if (at % 29 > 0 || isHoliday) continue;
      const times = (factor: number) => (one: string) =>
        one === day ? Math.round((series.get(one) ?? 0) * factor) : series.get(one);
      rates.planted += 1;
      if (judge(times(2.5), day)?.direction === 'jump') rates.jumps += 1;
      if (judge(times(0.15), day)?.direction === 'drop') rates.drops += 1;
    }
  }
  return rates;
}

/** The table of docs/anomalies.md is what this prints. */
it('alarms are rare in wards where nothing happens, and what is planted is found', () => {
  const lines: string[] = [];
  const share = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(2)} %`;
  for (const level of [5, 40, 150, 600]) {
    for (const unrest of [0, 0.01, 0.03]) {
      const rates = measure(level, unrest);
      const { alarms, ordinary, holidayAlarms, holidays, jumps, drops, planted } = rates;
      lines.push(
        `| ${level} | ${unrest} | ${share(alarms, ordinary)} | ${share(holidayAlarms, holidays)} | ${share(jumps, planted)} | ${share(drops, planted)} |`,
      );
      if (level === 5) expect([alarms, holidayAlarms, drops]).toEqual([0, 0, 0]);
      expect(alarms / ordinary).toBeLessThan(0.006);
      expect(holidayAlarms / holidays).toBeLessThan(0.06);
      if (level >= 150 && unrest <= 0.01) expect(Math.min(jumps, drops) / planted).toBeGreaterThan(0.85);
    }
  }
  process.stdout.write(`${lines.join('\n')}\n`);
});
