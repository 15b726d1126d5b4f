import {
  LegendDisplayMode,
  LegendPlacement,
  TooltipDisplayMode,
  VizLegendOptionsBuilder,
  VizTooltipOptionsBuilder,
} from '@grafana/grafana-foundation-sdk/common';
import { ThresholdsConfigBuilder, ThresholdsMode } from '@grafana/grafana-foundation-sdk/dashboard';
import { DataqueryBuilder, PromQueryFormat } from '@grafana/grafana-foundation-sdk/prometheus';
import { PanelBuilder as StatBuilder } from '@grafana/grafana-foundation-sdk/stat';
import { PanelBuilder as TimeSeriesBuilder } from '@grafana/grafana-foundation-sdk/timeseries';

/** Units as Grafana names them. */
export type PanelUnit = 'reqps' | 'percentunit' | 's' | 'bytes' | 'short' | 'none';

/** One curve, or one for each set of labels. */
export interface Curve {
  /** PromQL. */
  expr: string;
  /** May hold labels as `{{operation}}`. */
  legend: string;
}

export interface PanelOptions {
  title: string;
  /** What it shows, and what of it is a bad sign. */
  description: string;
  unit: PanelUnit;
  curves: readonly Curve[];
  /** Columns of 24. */
  span?: number;
  /** From where on it is bad. */
  bad?: number;
}

const HEIGHT = 7;
const STAT_HEIGHT = 4;
/** Chosen by whoever looks: the variable that every dashboard begins with. */
const SOURCE = { type: 'prometheus', uid: `\${source}` };

/** Values over time. */
export function timeSeries({ title, description, unit, curves, span = 8, bad }: PanelOptions) {
  const panel = new TimeSeriesBuilder()
    .title(title)
    .description(description)
    .datasource(SOURCE)
    .unit(unit)
    .min(0)
    .span(span)
    .height(HEIGHT)
    .fillOpacity(10)
    .lineWidth(1)
    .legend(
      new VizLegendOptionsBuilder()
        .showLegend(true)
        .displayMode(LegendDisplayMode.List)
        .placement(LegendPlacement.Bottom),
    )
    .tooltip(new VizTooltipOptionsBuilder().mode(TooltipDisplayMode.Multi));
  if (bad !== undefined) panel.thresholds(thresholds(bad));
  curves.forEach((curve, index) => {
    panel.withTarget(query(curve, index).range());
  });
  return panel;
}

/** The present value, large. */
export function stat({ title, description, unit, curves, span = 4, bad }: PanelOptions) {
  const panel = new StatBuilder()
    .title(title)
    .description(description)
    .datasource(SOURCE)
    .unit(unit)
    .span(span)
    .height(STAT_HEIGHT);
  if (bad !== undefined) panel.thresholds(thresholds(bad));
  curves.forEach((curve, index) => {
    panel.withTarget(query(curve, index).instant());
  });
  return panel;
}

/** Rows of present values: one for each set of labels. */
export function tableQuery(curve: Curve, index: number): DataqueryBuilder {
  return query(curve, index).instant().format(PromQueryFormat.Table);
}

function query({ expr, legend }: Curve, index: number): DataqueryBuilder {
  return new DataqueryBuilder()
    .datasource(SOURCE)
    .refId(String.fromCharCode('A'.charCodeAt(0) + index))
    .expr(expr)
    .legendFormat(legend);
}

function thresholds(bad: number): ThresholdsConfigBuilder {
  return new ThresholdsConfigBuilder().mode(ThresholdsMode.Absolute).steps([
    { value: null, color: 'green' },
    { value: bad, color: 'red' },
  ]);
}

export { SOURCE };
