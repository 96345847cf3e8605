import type { LngLatBoundsLike } from 'maplibre-gl';
import type { FeatureCollection } from 'geojson';
import { Map, NavigationControl } from './maplibre';
import { placeLabels } from './place-labels';
import type { Point } from './ward-places';
import type { WardValue } from './ward-value';

export interface DrawnMap {
  remove(): void;
}

interface MapOfWards {
  readonly label: string;
  readonly wards: readonly WardValue[];
  readonly around: readonly Point[];
  readonly onSelect: (wardId: string) => void;
  readonly onDrawn: () => void;
  readonly text: (key: string, values?: Record<string, string>) => string;
}

const [SMALLEST, LARGEST] = [5, 26];
/** A single ward is not shown as if it were the world. */
const MOST_ZOOM = 11.5;

/**
 * Draws circles by ward, their areas as their values, on nothing but a ground: no tiles, no fonts, nothing from another
 * server. Throws where the browser has no WebGL.
 */
export function drawMap(element: HTMLElement, { label, wards, around, onSelect, onDrawn, text }: MapOfWards): DrawnMap {
  const style = getComputedStyle(element);
  const colour = (name: string): string => style.getPropertyValue(name).trim();
  const placed = wards.flatMap((ward) => (ward.point ? [{ ...ward, point: ward.point }] : []));
  const most = Math.max(1, ...placed.map(({ value }) => value ?? 0));
  const radius = (value: number | null): number =>
    value === null || value <= 0 ? SMALLEST : SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(value / most);
  const circles = collection(
    placed.map(({ wardId, point, value }) => [point, { wardId, radius: radius(value), shown: value !== null }]),
  );
  const map = new Map({
    container: element,
    bounds: boundsOf(placed.length > 0 ? placed.map(({ point }) => point) : around),
    fitBoundsOptions: { padding: 48, maxZoom: MOST_ZOOM },
    attributionControl: false,
    cooperativeGestures: true,
    dragRotate: false,
    pitchWithRotate: false,
    fadeDuration: 0,
    locale: {
      'Map.Title': text('map.drawing', { label }),
      'NavigationControl.ZoomIn': text('map.zoomIn'),
      'NavigationControl.ZoomOut': text('map.zoomOut'),
      'CooperativeGesturesHandler.WindowsHelpText': text('map.wheel'),
      'CooperativeGesturesHandler.MacHelpText': text('map.wheelMac'),
      'CooperativeGesturesHandler.MobileHelpText': text('map.fingers'),
    },
    style: {
      version: 8,
      sources: {
        around: { type: 'geojson', data: collection(around.map((point) => [point, {}])) },
        wards: { type: 'geojson', data: circles },
      },
      layers: [
        { id: 'ground', type: 'background', paint: { 'background-color': colour('--luutru-ground') } },
        {
          id: 'around',
          type: 'circle',
          source: 'around',
          paint: { 'circle-radius': 2.5, 'circle-color': colour('--luutru-around') },
        },
        {
          id: 'wards',
          type: 'circle',
          source: 'wards',
          paint: {
            'circle-radius': ['get', 'radius'],
            'circle-color': colour('--luutru-circle'),
            'circle-opacity': ['case', ['get', 'shown'], 0.65, 0],
            'circle-stroke-width': 1.5,
            'circle-stroke-color': colour('--luutru-circle'),
          },
        },
      ],
    },
  });
  map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
  const labels = placeLabels(
    map,
    placed.map((ward) => ({ ...ward, radius: radius(ward.value) })),
  );
  map.on('click', 'wards', ({ features }) => onSelect(String(features?.[0]?.properties.wardId)));
  map.on('mouseenter', 'wards', () => void (map.getCanvas().style.cursor = 'pointer'));
  map.on('mouseleave', 'wards', () => void (map.getCanvas().style.cursor = ''));
  void map.once('idle').then(onDrawn);
  return {
    remove: () => {
      labels.remove();
      map.remove();
    },
  };
}

const collection = (points: readonly (readonly [Point, Record<string, unknown>])[]): FeatureCollection => ({
  type: 'FeatureCollection',
  features: points.map(([{ lon, lat }, properties]) => ({
    type: 'Feature',
    properties,
    geometry: { type: 'Point', coordinates: [lon, lat] },
  })),
});

/** Vietnam, where there is nothing to show. */
const COUNTRY: LngLatBoundsLike = [102, 8, 110, 23.5];

function boundsOf(points: readonly Point[]): LngLatBoundsLike {
  if (points.length === 0) return COUNTRY;
  const [lons, lats] = [points.map(({ lon }) => lon), points.map(({ lat }) => lat)];
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}
