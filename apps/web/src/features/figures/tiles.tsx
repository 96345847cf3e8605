import type { Output } from '@luutru/client';
import { Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconArrowDownRight, IconArrowUpRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { changeOf, type Hidden, useFigureText, useIndicators } from './figure-text';
import classes from './figures.module.css';

type Row = Output<'getFigures'>['rows'][number];

/** One figure of a period, and the same of the period it is compared with. */
interface Figure {
  readonly id: string;
  readonly name: string;
  readonly definition: string;
  readonly unit: string | undefined;
  readonly value: number | null | undefined;
  readonly hidden: Hidden | undefined;
  readonly before?: number | null | undefined;
  readonly beforeHidden?: Hidden | undefined;
}

interface TilesProps {
  readonly label: string;
  readonly rows: readonly (Row | undefined)[];
  readonly measures: readonly string[];
  /** What it is compared with, in words; null: with nothing. */
  readonly comparedWith: string | null;
}

/** The main figures, large, each with what it means. */
export function Tiles({ label, rows, measures, comparedWith }: TilesProps) {
  const figures = useFigures(rows, measures);
  return (
    <SimpleGrid
      component="ul"
      cols={{ base: 1, xs: 2, lg: 4 }}
      spacing="sm"
      aria-label={label}
      className={classes.tiles}
    >
      {figures.map((figure) => (
        <Tile key={figure.id} figure={figure} comparedWith={comparedWith} />
      ))}
    </SimpleGrid>
  );
}

function useFigures(rows: readonly (Row | undefined)[], measures: readonly string[]): Figure[] {
  const { t } = useTranslation('figures');
  const { nameOf, definitionOf, unitOf } = useIndicators();
  const told = measures.flatMap((measure): Figure[] => {
    const row = rows.find((one) => one !== undefined && measure in one.values);
    if (!row) return [];
    const figure = {
      id: measure,
      name: nameOf(measure),
      definition: definitionOf(measure),
      unit: unitOf(measure),
      value: row.values[measure],
      hidden: row.hidden[measure],
      before: row.compared?.[measure],
      beforeHidden: row.comparedHidden?.[measure],
    };
    return measure === 'international' ? [figure, shareOf(row, t('share.name'), t('share.definition'))] : [figure];
  });
  return told;
}

/** Of what is shown: international arrivals by all arrivals. */
function shareOf({ values, hidden, compared, comparedHidden }: Row, name: string, definition: string): Figure {
  const share = (of: Row['values'] | undefined): number | null => {
    const [part, all] = [of?.international, of?.arrivals];
    return part == null || all == null || all === 0 ? null : part / all;
  };
  return {
    ...{ id: 'international-share', name, definition, unit: 'share' },
    value: share(values),
    hidden: hidden.international ?? hidden.arrivals,
    before: share(compared),
    beforeHidden: comparedHidden?.international ?? comparedHidden?.arrivals,
  };
}

function Tile({ figure, comparedWith }: { figure: Figure; comparedWith: string | null }) {
  const { t } = useTranslation('figures');
  const text = useFigureText();
  const { name, definition, unit, value, hidden, before, beforeHidden } = figure;
  return (
    <Paper component="li" withBorder p="md">
      <Stack gap={4} h="100%">
        <Title order={3} size="sm" fw={600} c="dimmed">
          {name}
        </Title>
        <Text fw={700} className={value == null ? classes.untold : classes.told}>
          {text(value, hidden, unit)}
          {value != null && unit !== undefined && unit !== 'share' && (
            <Text component="span" size="sm" fw={400} c="dimmed">
              {' '}
              {t(`unit.${unit}`)}
            </Text>
          )}
        </Text>
        {comparedWith !== null && before !== undefined && (
          <Change figure={figure} comparedWith={comparedWith} beforeText={text(before, beforeHidden, unit)} />
        )}
        <details className={classes.meaning}>
          <summary aria-label={t('meaningOf', { name })}>{t('meaning')}</summary>
          {definition}
        </details>
      </Stack>
    </Paper>
  );
}

interface ChangeProps {
  readonly figure: Figure;
  readonly comparedWith: string;
  readonly beforeText: string;
}

function Change({ figure: { value, before, unit }, comparedWith, beforeText }: ChangeProps) {
  const { t } = useTranslation('figures');
  const change = changeOf(value, before, unit);
  const Arrow = change !== null && change.up < 0 ? IconArrowDownRight : IconArrowUpRight;
  return (
    <Text size="sm" component="div">
      {change !== null && (
        <Group gap={2} component="span" wrap="nowrap" fw={600}>
          {change.up !== 0 && <Arrow size={16} aria-hidden />}
          {t(changeKey(change.up, change.points), { change: change.text })}
        </Group>
      )}
      <Text component="span" size="sm" c="dimmed">
        {t('before', { period: comparedWith, value: beforeText })}
      </Text>
    </Text>
  );
}

function changeKey(up: number, points: boolean): string {
  if (up === 0) return 'change.none';
  return `change.${up > 0 ? 'more' : 'less'}${points ? 'Points' : ''}`;
}
