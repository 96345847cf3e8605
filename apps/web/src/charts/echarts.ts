import { LineChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

// Only what is drawn here. Imported lazily and under this name: the shell of the console leaves it out (precache list).
use([LineChart, GridComponent, TooltipComponent, CanvasRenderer]);

export { init };
