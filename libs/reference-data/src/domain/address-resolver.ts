import type { AdminUnit, AdminUnits } from './admin-unit';
import { PlaceIndex } from './place-index';
import { findMentions, type Mention, type Mentions, overlap } from './place-mentions';
import { type Reading, readings } from './place-score';
import { type KnownWords, placeTokens, type PlaceToken } from './place-text';

/** Where an address lies in today's administration. */
export interface AddressResolution {
  /** `ambiguous`: the ward is one of `candidates`. `province`: no ward, but the province is certain. */
  readonly status: 'resolved' | 'ambiguous' | 'province' | 'unresolved';
  readonly ward: AdminUnit | null;
  readonly province: AdminUnit | null;
  /** Today's wards it may be, likeliest first, at most 50; where only a former district is named, the wards it became. */
  readonly candidates: readonly AdminUnit[];
  /** Whether the address was written in today's or in the former administration. */
  readonly via: 'current' | 'pre-merger' | 'code' | null;
  /** What is written besides the ward and the places around it: house, street, hamlet. Empty if nothing or no ward is. */
  readonly street: string;
}

const MAX_LENGTH = 500;
const MAX_CANDIDATES = 50;
/** Words kept: all Vietnamese syllables in three ways of writing, and numbers of houses; a few megabytes. */
const MOST_KNOWN = 20_000;
/** Readings that far below the best one are not meant; less than any single piece of evidence about the ward itself. */
const MARGIN = 0.9;
/** A reading below this rests on a name alone, against what the rest of the text says. */
const LEAST = 1;
const NOTHING: AddressResolution = {
  status: 'unresolved',
  ward: null,
  province: null,
  candidates: [],
  via: null,
  street: '',
};

/** Finds today's ward of an address, also of one from before the merger of July 2025. Never throws. */
export class AddressResolver {
  private readonly index: PlaceIndex;
  private readonly known: KnownWords = new Map();

  constructor(private readonly units: AdminUnits) {
    this.index = new PlaceIndex(units);
  }

  /** @param hint portal codes that the sender gave besides the text; a ward code decides alone */
  resolve(text: string, hint: { readonly provinceCode?: string; readonly wardCode?: string } = {}): AddressResolution {
    if (hint.wardCode !== undefined) return this.byWardCode(hint.wardCode);
    const given = hint.provinceCode === undefined ? undefined : this.units.findByPortalCode(hint.provinceCode);
    if (hint.provinceCode !== undefined && given?.level !== 'province') return NOTHING;
    const nfc = text.slice(0, MAX_LENGTH).normalize('NFC');
    if (this.known.size > MOST_KNOWN) this.known.clear();
    const tokens = placeTokens(nfc, this.known);
    const mentions = findMentions(tokens, this.index);
    const ranked = readings(mentions, given).sort((a, b) => b.score - a.score);
    const [first] = ranked;
    if (!first || first.score < LEAST) return this.withoutWard(mentions, given);
    const meant = ranked.filter((reading) => reading.score > first.score - MARGIN);
    const wards = [...new Set(meant.flatMap((reading) => reading.place.wards))];
    const inside = given ? wards.filter((ward) => ward.parentId === given.unitId) : wards;
    return this.resolved(inside, first.place.current ? 'current' : 'pre-merger', streetOf(nfc, tokens, first));
  }

  private byWardCode(code: string): AddressResolution {
    const ward = this.units.findByPortalCode(code);
    return ward?.level === 'ward' ? this.resolved([ward], 'code', '') : NOTHING;
  }

  private resolved(
    wards: readonly AdminUnit[],
    via: 'current' | 'pre-merger' | 'code',
    street: string,
  ): AddressResolution {
    const [ward, ...others] = wards;
    if (!ward) return NOTHING;
    const provinces = new Set(wards.map((candidate) => candidate.parentId));
    const province = provinces.size === 1 ? (this.units.provinceOf(ward.unitId) ?? null) : null;
    if (others.length === 0) return { status: 'resolved', ward, province, candidates: [ward], via, street };
    return { status: 'ambiguous', ward: null, province, candidates: wards.slice(0, MAX_CANDIDATES), via, street };
  }

  private withoutWard(mentions: Mentions, given: AdminUnit | undefined): AddressResolution {
    const named = this.namedProvinces(mentions);
    const wards = this.wardsOfDistrict(mentions, named?.mention);
    const provinces = given ? [given] : (named?.provinces ?? this.provincesOf(wards));
    const [only, another] = provinces;
    if (!only || another) return NOTHING;
    const inside = wards.filter((ward) => ward.parentId === only.unitId);
    const [ward] = inside;
    // An island district without communes became one special zone.
    if (ward && inside.length === 1 && ward.name.startsWith('Đặc khu ')) return this.resolved([ward], 'pre-merger', '');
    return { ...NOTHING, status: 'province', province: only, candidates: inside.slice(0, MAX_CANDIDATES) };
  }

  /** Today's provinces of the last province the text names. */
  private namedProvinces({ provinces }: Mentions): { mention: Mention; provinces: AdminUnit[] } | undefined {
    const mention = provinces.filter(({ cleanLeft, cleanRight }) => cleanLeft && cleanRight).at(-1) ?? provinces.at(-1);
    if (!mention) return undefined;
    const today = mention.places.flatMap(({ unit, current }) =>
      current ? [unit] : this.units.successors(unit.unitId),
    );
    return { mention, provinces: [...new Set(today)] };
  }

  /** Today's wards of the former district that the text names the most clearly. */
  private wardsOfDistrict({ districts }: Mentions, province: Mention | undefined): AdminUnit[] {
    const [district] = districts
      .filter((mention) => mention.cleanLeft && mention.cleanRight && !(province && overlap(mention, province)))
      .sort((a, b) => clarity(b) - clarity(a));
    const wards = (district?.places ?? []).flatMap(({ unit }) => this.units.successors(unit.unitId));
    return [...new Set(wards)];
  }

  private provincesOf(wards: readonly AdminUnit[]): AdminUnit[] {
    const provinces = wards.map((ward) => this.units.provinceOf(ward.unitId)).filter((unit) => unit !== undefined);
    return [...new Set(provinces)];
  }
}

const clarity = (mention: Mention): number => (mention.type ? 10 : 0) + mention.end - mention.start;

/** The text before the ward; of an address written largest first, the text after it. */
function streetOf(text: string, tokens: readonly PlaceToken[], { mention, district, province }: Reading): string {
  const larger = district ?? province;
  const reversed = larger !== null && larger.start < mention.start;
  const from = tokens[mention.typeStart]?.start ?? 0;
  const to = tokens[mention.end - 1]?.end ?? text.length;
  return (reversed ? text.slice(to) : text.slice(0, from)).replace(/^[\s,;:.|-]+|[\s,;:|-]+$/gu, '');
}
