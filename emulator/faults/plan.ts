import type { Damage, Fault, When } from './faults.js';

/** The route that a request's path belongs to, and the setting's key if the path contains one. */
export interface Place<Route extends string> {
  readonly route: Route;
  readonly key?: string;
}

/** The faults of one request. */
export interface Choice {
  /** Milliseconds. */
  readonly delay: number;
  readonly held: Promise<unknown> | undefined;
  readonly damage: Damage | undefined;
}

/** The faults that are set, and the choice of faults for each request. */
export interface FaultPlan<Route extends string> {
  set(route: Route | 'all', fault: Fault | undefined, when?: When): void;
  choose(place: Place<Route> | undefined): Choice;
}

interface Rule<Route extends string> {
  readonly route: Route | 'all';
  readonly fault: Fault;
  readonly when: When;
  seen: number;
}

/** Creates a plan without faults. If several faults match a request, the one that was set last applies. */
export function createFaultPlan<Route extends string>(): FaultPlan<Route> {
  let rules: Rule<Route>[] = [];
  return {
    set(route, fault, when = {}) {
      if (fault !== undefined) rules.push({ route, fault, when, seen: 0 });
      else rules = rules.filter((rule) => route !== 'all' && rule.route !== route);
    },
    choose(place) {
      let delay = 0;
      let held: Promise<unknown> | undefined;
      let damage: Damage | undefined;
      for (const { fault } of rules.filter((rule) => isDue(rule, place))) {
        if (fault.kind === 'latency') delay = fault.ms;
        else if (fault.kind === 'held') held = fault.until;
        else damage = fault;
      }
      return { delay, held, damage };
    },
  };
}

function isDue<Route extends string>(rule: Rule<Route>, place: Place<Route> | undefined): boolean {
  if (rule.route !== 'all' && rule.route !== place?.route) return false;
  const { key, nth, first } = rule.when;
  if (key !== undefined && key !== place?.key) return false;
  rule.seen++;
  return (nth === undefined || rule.seen === nth) && (first === undefined || rule.seen <= first);
}
