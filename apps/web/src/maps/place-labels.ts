import type { Map } from 'maplibre-gl';
import type { Point } from './ward-places';
import classes from './ward-map.module.css';

interface Labelled {
  readonly name: string;
  readonly point: Point;
  readonly value: number | null;
  readonly text: string;
  readonly radius: number;
}

/** Of the height of letters: how high a line is, and how wide a letter. */
const [LINE, LETTER] = [1.3, 0.58];

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const overlap = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

/**
 * Names below circles, as page text: letters drawn by the map would need fonts from somewhere. The largest first; a name that
 * would lie on another is left out until the map is nearer.
 */
export function placeLabels(map: Map, wards: readonly Labelled[]): { remove(): void } {
  const layer = document.createElement('div');
  layer.className = classes.labels ?? '';
  // The list beside the map says the same.
  layer.ariaHidden = 'true';
  map.getContainer().append(layer);
  const size = Number.parseFloat(getComputedStyle(layer).fontSize);
  const ordered = [...wards].sort((one, other) => (other.value ?? -1) - (one.value ?? -1));
  const draw = (): void => {
    const taken: Box[] = [];
    const shown = ordered.flatMap(({ name, point, text, radius }) => {
      const { x, y } = map.project([point.lon, point.lat]);
      const half = (Math.max(name.length, text.length) * LETTER * size) / 2;
      const box = { left: x - half, right: x + half, top: y + radius, bottom: y + radius + 2 * LINE * size };
      if (taken.some((other) => overlap(box, other))) return [];
      taken.push(box);
      return [labelOf(name, text, x, y + radius + 2)];
    });
    layer.replaceChildren(...shown);
  };
  map.on('move', draw);
  map.on('resize', draw);
  draw();
  return { remove: () => layer.remove() };
}

function labelOf(name: string, text: string, x: number, y: number): HTMLElement {
  const label = document.createElement('div');
  label.className = classes.label ?? '';
  label.style.left = `${x}px`;
  label.style.top = `${y}px`;
  label.append(name, document.createElement('br'), text);
  return label;
}
