// Incidents by week or month, stacked by type; the period before is paler and set off by a line, what stood out is named.
import * as echarts from '../lib/echarts/echarts.esm.min.mjs';

const colours = () => {
  const style = getComputedStyle(document.documentElement);
  const read = name => style.getPropertyValue(name).trim();
  return { text: read('--mud-palette-text-primary'), quiet: read('--mud-palette-text-secondary'), line: read('--mud-palette-lines-default'), surface: read('--mud-palette-surface'), event: slug => read(`--bw-event-${slug}`) };
};

const notes = (model, colour) => ({
  type: 'scatter', symbolSize: 5, silent: true, tooltip: { show: false }, itemStyle: { color: colour.text }, labelLayout: { hideOverlap: true },
  label: { show: true, position: 'top', color: colour.text, fontSize: 11, lineHeight: 13, formatter: ({ dataIndex }) => model.columns[dataIndex].note ?? '' },
  data: model.columns.map(column => column.note ? column.total : null),
});

const option = (model, isNarrow) => {
  const colour = colours();
  const firstNow = model.columns.findIndex(column => !column.isBefore);
  const labels = model.columns.map(column => column.label);
  return {
    animation: !matchMedia('(prefers-reduced-motion: reduce)').matches, animationDuration: 250,
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: colour.text },
    grid: { left: 8, right: 16, top: isNarrow ? 118 : 66, bottom: 12, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    legend: { top: 8, left: 12, itemWidth: 12, itemHeight: 12, itemGap: 14, textStyle: { color: colour.text }, inactiveColor: colour.quiet },
    tooltip: {
      trigger: 'axis', axisPointer: { type: 'shadow' }, backgroundColor: colour.surface, borderColor: colour.line, textStyle: { color: colour.text }, confine: true,
    },
    xAxis: {
      type: 'category', data: labels, axisLine: { lineStyle: { color: colour.line } }, axisTick: { show: false },
      axisLabel: { color: colour.quiet, hideOverlap: true, lineHeight: 16, interval: labels.length > (isNarrow ? 6 : 14) ? 'auto' : 0, formatter: label => label.replace(/ (\d{4})$/, '\n$1') },
    },
    // Above the highest column there is room for what is noted there.
    yAxis: { type: 'value', minInterval: 1, boundaryGap: [0, model.columns.some(column => column.note) ? '20%' : 0], splitLine: { lineStyle: { color: colour.line } }, axisLabel: { color: colour.quiet } },
    series: [...model.types.map((type, index) => ({
      name: type.name, type: 'bar', stack: 'incidents', barMaxWidth: 56, cursor: 'pointer',
      data: type.counts.map((value, column) => ({ value, itemStyle: { color: colour.event(type.slug), opacity: model.columns[column].isBefore ? 0.4 : 1 } })),
      itemStyle: { color: colour.event(type.slug) },
      emphasis: { focus: 'none' },
      ...(index === 0 && firstNow > 0 && {
        markArea: {
          silent: true,
          data: [
            [{ name: model.before, xAxis: 0, itemStyle: { color: 'transparent' }, label: { color: colour.quiet, position: 'insideTop', distance: -18 } }, { xAxis: firstNow - 1 }],
            [{ name: model.now, xAxis: firstNow, itemStyle: { color: colour.quiet, opacity: 0.07 }, label: { color: colour.text, position: 'insideTop', distance: -18, fontWeight: 600 } }, { xAxis: labels.length - 1 }],
          ],
        },
      }),
    })), notes(model, colour)],
  };
};

class TrendChart {
  #model;

  constructor(element, target, model) {
    this.chart = echarts.init(element, null, { renderer: 'svg' });
    this.element = element;
    this.chart.on('click', ({ dataIndex, seriesIndex }) => target.invokeMethodAsync('OnBarChosen', dataIndex, seriesIndex));
    this.size = new ResizeObserver(() => { this.chart.resize(); this.draw(this.#model); });
    this.scheme = new MutationObserver(() => requestAnimationFrame(() => this.draw(this.#model)));
    this.draw(model);
    this.size.observe(element);
    this.scheme.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  }

  draw(model) {
    this.#model = model;
    this.chart.setOption(option(model, this.element.clientWidth < 560), true);
  }

  dispose() {
    this.size.disconnect();
    this.scheme.disconnect();
    this.chart.dispose();
  }
}

/** Opens the chart in an element. */
export const open = (element, target, model) => new TrendChart(element, target, model);
