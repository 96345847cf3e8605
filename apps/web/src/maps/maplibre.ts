// Imported lazily and under this name: the shell of the console leaves it out (precache list).
import 'maplibre-gl/dist/maplibre-gl.css';
import { setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';

// A file of our own origin, as the content security policy wants (ADR 0037).
setWorkerUrl(workerUrl);

export { Map, NavigationControl } from 'maplibre-gl';
