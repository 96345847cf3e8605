import { Group, NativeSelect, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { choicesOf, type Days, kindOf, monthEnd, monthStart, nameOf, PERIOD_KINDS, type PeriodKind } from './periods';

interface PeriodChoiceProps {
  readonly period: Days;
  /** The last day that figures are given of. */
  readonly lastDay: string;
  /** Whoever sees exact figures may ask for any days; others for whole months. */
  readonly byDay: boolean;
  readonly onChange: (period: Days) => void;
}

/** A month, a quarter, a year, or from one to another. */
export function PeriodChoice({ period, lastDay, byDay, onChange }: PeriodChoiceProps) {
  const { t } = useTranslation('figures');
  const found = kindOf(period, lastDay);
  // A quarter of which one month is over is that month too: what the person chose says which is meant.
  const [chosen, setChosen] = useState(found);
  const within = (one: PeriodKind): boolean =>
    one === 'own' || choicesOf(one, lastDay).some(({ from, to }) => from === period.from && to === period.to);
  const kind = within(chosen) ? chosen : found;
  const choose = (next: PeriodKind): void => {
    setChosen(next);
    if (next === 'own') return;
    // The one of the new kind that the period ends in, or the latest.
    const choices = choicesOf(next, lastDay);
    const [latest] = choices;
    const nearest = choices.find(({ from, to }) => from <= period.to && period.to <= to) ?? latest;
    if (nearest) onChange(nearest);
  };
  return (
    <Group gap="sm" align="flex-end">
      <Stack gap={2}>
        <SegmentedControl
          aria-label={t('period.kind')}
          value={kind}
          onChange={choose}
          data={PERIOD_KINDS.map((value) => ({ value, label: t(`period.${value}`) }))}
        />
      </Stack>
      {kind === 'own' ? (
        <OwnPeriod {...{ period, lastDay, byDay, onChange }} />
      ) : (
        <NativeSelect
          label={t(`period.${kind}`)}
          value={period.from}
          onChange={(event) => {
            const one = choicesOf(kind, lastDay).find(({ from }) => from === event.currentTarget.value);
            if (one) onChange(one);
          }}
          data={choicesOf(kind, lastDay).map((one) => ({ value: one.from, label: nameOf(one) }))}
        />
      )}
    </Group>
  );
}

function OwnPeriod({ period, lastDay, byDay, onChange }: PeriodChoiceProps) {
  const { t } = useTranslation('figures');
  const type = byDay ? 'date' : 'month';
  const shown = (day: string): string => (byDay ? day : day.slice(0, 7));
  const [from, setFrom] = useState(shown(period.from));
  const [to, setTo] = useState(shown(period.to));
  const set = (nextFrom: string, nextTo: string): void => {
    setFrom(nextFrom);
    setTo(nextTo);
    const complete = /^\d{4}-\d{2}(-\d{2})?$/;
    if (!complete.test(nextFrom) || !complete.test(nextTo) || nextTo < nextFrom) return;
    onChange({
      from: byDay ? nextFrom : monthStart(nextFrom),
      to: byDay ? nextTo : monthEnd(`${nextTo}-01`),
    });
  };
  const backwards = to < from ? t('period.backwards') : undefined;
  return (
    <>
      <TextInput
        label={t('period.from')}
        type={type}
        max={shown(lastDay)}
        value={from}
        onChange={(event) => set(event.currentTarget.value, to)}
      />
      <TextInput
        label={t('period.to')}
        type={type}
        max={shown(lastDay)}
        value={to}
        error={backwards}
        onChange={(event) => set(from, event.currentTarget.value)}
      />
    </>
  );
}
