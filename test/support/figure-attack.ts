import { Attacker } from '../../libs/statistics/src/domain/disclosure/testing/attacker';
import type { Party } from './guests';

/** How many persons of one sort, which an attacker does not know: told apart by nationality or by sex. */
interface Unknown {
  readonly month: string;
  readonly ward: string;
  readonly 'former-ward': string | null;
  readonly kind: string;
  readonly stars: string | null;
  readonly class: string;
  readonly nationality?: string;
  readonly sex?: string;
  persons: number;
}

/** What one answer says: so many persons in all like this; null: it was hidden. */
export interface Told {
  readonly months: readonly string[];
  readonly like: Readonly<Record<string, string | null | readonly string[]>>;
  readonly foreigners?: boolean;
  readonly persons: number | null;
}

/** What an attacker finds out of what was hidden. */
export interface Leak {
  readonly told: Told;
  readonly how: string;
}

const SMALL = 5;

/** All that there is to know of guests, and what can be worked out of what was told of it. */
export class FigureAttack {
  private readonly unknowns: Unknown[];

  constructor(parties: readonly Party[]) {
    const found = new Map<string, Unknown>();
    for (const { lodging, month, nationality, sex, persons } of parties) {
      const { ward, formerWard, kind } = lodging;
      const stars = lodging.stars === null ? null : String(lodging.stars);
      const place = { month, ward, 'former-ward': formerWard, kind, stars, class: stars === null ? kind : `${stars}*` };
      for (const own of [{ nationality }, { sex }]) {
        const key = JSON.stringify([place, own]);
        const unknown = found.get(key) ?? { ...place, ...own, persons: 0 };
        found.set(key, unknown);
        unknown.persons += persons;
      }
    }
    this.unknowns = [...found.values()];
  }

  /** The true number behind an answer. */
  truth(told: Told): number {
    return this.sumOf(told).reduce((sum, at) => sum + (this.unknowns[at]?.persons ?? 0), 0);
  }

  /** Everything hidden that can be computed, or bounded to one number, or to fewer than the threshold. */
  leaks(answers: readonly Told[]): Leak[] {
    const distinct = [...new Map(answers.map((told) => [JSON.stringify(told), told])).values()];
    const shown = distinct.flatMap((told) =>
      told.persons === null ? [] : [{ sum: this.sumOf(told), value: told.persons }],
    );
    const unique = [...new Map(shown.map((answer) => [JSON.stringify(answer), answer])).values()];
    const attacker = new Attacker(this.unknowns.length, [...unique, ...this.samePeople()]);
    const hidden = distinct.filter(({ persons }) => persons === null);
    return hidden.flatMap((told): Leak[] => {
      const sum = this.sumOf(told);
      if (sum.length === 0) return [];
      if (attacker.computes(sum)) return [{ told, how: 'computed' }];
      const [low, high] = attacker.bounds(sum);
      if (low === high) return [{ told, how: `bounded to ${low}` }];
      const truth = this.truth(told);
      return truth > 0 && truth < SMALL && high < SMALL ? [{ told, how: `below ${SMALL}` }] : [];
    });
  }

  /** Those told apart by nationality are those told apart by sex. */
  private samePeople(): { sum: number[]; value: number }[] {
    const places = new Map<string, number[]>();
    this.unknowns.forEach(({ month, ward, kind, stars, nationality, ...unknown }, at) => {
      const key = [month, ward, unknown['former-ward'], kind, stars].join('|');
      places.set(key, [...(places.get(key) ?? []), nationality === undefined ? ~at : at]);
    });
    return [...places.values()].map((sum) => ({ sum, value: 0 }));
  }

  private sumOf({ months, like, foreigners }: Told): number[] {
    const set = 'sex' in like ? 'sex' : 'nationality';
    return this.unknowns.flatMap((unknown, at) => {
      const isOf =
        unknown[set] !== undefined &&
        months.includes(unknown.month) &&
        (foreigners === undefined || (unknown.nationality !== 'VNM') === foreigners) &&
        Object.entries(like).every(([name, value]) => {
          const own = unknown[name as keyof Unknown] as string | null | undefined;
          return Array.isArray(value) ? value.includes(own) : own === value;
        });
      return isOf ? [at] : [];
    });
  }
}
