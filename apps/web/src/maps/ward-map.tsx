import { Box, Grid, Text, UnstyledButton, useComputedColorScheme } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DrawnMap } from './maplibre-map';
import type { Point } from './ward-places';
import type { WardValue } from './ward-value';
import classes from './ward-map.module.css';

interface WardMapProps {
  readonly label: string;
  readonly wards: readonly WardValue[];
  /** Where wards lie is not known yet. */
  readonly pending?: boolean;
  /** Other wards, as faint dots: where the land is. */
  readonly around?: readonly Point[];
  readonly onSelect?: (wardId: string) => void;
  readonly height?: number | string;
}

/** Wards as circles, and beside them the same as a list: by keyboard, and with those whose place is not known. */
export function WardMap({ height = 420, ...props }: WardMapProps) {
  const { t } = useTranslation('common');
  const { label, wards, onSelect } = props;
  return (
    <Grid gap="md">
      <Grid.Col span={{ base: 12, md: 8 }}>
        <Box h={height}>
          <MapDrawing {...props} />
        </Box>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 4 }}>
        <Box mah={height} className={classes.list} role="group" aria-label={t('map.list', { label })} tabIndex={0}>
          <ul className={classes.items}>
            {wards.map(({ wardId, name, text, point }) => (
              <li key={wardId}>
                <Row onSelect={onSelect && (() => onSelect(wardId))}>
                  <span>
                    {name}
                    {point === null && props.pending !== true && (
                      <span className={classes.unplaced}> ({t('map.unplaced')})</span>
                    )}
                  </span>
                  <strong>{text}</strong>
                </Row>
              </li>
            ))}
          </ul>
        </Box>
      </Grid.Col>
    </Grid>
  );
}

function Row({ onSelect, children }: { onSelect: (() => void) | undefined; children: React.ReactNode }) {
  if (!onSelect) return <div className={classes.row}>{children}</div>;
  return (
    <UnstyledButton className={classes.row} onClick={onSelect}>
      {children}
    </UnstyledButton>
  );
}

/** The circles alone. Where a browser cannot draw them it says so. */
export function MapDrawing({ label, wards, around = [], onSelect }: Omit<WardMapProps, 'height'>) {
  const { t } = useTranslation('common');
  const scheme = useComputedColorScheme('light');
  const frame = useRef<HTMLDivElement>(null);
  const chosen = useRef(onSelect);
  chosen.current = onSelect;
  const [state, setState] = useState<'drawing' | 'drawn' | 'failed'>('drawing');
  const drawn = JSON.stringify([wards, around.length]);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    let map: DrawnMap | null = null;
    let gone = false;
    setState('drawing');
    import('./maplibre-map')
      .then(({ drawMap }) => {
        if (gone) return;
        const onDrawn = (): void => setState('drawn');
        map = drawMap(element, { label, wards, around, onSelect: (id) => chosen.current?.(id), onDrawn, text: t });
      })
      .catch(() => setState('failed'));
    return () => {
      gone = true;
      map?.remove();
    };
    // What is drawn is told by its text: the arrays are made anew with every answer.
  }, [drawn, scheme]);
  return (
    <div className={classes.frame} data-map={state}>
      {state === 'failed' ? (
        <Text p="md" c="dimmed">
          {t('map.failed')}
        </Text>
      ) : (
        <div ref={frame} className={classes.canvas} />
      )}
    </div>
  );
}
