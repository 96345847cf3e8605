import { birthDateEvidence } from './birth-date-evidence';
import { comparePair } from './compare-names';
import type { MatchReason } from './match-reason';
import { nameReasons } from './name-reasons';
import { type NameRarity, VIETNAMESE_NAME_RARITY } from './name-rarity';
import { shownScore } from './name-features';
import { NAME_WEIGHTS } from './name-weights';
import { numberEvidence, readNumbers } from './number-evidence';
import type { PartialDate, PersonDescription } from './person-description';
import { PERSON_WEIGHTS } from './person-weights';
import { readName, type ReadName } from './read-name';

/** How likely two descriptions are of the same person, and why. */
export interface PersonScore {
  /** 0 to 1. */
  readonly score: number;
  /** What weighs most, for or against, first. */
  readonly reasons: readonly MatchReason[];
}

/** A description taken apart, once for all its comparisons. */
export interface ReadPerson {
  readonly names: readonly ReadName[];
  readonly numbers: readonly string[];
  readonly birthDates: readonly PartialDate[];
  readonly sex: 'M' | 'F' | null;
  readonly nationality: string | null;
}

export const readPerson = (person: PersonDescription): ReadPerson => ({
  names: person.names.map(readName).filter(({ words }) => words.length > 0),
  numbers: readNumbers(person.documentNumbers),
  birthDates: person.birthDates,
  sex: person.sex,
  nationality: person.nationality,
});

/**
 * Compares a listed person with one seen at the desk. The score is the chance that they are one person, before which
 * nothing speaks but odds of one in 3,000 (person-weights.ts); what is missing on either side says nothing.
 */
export function comparePersons(
  listed: PersonDescription,
  seen: PersonDescription,
  rarity: NameRarity = VIETNAMESE_NAME_RARITY,
): PersonScore {
  return compareRead(readPerson(listed), readPerson(seen), rarity);
}

export function compareRead(listed: ReadPerson, seen: ReadPerson, rarity: NameRarity): PersonScore {
  const number = numberEvidence(listed.numbers, seen.numbers);
  const name = nameEvidence(listed.names, seen.names, rarity);
  const others = otherEvidence(listed, seen);
  let beside = name.weight + others.reduce((sum, { weight }) => sum + weight, 0);
  if (number?.code === 'same-number') beside = Math.max(beside, PERSON_WEIGHTS.leastBesideNumber);
  const odds = PERSON_WEIGHTS.start + (number?.weight ?? 0) + beside;
  const reasons = [...(number ? [number] : []), ...name.reasons, ...others];
  return {
    score: 1 / (1 + Math.exp(-odds)),
    reasons: reasons.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)),
  };
}

/** What the two best fitting names say: how rare the words are that agree, less what stands between the names. */
function nameEvidence(
  listed: readonly ReadName[],
  seen: readonly ReadName[],
  rarity: NameRarity,
): { readonly weight: number; readonly reasons: readonly MatchReason[] } {
  let best: { weight: number; reasons: () => MatchReason[] } | null = null;
  for (const one of seen) {
    for (const other of listed) {
      const pairing = comparePair(one, other, NAME_WEIGHTS, rarity);
      const agreement = Math.min(PERSON_WEIGHTS.mostAgreement, pairing.agreement);
      const weight = agreement - pairing.cost;
      if (best !== null && weight <= best.weight) continue;
      const score = shownScore(pairing.cost, NAME_WEIGHTS);
      best = {
        weight,
        reasons: () => [
          { code: pairing.cost === 0 ? 'name-same' : 'name-similar', params: { score }, weight: agreement },
          ...(pairing.cost === 0 ? [] : nameReasons(one, other, pairing, NAME_WEIGHTS)),
        ],
      };
    }
  }
  return best
    ? { weight: best.weight, reasons: best.reasons() }
    : { weight: PERSON_WEIGHTS['name-unknown'], reasons: [] };
}

/** Birth date, sex and nationality. */
export function otherEvidence(listed: ReadPerson, seen: ReadPerson): readonly MatchReason[] {
  const reasons: MatchReason[] = [];
  const birthDate = birthDateEvidence(listed.birthDates, seen.birthDates);
  if (birthDate) reasons.push(birthDate);
  if (listed.sex && seen.sex) {
    const code = listed.sex === seen.sex ? 'sex-same' : 'sex-differs';
    reasons.push({ code, params: {}, weight: PERSON_WEIGHTS[code] });
  }
  if (listed.nationality && seen.nationality) {
    const same = listed.nationality === seen.nationality;
    const code = same ? 'nationality-same' : 'nationality-differs';
    const weight = PERSON_WEIGHTS[same && seen.nationality === 'VNM' ? 'nationality-same-vnm' : code];
    reasons.push({ code, params: { listed: listed.nationality, seen: seen.nationality }, weight });
  }
  return reasons;
}
