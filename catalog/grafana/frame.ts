import {
  type Dashboard,
  DashboardBuilder,
  DashboardCursorSync,
  DashboardLinkBuilder,
  DashboardLinkType,
  DatasourceVariableBuilder,
} from '@grafana/grafana-foundation-sdk/dashboard';

/** Tag that all dashboards of a system carry. */
const TAG = 'generated';

/**
 * An empty dashboard: six hours by default, one cursor over all panels, a choice of the Prometheus to ask, and a menu
 * of the system's other dashboards.
 */
export function dashboard(system: string, uid: string, title: string, description: string): DashboardBuilder {
  return new DashboardBuilder(title)
    .uid(uid)
    .description(description)
    .tags([TAG, system])
    .time({ from: 'now-6h', to: 'now' })
    .timezone('browser')
    .refresh('30s')
    .tooltip(DashboardCursorSync.Crosshair)
    .readonly()
    .withVariable(new DatasourceVariableBuilder('source').label('Prometheus').type('prometheus'))
    .link(
      new DashboardLinkBuilder('Dashboards')
        .type(DashboardLinkType.Dashboards)
        .tags([TAG, system])
        .asDropdown(true)
        .includeVars(true)
        .keepTime(true),
    );
}

/** The dashboard; its panels are numbered, so that links to them hold. */
export function finished(builder: DashboardBuilder): Dashboard {
  const built = builder.build();
  for (const [index, panel] of (built.panels ?? []).entries()) panel.id = index + 1;
  return built;
}
